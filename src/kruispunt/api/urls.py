"""Addresses for other systems: plural Dutch nouns, and never a slash at the end."""

from django.urls import path

from kruispunt.api.neighbourhoods import neighbourhoods

app_name = "api"
urlpatterns = [path("buurten", neighbourhoods, name="neighbourhoods")]
