"""The steps that every verb of a match shares."""

from datetime import date

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Arrangement, Match
from kruispunt.arrangements.states import MATCH_MOVES, MatchState
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due

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
    term = TERM_OF.get(target)
    match.due_on = due(actor, term) if term else due_on
    asker = match.arrangement.question.asked_by_id
    return make_move(actor, match, table=MATCH_MOVES, verb=verb, person_id=asker, **facts)


def arrangement_of(actor: Actor, question_id: int) -> Arrangement:
    """The open arrangement around a question, opened when there is none yet."""
    arrangement, _ = Arrangement.objects.select_for_update(of=("self",)).get_or_create(
        municipality_id=actor.municipality_id,
        question_id=question_id,
        closed_at=None,
        defaults={"opened_at": actor.at},
    )
    return arrangement
