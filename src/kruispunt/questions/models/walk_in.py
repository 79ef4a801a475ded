"""Rows of the walk-in desk: somebody came by, and in one line what it was about (D17)."""

from django.db import models

from kruispunt.base.fields import FreeText
from kruispunt.questions.models.signal import Signal
from kruispunt.questions.models.visit import Topic


class WalkIn(models.Model):
    """One person came by. A name is not asked; most are helped on the spot."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    topic = models.CharField(max_length=14, choices=Topic, blank=True)
    words = FreeText()
    # When more had to be done: from then on it goes as every signal goes.
    signal = models.OneToOneField(
        Signal, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["municipality", "on"])]

    def __str__(self) -> str:
        return f"inloop op {self.on}"
