"""Addresses of the process manager."""

from django.urls import path

from kruispunt.desks.process import views

app_name = "process"
urlpatterns = [path("", views.home, name="home")]
