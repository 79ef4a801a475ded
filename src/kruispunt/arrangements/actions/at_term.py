"""The longest a match goes on where a municipality sets that: a farewell, then others (CAP-03)."""

from datetime import timedelta

from django.utils import timezone

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.steps_of_looking_back import plan_farewell
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.queries.at_term import longest
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.core.terms import months
from kruispunt.people import actions as people


@action
def reach_term(actor: Actor, match_id: int) -> Match:
    """Put the conversation about saying goodbye on somebody's desk; nothing stops by itself."""
    match = take(actor, Match, match_id, may=permits.REACH_TERM)
    plan_farewell(actor, match)
    asker = match.arrangement.question.asked_by_id
    journal.write(actor, "match.reach_term", match, person_id=asker)
    return match


def rest_after(inside: Actor, match: Match) -> None:
    """Whoever had a buddy for the longest time lets others go first for a while."""
    most: timedelta | None = longest(inside)
    if most is None or match.met_on is None or match.ended_at is None:
        return
    if match.met_on + most <= timezone.localdate(match.ended_at):
        until = inside.today + months(amount(inside, "match.rest_months"))
        people.rest(inside, match.arrangement.question.asked_by_id, until=until)
