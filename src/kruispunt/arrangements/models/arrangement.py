"""Rows of arrangements: what is done for one question, and what may be told about it."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import ForVolunteers, FreeText


class Arrangement(models.Model):
    """The answer to one question: one or more parts, and the sentence that may be shared."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="+")
    # "Good to know", in functional words, read and approved by the resident (PRV-05, PRV-06).
    good_to_know = ForVolunteers()
    approved_at = models.DateTimeField(null=True, blank=True)
    goal = ForVolunteers()
    # Why care is in the answer, when help from people nearby goes first (D5).
    why_formal = FreeText()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(closed_at__isnull=True),
                name="one_open_arrangement_a_question",
            ),
            models.CheckConstraint(
                name="what_is_approved_is_written",
                condition=Q(approved_at__isnull=True) | ~Q(good_to_know=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.good_to_know[:40])
