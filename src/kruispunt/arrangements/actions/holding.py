"""Stopping a match at once because something is not safe; nobody is told why (MLD-07)."""

from kruispunt.arrangements.actions.steps import move_match
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.permits.holding import HOLD
from kruispunt.arrangements.states import MATCH_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action


@action
def hold(actor: Actor, match_id: int) -> Match:
    """Stop this match now, wherever it stands; it goes no further until it is let go."""
    match = take(actor, Match, match_id, may=HOLD)
    match.on_hold = True
    keep(match)
    journal.write(actor, "match.hold", match)
    if "pause" in MATCH_MOVES.verbs(match.state):
        return move_match(actor, match, "pause")
    return match


@action
def release(actor: Actor, match_id: int) -> Match:
    """Let a match go that was stopped; whether it goes on is for the coordinator."""
    match = take(actor, Match, match_id, may=HOLD)
    match.on_hold = False
    keep(match)
    journal.write(actor, "match.release", match)
    return match
