"""Rows of what is wrong or missing in the street: for the neighbourhood team, without a person."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.core.vocabulary import Kind
from kruispunt.questions.models.question import Question
from kruispunt.questions.models.signal import Signal
from kruispunt.questions.states.liveability import LiveabilityState

KINDS = [(kind.value, kind.label) for kind in Kind if kind.group == "leefbaarheid"]


class Liveability(models.Model):
    """Something about the neighbourhood. Nothing of anyone's health stands here (TAX-04)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    signal = models.ForeignKey(
        Signal, on_delete=models.PROTECT, null=True, blank=True, related_name="liveability"
    )
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, null=True, blank=True, related_name="liveability"
    )
    brought_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=30, choices=KINDS)
    words = FreeText(blank=False)
    place = models.CharField(max_length=120, blank=True)
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=12, choices=LiveabilityState, default=LiveabilityState.RAISED
    )
    state_since = models.DateTimeField()
    raised_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    # Who brought it has heard by this day, whatever happens in between.
    answer_by = models.DateField()
    taken_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    passed_to = models.CharField(max_length=120, blank=True)
    outcome = FreeText()

    class Meta:
        verbose_name_plural = "liveability"
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="liveability_state_known", condition=Q(state__in=LiveabilityState.values)
            ),
            models.CheckConstraint(
                name="liveability_passed_on_to_someone",
                condition=~Q(state=LiveabilityState.PASSED_ON) | ~Q(passed_to=""),
            ),
            models.CheckConstraint(
                name="liveability_told_says_what",
                condition=~Q(state=LiveabilityState.FED_BACK) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.words[:40])
