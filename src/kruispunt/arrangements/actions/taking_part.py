"""Taking part in an activity: a place or the waiting list, there or not, and stopping (C14)."""

from datetime import date

from kruispunt.arrangements.actions import letters_taking_part as letters
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_of_places import (
    give_up_place,
    is_closed_to,
    move_enrolment,
)
from kruispunt.arrangements.actions.steps_when_running import answer_runs, part_ended
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import HOLDS_A_PLACE, EnrolmentState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.offers import actions as offers
from kruispunt.offers.actions import NoPlaceLeft


@action
def enrol(actor: Actor, question_id: int, *, activity_id: int, meets: tuple[str, ...]) -> Enrolment:
    """Enrol someone in an activity; when it is full they wait, and the first in line goes first."""
    arrangement = arrangement_of(actor, question_id)
    permits.ENROL.require(actor, arrangement)
    enrolment = keep(
        Enrolment(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            activity_id=activity_id,
            meets=list(meets),
            asked_at=actor.at,
            state_since=actor.at,
        )
    )
    asker = arrangement.question.asked_by_id
    journal.write(actor, "enrolment.ask", enrolment, person_id=asker, meets=meets)
    return _move_up(actor.through("arrangements"), enrolment)


@action
def attend(actor: Actor, enrolment_id: int, *, there: bool, on: date | None = None) -> Enrolment:
    """Note whether someone was there."""
    enrolment = _take(actor, enrolment_id, permits.ATTEND)
    enrolment.last_on = on or actor.today
    if there:
        enrolment.times_there += 1
    else:
        enrolment.times_missed += 1
    return move_enrolment(actor, enrolment, "attend", there=there)


@action
def end_enrolment(actor: Actor, enrolment_id: int, *, planned: bool = True) -> Enrolment:
    """They stop; the place goes to whoever waits longest."""
    enrolment = _take(actor, enrolment_id, permits.END_ENROLMENT)
    inside = actor.through("arrangements")
    took_part = enrolment.state == EnrolmentState.ENROLLED
    held = enrolment.state in HOLDS_A_PLACE
    enrolment.due_on = None
    moved = move_enrolment(actor, enrolment, "end_enrolment", planned=planned)
    letters.she_answered(actor, moved)
    if held:
        give_up_place(inside, moved.activity_id)
    if took_part:
        part_ended(inside, moved.arrangement, planned=planned, why="enrolment")
    return moved


@action
def enrol_again(actor: Actor, enrolment_id: int) -> Enrolment:
    """They come back, on a place or at the end of the line."""
    enrolment = _take(actor, enrolment_id, permits.ATTEND)
    enrolment.asked_at = actor.at
    enrolment.offered_at = enrolment.due_on = None
    enrolment.confirmed_at = enrolment.confirmed_by = None
    again = move_enrolment(actor, enrolment, "enrol_again")
    return _move_up(actor.through("arrangements"), again)


def _move_up(inside: Actor, enrolment: Enrolment) -> Enrolment:
    """Take a place when there is one; otherwise they stay in line."""
    if is_closed_to(inside, enrolment):
        return enrolment
    try:
        offers.take_spot(inside, enrolment.activity_id)
    except NoPlaceLeft:
        return enrolment
    moved = move_enrolment(inside, enrolment, "move_up")
    letters.there_is_a_place(inside, moved)
    answer_runs(inside, moved.arrangement)
    return moved


def _take(actor: Actor, enrolment_id: int, may: Permit) -> Enrolment:
    return take(actor, Enrolment, enrolment_id, may=may, see=permits.READ_PART)
