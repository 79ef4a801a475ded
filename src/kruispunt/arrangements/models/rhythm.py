"""Rows of help that comes back: the day that two people agreed, and exceptions to it."""

from django.db import models
from django.db.models import F, Q

from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.models import FixedDay, SaidOfDay
from kruispunt.core import rhythm as core


class Rhythm(FixedDay):
    """The day and the hour on which a resident and a volunteer see each other (K11)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="rhythms")

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


class OtherDay(SaidOfDay):
    """What was said of one day of a rhythm: not this time, or on another day."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    rhythm = models.ForeignKey(Rhythm, on_delete=models.CASCADE, related_name="others")
    side = models.CharField(max_length=9, choices=Side)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rhythm", "day"], name="said_once_of_a_day"),
            models.CheckConstraint(
                name="other_day_has_a_side",
                condition=Q(side__in=("resident", "volunteer", "both", "startpunt")),
            ),
        ]
