"""Reading which matches have gone on for the longest time that a municipality set (CAP-03)."""

from datetime import timedelta

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.base.terms import amount
from kruispunt.core.terms import months


def longest(actor: Actor) -> timedelta | None:
    """How long a match goes on at most; none where the municipality set nothing."""
    most = amount(actor, "match.max_term_months")
    return months(most) if most else None


def matches_at_term(actor: Actor) -> list[int]:
    """Matches that have gone on that long, and of which no farewell was planned yet."""
    most = longest(actor)
    if most is None:
        return []
    rows = permits.REACH_TERM.narrow(Match.objects.all(), actor)
    over = rows.filter(
        state__in=sorted(UNDER_WAY),
        active_since__isnull=False,
        met_on__lte=actor.today - most,
        farewell__isnull=True,
    )
    return list(over.order_by("pk").values_list("pk", flat=True))
