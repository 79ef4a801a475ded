"""From a proposal to two yeses, each given without knowing the other's (MAT-04)."""

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions import letters
from kruispunt.arrangements.actions.steps import arrangement_of, move_match, take_match
from kruispunt.arrangements.actions.steps_when_running import (
    answer_runs,
    count_helpers,
    kinds_met,
)
from kruispunt.arrangements.models import Arrangement, Match
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY, MatchState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.parts import TwoHats
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.cards import Volunteer
from kruispunt.core.dropped import dropped
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as offering
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions
from kruispunt.questions.states import FOR_VOLUNTEERS

NOT_NOW = "Voor deze vraag zoeken we nu geen vrijwilliger."


class CannotPropose(ImpossibleMove):
    """These two cannot be proposed to each other; the message says why."""


@action
def approve(actor: Actor, question_id: int, *, good_to_know: str, goal: str = "") -> Arrangement:
    """Keep the sentence that the resident read and agreed to share with a volunteer (PRV-05)."""
    arrangement = arrangement_of(actor, question_id)
    permits.APPROVE.require(actor, arrangement)
    arrangement.good_to_know, arrangement.goal = good_to_know, goal
    arrangement.approved_at = actor.at
    keep(arrangement)
    journal.write(actor, "arrangement.approve", arrangement)
    return arrangement


@action
def propose(actor: Actor, question_id: int, *, volunteering_id: int) -> Match:
    """Propose two people to each other by hand; whoever the rules refuse is refused here too."""
    may_begin(actor, permits.PROPOSE)
    if not invitations.fits(actor, question_id, volunteering_id):
        raise CannotPropose("Deze vrijwilliger past niet bij deze vraag.")
    match = _propose(actor, question_id, volunteering_id=volunteering_id, invitation_id=None)
    letters.ask_volunteer(actor, match)
    return match


@action
def accept_invitation(actor: Actor, invitation_id: int) -> Match:
    """The volunteer says yes to an invitation; now the resident is asked."""
    inside = actor.through("arrangements")
    invitation = invitations.asked(actor, invitation_id)
    matching.accept(inside, invitation_id)
    match = _propose(
        actor,
        invitation.question_id,
        volunteering_id=invitation.volunteering_id,
        invitation_id=invitation_id,
    )
    match.volunteer_agreed_at = actor.at
    return move_match(actor, match, "agree_as_volunteer")


@action
def agree_as_volunteer(actor: Actor, match_id: int) -> Match:
    """The volunteer says yes."""
    match = take_match(actor, match_id, permits.AGREE_AS_VOLUNTEER)
    match.volunteer_agreed_at = actor.at
    return _start_when_both(actor, match, "agree_as_volunteer")


@action
def agree_as_resident(actor: Actor, match_id: int) -> Match:
    """The resident says yes, or tells it at the desk or by phone to whoever notes it here."""
    match = take_match(actor, match_id, permits.AGREE_AS_RESIDENT)
    match.resident_agreed_at = actor.at
    return _start_when_both(actor, match, "agree_as_resident")


@action
def decline(actor: Actor, match_id: int, *, side: str, why: str = "") -> Match:
    """One of both says no. That is fine, and nobody has to say why."""
    match = take_match(actor, match_id, permits.DECLINE)
    match.declined_by = side
    letters.declined(actor, match)
    moved = move_match(actor, match, "decline", side=side, why=why)
    count_helpers(actor.through("arrangements"), moved.arrangement)
    return moved


def _propose(
    actor: Actor, question_id: int, *, volunteering_id: int, invitation_id: int | None
) -> Match:
    arrangement = arrangement_of(actor, question_id)
    question = arrangement.question
    if question.state not in FOR_VOLUNTEERS:
        raise CannotPropose(NOT_NOW)
    open_ones = arrangement.matches.filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    if open_ones.filter(volunteering_id=volunteering_id).exists():
        raise CannotPropose("Deze vrijwilliger helpt hier al, of denkt erover na.")
    card = offering.ready_card(actor, volunteering_id)
    match = _keep(
        actor,
        Match(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            volunteering_id=volunteering_id,
            invitation_id=invitation_id,
            meets=kinds_met(arrangement, card.kinds),
            wishes_dropped=_wishes_dropped(actor, arrangement, card),
            intensity=question.intensity,
            hours=question.hours,
            state_since=actor.at,
            due_on=due(actor, "match.answer"),
            proposed_at=actor.at,
        ),
    )
    journal.write(actor, "match.propose", match, person_id=question.asked_by_id)
    letters.ask_resident(actor, match)
    count_helpers(actor.through("arrangements"), arrangement)
    return match


def _wishes_dropped(actor: Actor, arrangement: Arrangement, card: Volunteer) -> int:
    """Whoever let go of several wishes is asked sooner how it goes (MAT-06)."""
    try:
        ask = questions.card_of(actor, arrangement.question)
    except questions.NotReadyForTheScales:
        return 0
    return len(dropped(ask, card))


def _start_when_both(actor: Actor, match: Match, verb: str) -> Match:
    inside = actor.through("arrangements")
    _keep_apart(actor, match)
    if match.volunteer_agreed_at and match.resident_agreed_at:
        match.place = offers.take_place(
            inside, match.volunteering_id, intensity=match.intensity, hours=match.hours
        )
    moved = move_match(actor, match, verb)
    if moved.state == MatchState.INTRODUCTION:
        letters.both_agreed(actor, moved)
        answer_runs(inside, moved.arrangement)
    return moved


def _keep(actor: Actor, match: Match) -> Match:
    try:
        return keep(match, giving=actor)
    except TwoHats as refused:
        raise CannotPropose(NOT_NOW) from refused


def _keep_apart(actor: Actor, match: Match) -> None:
    """Who may never meet does not, along whichever path; the words give nothing away."""
    asker = match.arrangement.question.asked_by_id
    if match.volunteering.person_id in people.never_with(actor, asker):
        raise CannotPropose(NOT_NOW)
