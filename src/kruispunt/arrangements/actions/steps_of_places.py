"""A place in a group that falls free: held for whoever waits longest, and offered to her (K22)."""

from django.db.models import QuerySet

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions import letters_taking_part as letters
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.queries.places import in_line
from kruispunt.arrangements.states.parts import ENROLMENT_MOVES, EnrolmentState
from kruispunt.base.actor import Actor
from kruispunt.base.locks import locked
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due
from kruispunt.offers import actions as offers
from kruispunt.offers.actions import NoPlaceLeft

TERM_OF = {EnrolmentState.OFFERED: "enrolment.answer"}


def offer_next(inside: Actor, activity_id: int) -> Enrolment | None:
    """Hold the free place and ask the first in line whether she comes; nobody in line is no one."""
    line = in_line(inside, activity_id)
    if _first(inside, line) is None:
        return None
    try:
        # The place first and then the line, always in this order, so that two who offer at the
        # same moment never wait for each other: the second finds the activity full.
        offers.take_spot(inside, activity_id)
    except NoPlaceLeft:
        return None
    first = _first(inside, locked(line))
    if first is None:
        offers.free_spot(inside, activity_id)
        return None
    first.offered_at, first.due_on = inside.at, due(inside, TERM_OF[EnrolmentState.OFFERED])
    moved = move_enrolment(inside, first, "offer_place")
    letters.a_place_fell_free(inside, moved)
    return moved


def give_up_place(inside: Actor, activity_id: int) -> None:
    """Nobody has this place any more: it goes to whoever waits longest."""
    offers.free_spot(inside, activity_id)
    offer_next(inside, activity_id)


def is_closed_to(inside: Actor, enrolment: Enrolment) -> bool:
    """Whether this activity reads as full for her, whatever its count says."""
    asker = enrolment.arrangement.question.asked_by_id
    return enrolment.activity_id in queries.closed_activities(inside, asker)


def move_enrolment(actor: Actor, enrolment: Enrolment, verb: str, **facts: object) -> Enrolment:
    asker = enrolment.arrangement.question.asked_by_id
    return make_move(actor, enrolment, table=ENROLMENT_MOVES, verb=verb, person_id=asker, **facts)


def _first(inside: Actor, line: "QuerySet[Enrolment]") -> Enrolment | None:
    """The first in line for whom there can be a place."""
    return next((one for one in line.all() if not is_closed_to(inside, one)), None)
