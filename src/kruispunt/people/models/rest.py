"""Rows of rest: after the longest time with a buddy others go first for a while (CAP-03)."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.people.models.persons import Person


class Rest(models.Model):
    """Somebody had a buddy for as long as that goes here; others go first until a day."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    until = models.DateField()
    # A person may decide otherwise, and says why (PRV-08).
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lifted_because = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "until"])]
        constraints = [
            models.CheckConstraint(
                name="rest_lifted_says_why",
                condition=Q(lifted_on__isnull=True) | ~Q(lifted_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"tot {self.until}"
