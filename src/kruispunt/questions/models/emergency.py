"""Rows of looks in an emergency: who broke the glass, why, and until when it stays open."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.questions.models.question import Question


class EmergencyLook(models.Model):
    """Someone who sees no names had to know who asks; the privacy officer reads why (PRV-15)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = FreeText(blank=False)
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="emergency_look_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.at:%d-%m-%Y %H:%M}"
