"""Reading which matches have gone on for the longest time that a municipality set (CAP-03)."""

from datetime import date, timedelta

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.base.terms import amount
from kruispunt.core.terms import months
from kruispunt.core.vocabulary import TERM_MONTHS

DAYS_A_MONTH = 365.25 / 12


def longest(actor: Actor) -> timedelta | None:
    """How long a match goes on at most; none where the municipality set nothing."""
    most = amount(actor, "match.max_term_months")
    return months(most) if most else None


def term_of(term_months: int) -> timedelta:
    """How long a term of so many months is, on the average and in whole days."""
    return timedelta(days=round(term_months * DAYS_A_MONTH))


def next_end(match: Match, term_months: int, *, today: date) -> date:
    """When a new term would end: it begins where the old one ends, or today when that is over."""
    over = match.term_ends_on or today
    return max(over, today) + term_of(term_months)


def last_day(actor: Actor, match: Match) -> date | None:
    """Until when these two may go on at most; none where the municipality set nothing."""
    most = longest(actor)
    return None if most is None or match.met_on is None else match.met_on + most


def terms_left(actor: Actor, match: Match) -> tuple[int, ...]:
    """Which terms may still be agreed for a match, within the longest that is set here."""
    last = last_day(actor, match)
    ends = {term: next_end(match, term, today=actor.today) for term in TERM_MONTHS}
    return tuple(term for term, end in ends.items() if last is None or end <= last)


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
