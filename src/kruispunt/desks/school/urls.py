"""Addresses of the school."""

from django.urls import path

from kruispunt.desks.school import views

app_name = "school"
urlpatterns = [path("", views.home, name="home")]
