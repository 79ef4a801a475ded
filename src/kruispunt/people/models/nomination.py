"""Rows of who was put forward as an ambassador, by a professional who knows her (D13)."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.people.models.organisations import Organisation, Seat
from kruispunt.people.models.persons import Neighbourhood, Person
from kruispunt.people.states import NominationState


class Nomination(models.Model):
    """A professional says: she would be a good ambassador, and she likes to be called."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # Without her own yes nobody is put forward.
    yes_on = models.DateField()
    neighbourhood = models.ForeignKey(
        Neighbourhood, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = FreeText()
    nominated_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nominated_on = models.DateField()
    due_on = models.DateField()
    tries = models.PositiveSmallIntegerField(default=0)
    seat = models.ForeignKey(
        Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=8, choices=NominationState, default=NominationState.PROPOSED
    )
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="nomination_state_known", condition=Q(state__in=NominationState.values)
            ),
            models.CheckConstraint(
                name="nomination_after_a_yes", condition=Q(yes_on__lte=models.F("nominated_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nominated_on}: {self.get_state_display()}"
