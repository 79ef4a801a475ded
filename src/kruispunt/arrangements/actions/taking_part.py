"""Taking part in an activity: a place or the waiting list, there or not, and stopping (C14)."""

from datetime import date

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions import letters_taking_part as letters
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_when_running import answer_runs, part_ended
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import ENROLMENT_MOVES, EnrolmentState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move
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
    return _move(actor, enrolment, "attend", there=there)


@action
def end_enrolment(actor: Actor, enrolment_id: int, *, planned: bool = True) -> Enrolment:
    """They stop; the place goes to whoever waits longest."""
    enrolment = _take(actor, enrolment_id, permits.END_ENROLMENT)
    inside = actor.through("arrangements")
    took_part = enrolment.state == EnrolmentState.ENROLLED
    moved = _move(actor, enrolment, "end_enrolment", planned=planned)
    if took_part:
        offers.free_spot(inside, moved.activity_id)
        _next_in_line(inside, moved.activity_id)
        part_ended(inside, moved.arrangement, planned=planned, why="enrolment")
    return moved


@action
def enrol_again(actor: Actor, enrolment_id: int) -> Enrolment:
    """They come back, on a place or at the end of the line."""
    enrolment = _take(actor, enrolment_id, permits.ATTEND)
    enrolment.asked_at = actor.at
    return _move_up(actor.through("arrangements"), _move(actor, enrolment, "enrol_again"))


def _move_up(inside: Actor, enrolment: Enrolment) -> Enrolment:
    """Take a place when there is one; otherwise they stay in line."""
    asker = enrolment.arrangement.question.asked_by_id
    if enrolment.activity_id in queries.closed_activities(inside, asker):
        return enrolment
    try:
        offers.take_spot(inside, enrolment.activity_id)
    except NoPlaceLeft:
        return enrolment
    moved = _move(inside, enrolment, "move_up")
    letters.there_is_a_place(inside, moved)
    answer_runs(inside, moved.arrangement)
    return moved


def _next_in_line(inside: Actor, activity_id: int) -> None:
    waiting = Enrolment.objects.filter(
        municipality_id=inside.municipality_id,
        activity_id=activity_id,
        state=EnrolmentState.WAITING,
    )
    for one in waiting.select_for_update(of=("self",)).order_by("asked_at", "pk"):
        if _move_up(inside, one).state == EnrolmentState.ENROLLED:
            return


def _take(actor: Actor, enrolment_id: int, may: Permit) -> Enrolment:
    return take(actor, Enrolment, enrolment_id, may=may, see=permits.READ_PART)


def _move(actor: Actor, enrolment: Enrolment, verb: str, **facts: object) -> Enrolment:
    asker = enrolment.arrangement.question.asked_by_id
    return make_move(actor, enrolment, table=ENROLMENT_MOVES, verb=verb, person_id=asker, **facts)
