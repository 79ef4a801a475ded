"""Rows of odd jobs: one visit on one day by a handy neighbour (SM-12)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.states.odd_jobs import ANSWERS, OddJobState, Part, Satisfied
from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.odd_jobs import ForWhom
from kruispunt.core.vocabulary import Kind

HOME, GARDEN = Kind.ODD_JOB_HOME, Kind.ODD_JOB_GARDEN
ODD_KINDS = [(kind.value, kind.label) for kind in (HOME, GARDEN)]


class OddJob(models.Model):
    """Something small that must be done: what, who comes when, what it cost, and was it good."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="odd_jobs")
    kind = models.CharField(max_length=30, choices=ODD_KINDS)
    words = FreeText(blank=False)
    # What was answered when the job was tested, and what the person who tested it made of that.
    for_whom = models.CharField(max_length=10, choices=ForWhom.choices(), blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)
    certified = models.BooleanField(null=True, blank=True)
    paid_work = models.BooleanField(null=True, blank=True)
    materials_only = models.BooleanField(null=True, blank=True)
    broken = WordList()
    tested_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = FreeText()
    # One visit by one volunteer, on one day.
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField(null=True, blank=True)
    part = models.CharField(max_length=7, choices=Part, blank=True)
    materials = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    satisfied = models.CharField(max_length=6, choices=Satisfied, blank=True)
    said = FreeText()
    state = models.CharField(max_length=9, choices=OddJobState, default=OddJobState.REQUESTED)
    state_since = models.DateTimeField()
    requested_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="odd_job_state_known", condition=Q(state__in=OddJobState.values)
            ),
            models.CheckConstraint(
                name="odd_job_planned_has_who_when_and_cost",
                condition=~Q(state__in=sorted(ANSWERS))
                | Q(volunteering__isnull=False, on__isnull=False, materials__isnull=False),
            ),
            models.CheckConstraint(
                name="odd_job_heard_says_how",
                condition=~Q(state=OddJobState.HEARD) | ~Q(satisfied=""),
            ),
            models.CheckConstraint(
                name="odd_job_materials_not_below_zero",
                condition=Q(materials__isnull=True) | Q(materials__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return str(self.words[:40])
