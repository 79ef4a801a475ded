"""Rows of households: who belongs together in one house, said by a person and for a while (D7)."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.people.models.persons import Person
from kruispunt.people.states import HouseholdState, HousemateState, How


class Household(models.Model):
    """People of one house who are seen together for a while; an address says nothing of this."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # Why it helps to see them together, in one sentence that everyone in the house may read.
    why = FreeText(blank=False)
    state = models.CharField(max_length=6, choices=HouseholdState, default=HouseholdState.OPEN)
    state_since = models.DateTimeField()
    opened_at = models.DateTimeField()
    review_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "review_on"])]
        constraints = [
            models.CheckConstraint(
                name="household_state_known", condition=Q(state__in=HouseholdState.values)
            ),
        ]

    def __str__(self) -> str:
        return str(self.why[:40])


class Housemate(models.Model):
    """Someone of a household: who said so, and whether she herself agrees to be seen there."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="housemates")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # The person herself, or somebody else of the house: never a list of addresses.
    said_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    how = models.CharField(max_length=9, choices=How, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=HousemateState, default=HousemateState.NAMED)
    state_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="housemate_state_known", condition=Q(state__in=HousemateState.values)
            ),
            models.CheckConstraint(
                name="housemate_agreed_on_a_day_and_how",
                condition=~Q(state=HousemateState.AGREED)
                | (Q(agreed_on__isnull=False) & ~Q(how="")),
            ),
            models.UniqueConstraint(
                fields=["household", "person"],
                condition=Q(state__in=(HousemateState.NAMED, HousemateState.AGREED)),
                name="housemate_once",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
