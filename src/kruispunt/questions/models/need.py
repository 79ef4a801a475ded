"""Rows of needs: one question may hold several, each of its own kind (D18)."""

from django.db import models
from django.db.models import Q

from kruispunt.core.vocabulary import Kind
from kruispunt.questions.models.question import Question


class Need(models.Model):
    """One part of what someone needs: which kind of help, and from how many people."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField(max_length=30, choices=Kind.choices())
    number = models.PositiveSmallIntegerField(default=1)
    place = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["question", "kind"], name="need_once_a_kind"),
            models.CheckConstraint(name="need_number_1_to_9", condition=Q(number__range=(1, 9))),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
