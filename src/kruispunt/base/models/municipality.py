"""Rows of the municipality itself: its wall, its terms, and who can sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower, Now

from kruispunt.base.accounts import AccountManager


class Municipality(models.Model):
    """The wall between two sets of rows, and what every page of a municipality shows."""

    name = models.CharField(max_length=100, unique=True)
    code = models.CharField(max_length=6, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    walk_in_hours = models.CharField(max_length=200, blank=True)
    listening_ear = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """How long something may take in one municipality, from a day on; the house has a standard."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    length = models.PositiveSmallIntegerField()
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name", "valid_from"], name="one_term_from_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.length}"


class Account(AbstractBaseUser):
    """Someone who can sign in. Who that is, and in which role, is a seat among the people."""

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(db_default=Now())

    objects = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="account_email_in_small_letters", condition=models.Q(email=Lower("email"))
            )
        ]

    def __str__(self) -> str:
        return self.email
