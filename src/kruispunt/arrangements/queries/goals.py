"""Reading goals, what each side said when looking back, and the steps to less help."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Evaluation, Farewell, Goal, StepDown
from kruispunt.arrangements.permits import goals as may
from kruispunt.arrangements.states.goals import (
    EvaluationState,
    FarewellState,
    Hitch,
    StepDownState,
)
from kruispunt.base.actor import Actor


@dataclass(frozen=True, slots=True)
class Hitches:
    """How often something was named as the reason that help does not work."""

    label: str
    count: int


def goals(actor: Actor, question_id: int) -> QuerySet[Goal]:
    """What someone wants to reach; goals that are open come first."""
    rows = Goal.objects.filter(arrangement__question_id=question_id)
    return may.READ_GOAL.narrow(rows, actor).order_by("state", "by", "pk")


def open_goals(actor: Actor, question_id: int) -> QuerySet[Goal]:
    return goals(actor, question_id).filter(state="set")


def evaluations(actor: Actor, question_id: int) -> QuerySet[Evaluation]:
    """Every time somebody looked back on this answer, or will; last first."""
    rows = Evaluation.objects.filter(arrangement__question_id=question_id)
    found = may.READ_EVALUATION.narrow(rows.exclude(state=EvaluationState.DROPPED), actor)
    return found.prefetch_related("progress__goal").order_by("-due_on", "side", "pk")


def evaluation(actor: Actor, evaluation_id: int) -> Evaluation:
    rows = Evaluation.objects.select_related("arrangement__question__asked_by")
    return may.READ_EVALUATION.narrow(rows, actor).get(pk=evaluation_id)


def evaluations_due(actor: Actor) -> QuerySet[Evaluation]:
    """Whom to look back with, longest overdue first."""
    rows = Evaluation.objects.select_related(
        "arrangement__question__asked_by", "match__volunteering__person"
    )
    planned = rows.filter(state=EvaluationState.PLANNED, due_on__lte=actor.today)
    return may.READ_EVALUATION.narrow(planned, actor).order_by("due_on", "pk")


def hitches(actor: Actor) -> list[Hitches]:
    """What people name as the reason, most often first (C10). No names, no matches."""
    held = Evaluation.objects.filter(state=EvaluationState.HELD)
    lists = permits.COUNT.narrow(held, actor).values_list("why", flat=True)
    counted = Counter(word for words in lists for word in words)
    return [Hitches(str(Hitch(word).label), count) for word, count in counted.most_common()]


def steps_down(actor: Actor, question_id: int) -> QuerySet[StepDown]:
    """The steps to less help, in their order."""
    rows = StepDown.objects.filter(arrangement__question_id=question_id)
    return may.READ_STEP.narrow(rows, actor).order_by("planned_on", "pk")


def step_down(actor: Actor, step_id: int) -> StepDown:
    rows = StepDown.objects.select_related("arrangement__question__asked_by")
    return may.READ_STEP.narrow(rows, actor).get(pk=step_id)


def steps_to_check(actor: Actor) -> QuerySet[StepDown]:
    """Steps of some weeks ago: does it still go well? (C13)"""
    rows = StepDown.objects.select_related("arrangement__question__asked_by")
    taken = rows.filter(state=StepDownState.TAKEN, check_on__lte=actor.today)
    return may.READ_STEP.narrow(taken, actor).order_by("check_on", "pk")


def farewells_due(actor: Actor) -> QuerySet[Farewell]:
    """Farewells and talks after a death that wait for the coordinator."""
    rows = Farewell.objects.select_related(
        "match__arrangement__question__asked_by", "match__volunteering__person"
    ).filter(state=FarewellState.PLANNED)
    return may.SAY_FAREWELL.narrow(rows, actor).order_by("due_on", "pk")


def farewell_of(actor: Actor, match_id: int) -> Farewell | None:
    """How these two part; for the coordinator."""
    rows = Farewell.objects.filter(match_id=match_id).select_related("match__volunteering__person")
    return may.SAY_FAREWELL.narrow(rows, actor).first()
