"""Rows of goals: what someone wants to reach, how far it came, and the steps to less help."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.states.goals import (
    Domain,
    EvaluationState,
    GoalState,
    Hitch,
    Moment,
    NextStep,
    Reached,
    Rung,
    StepDownState,
)
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.fields import FreeText, WordList


class Goal(models.Model):
    """What someone wants to reach, in their own words: by when, and who does what (HYB-04)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.CASCADE, related_name="goals")
    words = FreeText(blank=False)
    domain = models.CharField(max_length=8, choices=Domain, blank=True)
    start_situation = FreeText()
    by = models.DateField()
    who_does_what = FreeText(blank=False)
    # Whether people from the network or a volunteer have a part in it.
    informal = models.BooleanField(default=True)
    state = models.CharField(max_length=7, choices=GoalState, default=GoalState.SET)
    state_since = models.DateTimeField()
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="goal_state_known", condition=Q(state__in=GoalState.values))
        ]

    def __str__(self) -> str:
        return str(self.words[:40])


class Evaluation(models.Model):
    """One side looks back: what works, what does not, and why (CHK-03)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(
        Arrangement, on_delete=models.CASCADE, related_name="evaluations"
    )
    match = models.ForeignKey(
        Match, on_delete=models.CASCADE, null=True, blank=True, related_name="evaluations"
    )
    moment = models.CharField(max_length=9, choices=Moment)
    side = models.CharField(max_length=9, choices=Side)
    due_on = models.DateField()
    state = models.CharField(max_length=7, choices=EvaluationState, default=EvaluationState.PLANNED)
    state_since = models.DateTimeField()
    held_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    works = FreeText()
    works_not = FreeText()
    why = WordList(Hitch)
    next_step = models.CharField(max_length=9, choices=NextStep, blank=True)
    next_words = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="evaluation_state_known", condition=Q(state__in=EvaluationState.values)
            ),
            models.CheckConstraint(
                name="evaluation_held_says_what_is_next",
                condition=~Q(state=EvaluationState.HELD) | (~Q(works="") & ~Q(next_step="")),
            ),
            models.UniqueConstraint(
                fields=["match", "side", "moment", "due_on"],
                condition=Q(match__isnull=False),
                name="looked_back_once_a_moment",
            ),
            models.UniqueConstraint(
                fields=["arrangement", "side", "moment", "due_on"],
                condition=Q(match__isnull=True),
                name="looked_back_on_the_whole_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_moment_display()}: {self.get_side_display()}"


class Progress(models.Model):
    """How far one goal had come when one side looked back (C9)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="progress")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="progress")
    reached = models.CharField(max_length=6, choices=Reached)

    class Meta:
        verbose_name_plural = "progress"
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "goal"], name="one_answer_a_goal")
        ]

    def __str__(self) -> str:
        return self.get_reached_display()


class StepDown(models.Model):
    """One step on the way to less help, and whether it still goes well weeks later (C13)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.CASCADE, related_name="steps")
    rung = models.CharField(max_length=6, choices=Rung)
    words = FreeText(blank=False)
    planned_on = models.DateField()
    taken_on = models.DateField(null=True, blank=True)
    check_on = models.DateField(null=True, blank=True)
    check_words = FreeText()
    state = models.CharField(max_length=7, choices=StepDownState, default=StepDownState.PLANNED)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "check_on"])]
        constraints = [
            models.CheckConstraint(
                name="step_down_state_known", condition=Q(state__in=StepDownState.values)
            ),
            models.CheckConstraint(
                name="step_taken_is_checked_later",
                condition=~Q(state=StepDownState.TAKEN)
                | Q(taken_on__isnull=False, check_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rung_display()}: {self.words[:40]}"
