"""The matching app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kruispunt.matching"
    label = "matching"
    default_auto_field = "django.db.models.BigAutoField"
