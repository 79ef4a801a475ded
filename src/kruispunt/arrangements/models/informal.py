"""Rows of what people do for each other: help from the own circle, and taking part together."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.states.parts import EnrolmentState, OwnHelpState
from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Kind


class OwnHelp(models.Model):
    """Someone of the own circle does something: who, what, since when, and can they go on?"""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="own_help")
    # In the resident's words: "mijn dochter", "de buurvrouw"; no name is needed.
    who = models.CharField(max_length=80)
    what = models.CharField(max_length=200)
    meets = WordList(Kind, blank=False)
    state = models.CharField(max_length=7, choices=OwnHelpState, default=OwnHelpState.OFFERED)
    state_since = models.DateTimeField()
    started_on = models.DateField(null=True, blank=True)
    # When we ask whether they can keep it up.
    due_on = models.DateField(null=True, blank=True)
    note = FreeText()

    class Meta:
        verbose_name_plural = "own help"
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="own_help_state_known", condition=Q(state__in=OwnHelpState.values)
            ),
            models.CheckConstraint(
                name="own_help_runs_from_a_day",
                condition=~Q(state=OwnHelpState.RUNNING)
                | Q(started_on__isnull=False, due_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}: {self.what}"


class Enrolment(models.Model):
    """Someone takes part in an activity, or waits for a place."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(
        Arrangement, on_delete=models.PROTECT, related_name="enrolments"
    )
    activity = models.ForeignKey("offers.Activity", on_delete=models.PROTECT, related_name="+")
    meets = WordList(Kind, blank=False)
    state = models.CharField(max_length=8, choices=EnrolmentState, default=EnrolmentState.WAITING)
    state_since = models.DateTimeField()
    asked_at = models.DateTimeField()
    # When a place that fell free was offered, until which day it is held, and who said yes (K22).
    offered_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    times_there = models.PositiveSmallIntegerField(default=0)
    times_missed = models.PositiveSmallIntegerField(default=0)
    last_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["activity", "state", "asked_at"])]
        constraints = [
            models.CheckConstraint(
                name="enrolment_state_known", condition=Q(state__in=EnrolmentState.values)
            ),
            models.CheckConstraint(
                name="enrolment_offered_until_a_day",
                condition=~Q(state=EnrolmentState.OFFERED)
                | Q(offered_at__isnull=False, due_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["arrangement", "activity"], name="enrolled_once_an_activity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_state_display()}"
