"""Going from more help to less, and looking later whether that holds (C12, C13, HYB-06)."""

from datetime import date

from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.models import StepDown
from kruispunt.arrangements.permits import goals as permits
from kruispunt.arrangements.states.goals import STEP_DOWN_MOVES, Rung, StepDownState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.questions import actions as questions
from kruispunt.questions.states import State

HEAVIEST_FIRST = tuple(Rung.values)


class WrongRung(ImpossibleMove):
    """This step would lead back to more help; look back first."""


@action
def plan_step(
    actor: Actor, question_id: int, *, rung: str, words: str, planned_on: date
) -> StepDown:
    """Agree on a step to less help: from cooking together to the eating club."""
    arrangement = arrangement_of(actor, question_id)
    permits.PLAN_STEP.require(actor, arrangement)
    there = arrangement.steps.filter(state__in=(StepDownState.TAKEN, StepDownState.KEPT))
    if any(HEAVIEST_FIRST.index(one.rung) > HEAVIEST_FIRST.index(rung) for one in there):
        raise WrongRung("Deze stap gaat terug naar meer hulp. Kijk eerst samen terug.")
    step = keep(
        StepDown(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            rung=rung,
            words=words,
            planned_on=planned_on,
            state_since=actor.at,
        )
    )
    journal.write(actor, "step_down.plan", step, rung=rung)
    return step


@action
def take_step(actor: Actor, step_id: int, *, on: date | None = None) -> StepDown:
    """The step is taken; some weeks later we ask whether it holds."""
    step = _take(actor, step_id)
    step.taken_on = on or actor.today
    step.check_on = due(actor, "step_down.check")
    return _move(actor, step, "take_step", rung=step.rung)


@action
def keep_going(actor: Actor, step_id: int, *, words: str = "") -> StepDown:
    """Weeks later it still goes well, without the help of before."""
    step = _take(actor, step_id)
    step.check_words = words
    return _move(actor, step, "keep_going", rung=step.rung)


@action
def slip_back(actor: Actor, step_id: int, *, words: str) -> StepDown:
    """It did not hold, and nobody is to blame: the question is on the desk again."""
    step = _take(actor, step_id)
    step.check_words = words
    question, inside = step.arrangement.question, actor.through("arrangements")
    if question.state == State.ANSWERED:
        questions.resume(inside, question.pk, why="step_down")
    elif question.state == State.COMPLETED:
        questions.reopen(inside, question.pk, why="step_down")
    return _move(actor, step, "slip_back", rung=step.rung)


@action
def drop_step(actor: Actor, step_id: int) -> StepDown:
    """This step is not taken after all."""
    return _move(actor, _take(actor, step_id), "drop_step")


def _take(actor: Actor, step_id: int) -> StepDown:
    return take(actor, StepDown, step_id, may=permits.STEP_DOWN, see=permits.READ_STEP)


def _move(actor: Actor, step: StepDown, verb: str, **facts: object) -> StepDown:
    asker = step.arrangement.question.asked_by_id
    return make_move(actor, step, table=STEP_DOWN_MOVES, verb=verb, person_id=asker, **facts)
