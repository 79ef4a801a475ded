"""Addresses of the ambassador."""

from django.urls import path

from kruispunt.desks.ambassador import nominating, views

app_name = "ambassador"
urlpatterns = [
    path("", views.home, name="home"),
    path("bezoek/", views.visit, name="visit"),
    path("voordragen/", nominating.nominate, name="nominate"),
    path("signaal/", views.notice, name="notice"),
    path("signaal/<int:signal_id>/hand_in/", views.hand_in, name="hand_in"),
    path("signaal/<int:signal_id>/solve/", views.solve, name="solve"),
]
