"""Addresses of the numbers."""

from django.urls import path

from kruispunt.desks.steering import targets, views

app_name = "steering"
urlpatterns = [
    path("", views.home, name="home"),
    path("doelen/", targets.course, name="course"),
    path("vooruit/", targets.forecast, name="forecast"),
    path("tekort/", views.short, name="short"),
]
