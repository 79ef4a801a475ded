"""The step after the longest time with a buddy: others go first for a while (CAP-03)."""

from datetime import timedelta

from django.utils import timezone

from kruispunt.arrangements.models import Match
from kruispunt.arrangements.queries.at_term import longest
from kruispunt.base.actor import Actor
from kruispunt.base.terms import amount
from kruispunt.core.terms import months
from kruispunt.people import actions as people


def rest_after(inside: Actor, match: Match) -> None:
    """Whoever had a buddy for the longest time lets others go first for a while."""
    most: timedelta | None = longest(inside)
    if most is None or match.met_on is None or match.ended_at is None:
        return
    if match.met_on + most <= timezone.localdate(match.ended_at):
        until = inside.today + months(amount(inside, "match.rest_months"))
        people.rest(inside, match.arrangement.question.asked_by_id, until=until)
