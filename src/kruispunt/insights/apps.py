"""The insights app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kruispunt.insights"
    label = "insights"
    default_auto_field = "django.db.models.BigAutoField"
