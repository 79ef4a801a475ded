"""Addresses of the technician."""

from django.urls import path

from kruispunt.desks.technician import views

app_name = "technician"
urlpatterns = [
    path("", views.home, name="home"),
    path("plek/<int:seat_id>/stoppen/", views.end, name="end"),
    path("plek/<int:seat_id>/verlengen/", views.extend, name="extend"),
    path("meekijken/", views.requests, name="requests"),
    path("meekijken/<int:seat_request_id>/<slug:verb>/", views.decide, name="decide"),
]
