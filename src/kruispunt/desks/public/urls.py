"""Addresses that anyone may open."""

from django.urls import path

from kruispunt.desks.public import views

app_name = "public"
urlpatterns = [
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
]
