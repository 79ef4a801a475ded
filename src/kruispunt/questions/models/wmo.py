"""Rows of a notification under the Wmo: what happened and when. Never a decision of ours (WMO)."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.wmo import Looked, Milestone
from kruispunt.questions.models.question import Question


class WmoNotification(models.Model):
    """The municipality was told what someone needs; from that day the law counts."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.OneToOneField(
        Question, on_delete=models.PROTECT, related_name="wmo_notification"
    )
    noticed_on = models.DateField()
    investigate_by = models.DateField()
    looked_at = WordList(Looked)
    # Help at once, without waiting for the investigation (WMO-04).
    urgent_since = models.DateField(null=True, blank=True)
    urgent_why = FreeText()
    # Longer once, in writing, before the day has passed (WMO-05).
    extended_to = models.DateField(null=True, blank=True)
    extended_why = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "investigate_by"])]
        constraints = [
            models.CheckConstraint(
                name="wmo_urgent_says_why",
                condition=Q(urgent_since__isnull=True) | ~Q(urgent_why=""),
            ),
            models.CheckConstraint(
                name="wmo_extended_says_why_and_is_later",
                condition=Q(extended_to__isnull=True)
                | (~Q(extended_why="") & Q(extended_to__gt=F("investigate_by"))),
            ),
        ]

    def __str__(self) -> str:
        return f"melding {self.noticed_on}"


class WmoMilestone(models.Model):
    """One thing that happened on the way: what, on which day, and who noted it."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    notification = models.ForeignKey(
        WmoNotification, on_delete=models.CASCADE, related_name="milestones"
    )
    what = models.CharField(max_length=14, choices=Milestone.choices())
    on = models.DateField()
    noted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notification", "what"], name="wmo_milestone_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.on}"
