"""Addresses of the work coach."""

from django.urls import path

from kruispunt.desks.workcoach import views

app_name = "workcoach"
urlpatterns = [path("", views.home, name="home")]
