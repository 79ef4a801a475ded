"""Counting what came of matches and answers, and when; never who (A3, A7, A24, C17)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Avg, Count, Exists, F, OuterRef, Q, Sum
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Arrangement, CheckIn, Match, Referral, Trajectory
from kruispunt.arrangements.models.guidance import Minutes
from kruispunt.arrangements.models.informal import Enrolment, OwnHelp
from kruispunt.arrangements.states import ReferralState
from kruispunt.base.actor import Actor
from kruispunt.base.figures import midnight

# An organisation that said yes is part of the answer.
SAID_YES = (
    ReferralState.ACCEPTED,
    ReferralState.ORGANISED,
    ReferralState.DELIVERED,
    ReferralState.FOLLOWED,
    ReferralState.CLOSED,
)


@dataclass(frozen=True, slots=True)
class Lived:
    """One match that began, without who: its class, from when until when, and how it ended."""

    intensity: str
    neighbourhood: str | None
    asked_on: date
    met_on: date
    ended_on: date | None
    planned: bool

    def days(self, today: date) -> int:
        return ((self.ended_on or today) - self.met_on).days


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, without to whom: of which sorts of help, and how long it took."""

    informal: bool
    formal: bool
    days: int | None


ASKED = "arrangement__question"


def lived(actor: Actor, since: date) -> list[Lived]:
    """Matches that ran on some day since then."""
    rows = Match.objects.filter(met_on__isnull=False)
    found = permits.COUNT.narrow(rows, actor).filter(
        Q(ended_at__isnull=True) | Q(ended_at__gte=midnight(since))
    )
    place = "arrangement__question__asked_by__neighbourhood__name"
    opened = "arrangement__question__opened_at"
    columns = ("intensity", place, opened, "met_on", "ended_at", "end_planned")
    return [
        Lived(intensity, where, timezone.localdate(asked), met, _day(ended), planned)
        for intensity, where, asked, met, ended, planned in found.values_list(*columns)
    ]


def voices(actor: Actor, since: date) -> dict[tuple[date, str], tuple[float, int]]:
    """For each quarter and side: how contact was, from one to five, and of how many matches."""
    rows = CheckIn.objects.filter(contact_score__isnull=False, on__gte=since)
    # The wall stands on the row itself; the permit counts matches.
    seen = rows.filter(match__in=permits.COUNT.narrow(Match.objects.all(), actor))
    found = (
        seen.annotate(quarter=TruncQuarter("on"))
        .values("quarter", "side")
        .annotate(mean=Avg("contact_score"), matches=Count("match", distinct=True))
        .order_by()
    )
    return {(one["quarter"], one["side"]): (one["mean"], one["matches"]) for one in found}


def minutes_by_quarter(actor: Actor, since: date) -> dict[date, int]:
    """How many minutes of work were noted in each quarter."""
    rows = permits.COUNT.narrow(Minutes.objects.filter(on__gte=since), actor)
    found = rows.annotate(quarter=TruncQuarter("on")).values("quarter").order_by()
    return dict(found.annotate(total=Sum("minutes")).values_list("quarter", "total"))


def minutes_since(actor: Actor, since: date) -> int:
    """How many minutes of work were noted since a day, of every kind."""
    rows = permits.COUNT.narrow(Minutes.objects.filter(on__gte=since), actor)
    return int(rows.aggregate(total=Sum("minutes"))["total"] or 0)


def minutes_by_class(actor: Actor, since: date) -> dict[str, int]:
    """How many minutes went to running matches of each class since a day (A8)."""
    rows = permits.COUNT.narrow(Minutes.objects.filter(match__isnull=False, on__gte=since), actor)
    found = rows.values(intensity=F("match__intensity")).order_by()
    return dict(found.annotate(total=Sum("minutes")).values_list("intensity", "total"))


def answers(actor: Actor, since: date) -> list[Answer]:
    """Answers given since a day: informal, formal or both, and how long those took that ended."""
    mine = OuterRef("pk")
    rows = Arrangement.objects.filter(opened_at__gte=midnight(since)).annotate(
        informal=Exists(Match.objects.filter(arrangement=mine, met_on__isnull=False))
        | Exists(OwnHelp.objects.filter(arrangement=mine, started_on__isnull=False))
        | Exists(Enrolment.objects.filter(arrangement=mine, times_there__gt=0)),
        formal=Exists(Referral.objects.filter(arrangement=mine, state__in=SAID_YES))
        | Exists(Trajectory.objects.filter(arrangement=mine, started_on__isnull=False)),
    )
    found = permits.COUNT.narrow(rows, actor).filter(Q(informal=True) | Q(formal=True))
    columns = ("informal", "formal", "opened_at", "closed_at")
    return [
        Answer(informal, formal, (closed - opened).days if closed else None)
        for informal, formal, opened, closed in found.values_list(*columns)
    ]


def matches_where_and_how_heavy(actor: Actor, since: datetime) -> dict[int, tuple[str | None, str]]:
    """Of each match that was proposed since then: its neighbourhood and its class."""
    rows = permits.COUNT.narrow(Match.objects.filter(proposed_at__gte=since), actor)
    found = rows.values_list("pk", f"{ASKED}__asked_by__neighbourhood__name", "intensity")
    return {pk: (place, intensity) for pk, place, intensity in found}


def referrals_where_and_how_heavy(
    actor: Actor, since: datetime
) -> dict[int, tuple[str | None, str]]:
    """Of each referral that was sent since then: its neighbourhood and its class."""
    rows = permits.COUNT.narrow(Referral.objects.filter(sent_at__gte=since), actor)
    found = rows.values_list("pk", f"{ASKED}__asked_by__neighbourhood__name", f"{ASKED}__intensity")
    return {pk: (place, intensity) for pk, place, intensity in found}


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else timezone.localdate(moment)
