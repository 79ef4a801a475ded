"""The arrangements app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kruispunt.arrangements"
    label = "arrangements"
    default_auto_field = "django.db.models.BigAutoField"
