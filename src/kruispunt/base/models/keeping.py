"""Rows of what went: what may not go yet, what is gone, and the certificate of each night."""

from django.db import models
from django.db.models import Q

from kruispunt.base.models.municipality import Municipality


class Hold(models.Model):
    """Something that may not be thrown away yet: a complaint runs, or a judge asked for it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person_id = models.BigIntegerField()
    reason = models.CharField(max_length=200)
    set_by_id = models.BigIntegerField()
    set_on = models.DateField()
    # The last day; without one it is held until the privacy officer lets it go.
    until = models.DateField(null=True, blank=True)
    lifted_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id"],
                condition=Q(lifted_on__isnull=True),
                name="held_once",
            )
        ]

    def __str__(self) -> str:
        return self.reason


class Tombstone(models.Model):
    """A row that is gone: its number and its class, and nothing of what stood in it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=80)
    ret = models.CharField(max_length=6)
    gone_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "subject"])]

    def __str__(self) -> str:
        return self.subject


class Certificate(models.Model):
    """What one night threw away: how many rows of which class."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    counts = models.JSONField(default=dict)
    held = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y}: {sum(self.counts.values())}"
