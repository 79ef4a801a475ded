"""Rows of the journal: one line for everything that happened, each sealed to the one before."""

from django.db import models
from django.db.models.functions import Now

from kruispunt.base.models.municipality import Municipality


class JournalLine(models.Model):
    """Who did what to which row, and when. The database itself refuses to change or drop a line."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.BigIntegerField()
    actor_id = models.BigIntegerField(null=True)
    roles = models.CharField(max_length=200, blank=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    person_id = models.BigIntegerField(null=True)
    ground = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict)
    written_at = models.DateTimeField()
    recorded_at = models.DateTimeField(db_default=Now())
    seal = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"]),
            models.Index(fields=["municipality", "person_id", "id"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="journal_in_one_row")
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"


class JournalHead(models.Model):
    """How far a municipality's journal has come: a line that goes missing at the end shows too."""

    municipality = models.OneToOneField(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.municipality}: {self.number}"
