"""The line for a group: a place is offered, she says yes or no, and silence lets it go on (K22)."""

from kruispunt.arrangements.actions import letters_taking_part as letters
from kruispunt.arrangements.actions.steps_of_places import (
    give_up_place,
    is_closed_to,
    move_enrolment,
    offer_next,
)
from kruispunt.arrangements.actions.steps_when_running import answer_runs
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import EnrolmentState
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import may_begin
from kruispunt.base.verbs import action


@action
def offer_place(actor: Actor, activity_id: int) -> Enrolment | None:
    """A place is free and somebody waits: it is offered without anyone looking for it."""
    may_begin(actor, permits.OFFER_PLACE)
    return offer_next(actor.through("arrangements"), activity_id)


@action
def confirm_place(actor: Actor, enrolment_id: int) -> Enrolment:
    """She comes: by the link in her letter, or in words that somebody noted. Twice is once."""
    enrolment = _take(actor, enrolment_id)
    inside = actor.through("arrangements")
    if enrolment.state == EnrolmentState.ENROLLED and enrolment.confirmed_at is not None:
        return enrolment
    if enrolment.state == EnrolmentState.OFFERED and is_closed_to(inside, enrolment):
        raise ImpossibleMove("Deze plek is niet meer vrij. Bel ons gerust.")
    enrolment.due_on = None
    enrolment.confirmed_at, enrolment.confirmed_by_id = actor.at, actor.person_id
    moved = move_enrolment(actor, enrolment, "confirm_place")
    letters.she_answered(actor, moved)
    letters.there_is_a_place(inside, moved)
    answer_runs(inside, moved.arrangement)
    return moved


@action
def decline_place(actor: Actor, enrolment_id: int) -> Enrolment:
    """She does not come, without a reason: the place that was held goes to the next one at once."""
    enrolment = _take(actor, enrolment_id)
    held = enrolment.state == EnrolmentState.OFFERED
    enrolment.due_on = None
    moved = move_enrolment(actor, enrolment, "decline_place")
    letters.she_answered(actor, moved)
    if held:
        give_up_place(actor.through("arrangements"), moved.activity_id)
    return moved


@action
def let_offer_pass(actor: Actor, enrolment_id: int) -> Enrolment:
    """No answer in time: the place goes to the next one, and somebody calls her."""
    enrolment = take(actor, Enrolment, enrolment_id, may=permits.OFFER_PLACE)
    moved = move_enrolment(actor, enrolment, "let_offer_pass")
    letters.she_answered(actor, moved)
    give_up_place(actor.through("arrangements"), moved.activity_id)
    return moved


def _take(actor: Actor, enrolment_id: int) -> Enrolment:
    return take(actor, Enrolment, enrolment_id, may=permits.ANSWER_PLACE, see=permits.READ_PART)
