"""Addresses of the privacy officer."""

from django.urls import path

from kruispunt.desks.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.home, name="home"),
    path("verzoek/<int:request_id>/<slug:verb>/", views.answer, name="answer"),
    path("inzage/", views.looks, name="looks"),
]
