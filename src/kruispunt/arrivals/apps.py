"""The arrivals app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kruispunt.arrivals"
    label = "arrivals"
    default_auto_field = "django.db.models.BigAutoField"
