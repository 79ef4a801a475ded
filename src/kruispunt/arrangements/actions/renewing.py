"""A match whose time is over and that both want to go on with: a new term is agreed (MAT-05)."""

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.actions.steps import move_match, plan_check_ins, take_match
from kruispunt.arrangements.actions.steps_of_looking_back import plan_yearly
from kruispunt.arrangements.actions.steps_when_ready import missing
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.queries.at_term import last_day, next_end
from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action


@action
def renew(actor: Actor, match_id: int, *, term_months: int) -> Match:
    """Both want to go on: agree until when, never for an unlimited time; we go on asking how it is.

    The new term begins when the old one ends, or today when that day has passed; where a
    municipality set how long a match goes on at most, nobody agrees past that (CAP-03).
    """
    match = take_match(actor, match_id, permits.RENEW)
    over = match.term_ends_on or actor.today
    until = next_end(match, term_months, today=actor.today)
    if lacks := missing(actor, match):
        raise NotYet(f"Nog niet in orde: {', '.join(lacks)}.")
    last = last_day(actor, match)
    if last is not None and until > last:
        raise NotYet(f"Een koppeling loopt hier hooguit tot {last:%d-%m-%Y}. Begin het afscheid.")
    match.term_months, match.term_ends_on = term_months, until
    renewed = move_match(actor, match, "renew", due_on=until, term_months=term_months)
    plan_check_ins(actor, renewed, after=actor.today, until=until)
    begun = match.active_since or over
    plan_yearly(actor, renewed, since=begun, until=until, after=over)
    return renewed
