"""Rows of how often somebody knocked: kept for minutes, and without saying who it was."""

from django.db import models

from kruispunt.base.models.municipality import Municipality


class Knock(models.Model):
    """How many open forms came from one place in one short while.

    The place itself is not in it: only a seal, made anew for each while, so that nobody can be
    followed from the one to the next.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    seal = models.CharField(max_length=64)
    times = models.PositiveIntegerField(default=0)
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "until"])]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "seal"], name="knock_once_a_while")
        ]

    def __str__(self) -> str:
        return f"{self.times} tot {self.until}"
