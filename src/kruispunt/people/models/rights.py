"""Rows of what people ask about their own data: another look, a correction, a copy, to forget."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.people.models.persons import Person
from kruispunt.people.states import RightKind, RightState


class RightsRequest(models.Model):
    """Someone asks something about her own data; within a month she has an answer."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=RightKind)
    words = FreeText()
    state = models.CharField(max_length=11, choices=RightState, default=RightState.ASKED)
    state_since = models.DateTimeField()
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    answer = FreeText()
    answered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="rights_request_state_known", condition=Q(state__in=RightState.values)
            ),
            models.CheckConstraint(
                name="rights_request_answered_says_something",
                condition=Q(state=RightState.ASKED) | ~Q(answer=""),
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(state=RightState.ASKED),
                name="rights_request_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_state_display()}"
