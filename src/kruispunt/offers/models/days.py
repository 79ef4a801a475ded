"""Rows of an activity that comes back: its fixed day, and single days that are different."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.models import FixedDay, SaidOfDay
from kruispunt.core import rhythm as core
from kruispunt.offers.models.entries import Activity


class ActivityRhythm(FixedDay):
    """The day and the hour on which a group comes together (K11)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="fixed_days")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity"],
                condition=Q(last_on__isnull=True),
                name="one_fixed_day_of_an_activity",
            ),
            models.CheckConstraint(
                name="activity_ends_after_it_begins", condition=Q(until__gt=F("at"))
            ),
            models.CheckConstraint(
                name="activity_rhythm_known", condition=Q(every__in=list(core.Every))
            ),
        ]


class ActivityOtherDay(SaidOfDay):
    """What was said of one day of an activity: not this time, or on another day."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    rhythm = models.ForeignKey(ActivityRhythm, on_delete=models.CASCADE, related_name="others")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rhythm", "day"], name="said_once_of_a_day_of_an_activity"
            )
        ]
