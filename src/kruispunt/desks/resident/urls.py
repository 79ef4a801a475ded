"""Addresses of the resident."""

from django.urls import path

from kruispunt.desks.resident import views

app_name = "resident"
urlpatterns = [path("", views.home, name="home")]
