"""Rows of how a match goes: what each side answers, and what a volunteer asks a professional."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.states import AdviceState, CheckInState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.fields import ForVolunteers, FreeText


class CheckIn(models.Model):
    """One side of a match, asked how it goes: two minutes, by link, phone or paper (CHK-02)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="check_ins")
    side = models.CharField(max_length=9, choices=Side)
    on = models.DateField()
    state = models.CharField(max_length=8, choices=CheckInState, default=CheckInState.PLANNED)
    state_since = models.DateTimeField()
    answered_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    times_met = models.PositiveSmallIntegerField(null=True, blank=True)
    contact_score = models.PositiveSmallIntegerField(null=True, blank=True)
    costs_more = models.BooleanField(null=True, blank=True)
    as_agreed = models.BooleanField(null=True, blank=True)
    needs = FreeText()
    words = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "on"])]
        constraints = [
            models.CheckConstraint(
                name="check_in_state_known", condition=Q(state__in=CheckInState.values)
            ),
            models.CheckConstraint(
                name="check_in_score_1_to_5",
                condition=Q(contact_score__isnull=True) | Q(contact_score__range=(1, 5)),
            ),
            models.CheckConstraint(
                name="check_in_of_one_side", condition=Q(side__in=("resident", "volunteer"))
            ),
            models.UniqueConstraint(fields=["match", "side", "on"], name="asked_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.get_state_display()}"


class Advice(models.Model):
    """A volunteer asks the professional behind a match, who answers within five working days."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="advices")
    to = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = FreeText(blank=False)
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    answer = ForVolunteers()
    state = models.CharField(max_length=8, choices=AdviceState, default=AdviceState.ASKED)
    state_since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "advices"
        constraints = [
            models.CheckConstraint(
                name="advice_answered_says_something",
                condition=~Q(state=AdviceState.ANSWERED) | ~Q(answer=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.words[:40])
