"""Addresses of the privacy officer."""

from django.urls import path

from kruispunt.desks.privacy import register, views

app_name = "privacy"
urlpatterns = [
    path("", views.home, name="home"),
    path("verzoek/<int:request_id>/<slug:verb>/", views.answer, name="answer"),
    path("inzage/", views.looks, name="looks"),
    path("register/", register.register, name="register"),
    path("register.csv", register.register_file, name="register_file"),
]
