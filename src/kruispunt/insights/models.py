"""Rows of what is aimed at: where we were, where we want to be, and from when that counts."""

from django.db import models
from django.db.models import Q

from kruispunt.core.aims import Aim


class Target(models.Model):
    """A number that is aimed at from a day on; both numbers may still be unknown (OUT-01)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    aim = models.CharField(max_length=40, choices=Aim.choices())
    # Where we were before we aimed at it: what is more than this is extra (A6).
    baseline = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    # Nothing is unknown, and is never read as nought.
    number = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "aim", "valid_from"], name="one_target_from_a_day"
            ),
            models.CheckConstraint(
                name="target_is_not_negative",
                condition=(Q(number__isnull=True) | Q(number__gte=0))
                & (Q(baseline__isnull=True) | Q(baseline__gte=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_aim_display()}: {self.number or '?'}"
