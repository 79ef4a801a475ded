"""Rows of two signals of which a person said whether they are about the same person (SM-1)."""

from django.db import models
from django.db.models import F, Q

from kruispunt.questions.models.signal import Signal
from kruispunt.questions.states import PairState


class SignalPair(models.Model):
    """Two signals beside each other; `first` leads, and what becomes of it counts for both."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    first = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="followers")
    second = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="leaders")
    state = models.CharField(max_length=6, choices=PairState, default=PairState.OPEN)
    state_since = models.DateTimeField()
    decided_by = models.ForeignKey(
        "people.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="signal_pair_state_known", condition=Q(state__in=PairState.values)
            ),
            models.CheckConstraint(name="signal_pair_of_two", condition=~Q(first=F("second"))),
            models.UniqueConstraint(fields=["first", "second"], name="signal_pair_once"),
            models.UniqueConstraint(
                fields=["second"],
                condition=Q(state=PairState.JOINED),
                name="signal_follows_one",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
