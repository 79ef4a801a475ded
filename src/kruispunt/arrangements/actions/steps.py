"""The steps that every verb of a match shares."""

from datetime import date

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Arrangement, CheckIn, Match
from kruispunt.arrangements.states import (
    CHECK_IN_MOVES,
    MATCH_MOVES,
    OVER,
    CheckInState,
    MatchState,
)
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due
from kruispunt.core import terms
from kruispunt.core.accompany import moments
from kruispunt.core.vocabulary import Intensity
from kruispunt.matching import actions as matching

FURTHER = {"agree_as_volunteer", "agree_as_resident", "start_trial", "activate", "resume", "renew"}


class OnHold(ImpossibleMove):
    """This match was stopped; only who stopped it can let it go (MLD-07)."""


TERM_OF = {
    MatchState.PROPOSED: "match.answer",
    MatchState.VOLUNTEER_AGREED: "match.answer",
    MatchState.RESIDENT_AGREED: "match.answer",
    MatchState.INTRODUCTION: "match.introduction",
}


def take_match(actor: Actor, match_id: int, may: Permit) -> Match:
    """Lock the row and see whether this actor may do this to it."""
    return take(actor, Match, match_id, may=may, see=permits.READ_MATCH)


def move_match(
    actor: Actor, match: Match, verb: str, *, due_on: date | None = None, **facts: object
) -> Match:
    """Make the move, and count from today how long the new state may last."""
    target = MatchState(MATCH_MOVES.target(verb, match.state))
    if match.on_hold and verb in FURTHER:
        raise OnHold("Deze koppeling staat stil. Wacht op bericht.")
    term = TERM_OF.get(target)
    match.due_on = due(actor, term) if term else due_on
    asker = match.arrangement.question.asked_by_id
    moved = make_move(actor, match, table=MATCH_MOVES, verb=verb, person_id=asker, **facts)
    if target in OVER and match.invitation_id is not None:
        matching.let_go(actor.through("arrangements"), match.invitation_id)
    return moved


def plan_check_ins(actor: Actor, match: Match, *, after: date, until: date) -> None:
    """Plan to ask both sides apart how it goes, as often as the class asks for (CHK-01)."""
    if match.met_on is None:
        return
    days = moments(Intensity(match.intensity), match.met_on, after=after, until=until)
    CheckIn.objects.bulk_create(
        (
            CheckIn(
                municipality_id=actor.municipality_id,
                match=match,
                side=side,
                on=terms.working_day_from(day),
                state_since=actor.at,
            )
            for day in days
            for side in (Side.RESIDENT, Side.VOLUNTEER)
        ),
        ignore_conflicts=True,
    )


def drop_check_ins(actor: Actor, match: Match) -> None:
    """Nobody is asked any more about a match that ended."""
    waiting = (CheckInState.PLANNED, CheckInState.ASKED)
    CheckIn.objects.filter(match=match, state__in=waiting).update(
        state=CHECK_IN_MOVES.target("drop_check_in", CheckInState.PLANNED), state_since=actor.at
    )


def arrangement_of(actor: Actor, question_id: int) -> Arrangement:
    """The open arrangement around a question, opened when there is none yet."""
    arrangement, _ = Arrangement.objects.select_for_update(of=("self",)).get_or_create(
        municipality_id=actor.municipality_id,
        question_id=question_id,
        closed_at=None,
        defaults={"opened_at": actor.at},
    )
    return arrangement
