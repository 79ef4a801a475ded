"""The offers app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kruispunt.offers"
    label = "offers"
    default_auto_field = "django.db.models.BigAutoField"
