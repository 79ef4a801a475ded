"""Addresses of the numbers."""

from django.urls import path

from kruispunt.desks.steering import views

app_name = "steering"
urlpatterns = [
    path("", views.home, name="home"),
    path("tekort/", views.short, name="short"),
]
