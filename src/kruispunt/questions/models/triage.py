"""Rows of how a question was weighed: rule by rule, and what a person made of it."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.fields import FreeText
from kruispunt.core.vocabulary import Intensity
from kruispunt.questions.models.question import Question


class Triage(models.Model):
    """One weighing: what the rules propose, what a named person chose, and why (TRI-05)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="triages")
    proposed = models.CharField(max_length=14, choices=Intensity.choices())
    chosen = models.CharField(max_length=14, choices=Intensity.choices())
    reason = FreeText()
    answers = models.JSONField(default=dict)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="triage_deviates_with_a_reason",
                condition=Q(chosen=F("proposed")) | ~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return self.get_chosen_display()


class TriageLine(models.Model):
    """One rule of one weighing: what it looked at and what it said."""

    triage = models.ForeignKey(Triage, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=10)
    sentence = models.CharField(max_length=300)
    bites = models.BooleanField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["triage", "number"], name="triage_line_once")
        ]

    def __str__(self) -> str:
        return self.sentence
