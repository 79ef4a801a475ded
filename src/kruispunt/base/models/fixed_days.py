"""Columns of a day that comes back, and of what was said of one day: for two people or a group."""

from datetime import datetime

from django.db import models

from kruispunt.base.fields import ForVolunteers
from kruispunt.core import rhythm as core


class FixedDay(models.Model):
    """A day and an hour that come back, from a first day on (K11)."""

    first_on = models.DateField()
    every = models.CharField(max_length=10, choices=core.Every.choices())
    at = models.TimeField()
    until = models.TimeField()
    on_holidays = models.BooleanField(default=False)
    # The last day of it; without one it goes on as long as what it belongs to.
    last_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_every_display()} {self.at:%H:%M}"

    @property
    def plain(self) -> core.Rhythm:
        """The same without the row, to count days with."""
        return core.Rhythm(
            first_on=self.first_on,
            every=core.Every(self.every),
            at=self.at,
            until=self.until,
            on_holidays=self.on_holidays,
            last_on=self.last_on,
        )


class SaidOfDay(models.Model):
    """What was said of one day: not this time, or on another day."""

    day = models.DateField()
    # The day it is instead; none when it is off, the day itself when it is on after all.
    on = models.DateField(null=True, blank=True)
    at = models.TimeField(null=True, blank=True)
    words = ForVolunteers()
    said_at = models.DateTimeField()
    # How often something else was said of this day: each time is a letter of its own.
    turn = models.PositiveSmallIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.day}"

    def becomes(self, other: core.Other, *, words: str, at: datetime) -> None:
        """What is said now takes the place of what was said before."""
        self.on, self.at, self.words = other.on, other.at, words
        self.said_at, self.turn = at, self.turn + 1
