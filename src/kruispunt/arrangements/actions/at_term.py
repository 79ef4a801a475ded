"""The longest a match goes on where a municipality sets that: a farewell, then others (CAP-03)."""

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.steps_of_looking_back import plan_farewell
from kruispunt.arrangements.models import Match
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.verbs import action


@action
def reach_term(actor: Actor, match_id: int) -> Match:
    """Put the conversation about saying goodbye on somebody's desk; nothing stops by itself."""
    match = take(actor, Match, match_id, may=permits.REACH_TERM)
    plan_farewell(actor, match)
    asker = match.arrangement.question.asked_by_id
    journal.write(actor, "match.reach_term", match, person_id=asker)
    return match
