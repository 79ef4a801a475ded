"""Addresses of the privacy officer."""

from django.urls import path

from kruispunt.desks.privacy import keys, register, views

app_name = "privacy"
urlpatterns = [
    path("", views.home, name="home"),
    path("verzoek/<int:request_id>/<slug:verb>/", views.answer, name="answer"),
    path("bewaren/", views.keeping, name="keeping"),
    path("bewaren/<int:hold_id>/let_go/", views.let_go, name="let_go"),
    path("inzage/", views.looks, name="looks"),
    path("sleutels/", keys.keys, name="keys"),
    path("sleutels/<int:holder_id>/terug/", keys.take_back, name="take_key"),
    path("register/", register.register, name="register"),
    path("register.csv", register.register_file, name="register_file"),
]
