"""Setting goals in someone's own words, and knowing when they are reached (C9, HYB-04)."""

from dataclasses import dataclass, fields
from datetime import date

from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.models import Goal
from kruispunt.arrangements.permits import goals as permits
from kruispunt.arrangements.states.goals import GOAL_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move
from kruispunt.base.verbs import action


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A goal: what someone wants in their own words, by when, and who does what."""

    words: str
    by: date
    who_does_what: str
    domain: str = ""
    start_situation: str = ""
    informal: bool = True


@action
def set_goal(actor: Actor, question_id: int, *, wanted: Wanted) -> Goal:
    """Write down what someone wants to reach, in the words of whoever asks."""
    arrangement = arrangement_of(actor, question_id)
    permits.SET_GOAL.require(actor, arrangement)
    goal = Goal(
        municipality_id=actor.municipality_id,
        arrangement=arrangement,
        set_at=actor.at,
        state_since=actor.at,
    )
    for field in fields(wanted):
        setattr(goal, field.name, getattr(wanted, field.name))
    keep(goal)
    journal.write(actor, "goal.set", goal, person_id=arrangement.question.asked_by_id)
    return goal


@action
def reach_goal(actor: Actor, goal_id: int) -> Goal:
    """The goal is reached, says whoever set it."""
    return _move(actor, goal_id, "reach_goal")


@action
def let_go_of_goal(actor: Actor, goal_id: int) -> Goal:
    """This goal no longer fits; that is fine, and a new one can be set."""
    return _move(actor, goal_id, "let_go_of_goal")


def _move(actor: Actor, goal_id: int, verb: str) -> Goal:
    goal = take(actor, Goal, goal_id, may=permits.CHANGE_GOAL, see=permits.READ_GOAL)
    asker = goal.arrangement.question.asked_by_id
    return make_move(actor, goal, table=GOAL_MOVES, verb=verb, person_id=asker)
