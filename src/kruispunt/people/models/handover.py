"""Rows of what somebody hands to a work coach herself: in her own words, and until when."""

from django.db import models

from kruispunt.base.fields import FreeText
from kruispunt.people.models.persons import Person


class Handover(models.Model):
    """A work coach reads this and nothing else; whoever handed it over can take it back."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = FreeText()
    handed_at = models.DateTimeField()
    until = models.DateField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "to", "until"])]
        constraints = [
            models.CheckConstraint(name="handover_says_something", condition=~models.Q(words="")),
        ]

    def __str__(self) -> str:
        return f"tot {self.until}"
