"""Rows of what comes around the end: the farewell, the thanks, and care after a death (SIG-03)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.states.goals import FarewellState
from kruispunt.base.fields import FreeText


class Farewell(models.Model):
    """How two people part: nobody is left from one day to the next, and a volunteer is thanked."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    match = models.OneToOneField(Match, on_delete=models.CASCADE, related_name="farewell")
    # After a death there is no farewell of two, but a talk with who stays behind (SIG-03).
    after_death = models.BooleanField(default=False)
    due_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    words = FreeText()
    thanked_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=FarewellState, default=FarewellState.PLANNED)
    state_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="farewell_state_known", condition=Q(state__in=FarewellState.values)
            ),
            models.CheckConstraint(
                name="farewell_held_on_a_day",
                condition=~Q(state=FarewellState.HELD) | Q(held_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
