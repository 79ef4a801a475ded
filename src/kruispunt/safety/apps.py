"""The safety app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kruispunt.safety"
    label = "safety"
    default_auto_field = "django.db.models.BigAutoField"
