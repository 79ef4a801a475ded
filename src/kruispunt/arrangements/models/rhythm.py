"""Rows of help that comes back: the day that two people agreed, and exceptions to it."""

from django.db import models
from django.db.models import F, Q

from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.fields import ForVolunteers
from kruispunt.core import rhythm as core


class Rhythm(models.Model):
    """The day and the hour on which a resident and a volunteer see each other (K11)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="rhythms")
    first_on = models.DateField()
    every = models.CharField(max_length=10, choices=core.Every.choices())
    at = models.TimeField()
    until = models.TimeField()
    on_holidays = models.BooleanField(default=False)
    # The last day of it; without one it goes on as long as the match.
    last_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["match"], condition=Q(last_on__isnull=True), name="one_rhythm_at_a_time"
            ),
            models.CheckConstraint(
                name="rhythm_ends_after_it_begins", condition=Q(until__gt=F("at"))
            ),
            models.CheckConstraint(name="rhythm_known", condition=Q(every__in=list(core.Every))),
        ]

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


class OtherDay(models.Model):
    """What was said of one day of a rhythm: not this time, or on another day."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    rhythm = models.ForeignKey(Rhythm, on_delete=models.CASCADE, related_name="others")
    day = models.DateField()
    # The day it is instead; none when it is off, the day itself when it is on after all.
    on = models.DateField(null=True, blank=True)
    at = models.TimeField(null=True, blank=True)
    side = models.CharField(max_length=9, choices=Side)
    words = ForVolunteers()
    said_at = models.DateTimeField()
    # How often something else was said of this day: each time is a letter of its own.
    turn = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rhythm", "day"], name="said_once_of_a_day"),
            models.CheckConstraint(
                name="other_day_has_a_side",
                condition=Q(side__in=("resident", "volunteer", "both", "startpunt")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}"
