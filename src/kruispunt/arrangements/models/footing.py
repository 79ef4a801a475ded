"""Rows of how a resident stands in life, asked at the beginning and at the end (C15)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.states.footing import Enough, FootingState, InHand, Occasion, Seen


class Footing(models.Model):
    """What someone has in her own hands and whom she sees, in her own judgement."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.CASCADE, related_name="footings")
    occasion = models.CharField(max_length=5, choices=Occasion)
    asked_on = models.DateField()
    due_on = models.DateField()
    again_on = models.DateField()
    in_hand = models.PositiveSmallIntegerField(choices=InHand, null=True, blank=True)
    seen = models.PositiveSmallIntegerField(choices=Seen, null=True, blank=True)
    enough = models.PositiveSmallIntegerField(choices=Enough, null=True, blank=True)
    state = models.CharField(max_length=8, choices=FootingState, default=FootingState.ASKED)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="footing_state_known", condition=Q(state__in=FootingState.values)
            ),
            models.CheckConstraint(
                name="footing_answered_as_a_whole",
                condition=~Q(state=FootingState.ANSWERED)
                | Q(
                    in_hand__isnull=False,
                    in_hand__range=(1, 5),
                    seen__isnull=False,
                    seen__range=(0, 3),
                    enough__isnull=False,
                    enough__range=(1, 3),
                ),
            ),
            models.UniqueConstraint(
                fields=["arrangement", "asked_on"], name="asked_how_one_stands_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()}: {self.get_state_display()}"
