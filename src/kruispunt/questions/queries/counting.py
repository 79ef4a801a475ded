"""Counting questions: how they came in, how many come and go, and who comes back; never who."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.figures import midnight
from kruispunt.questions import permits
from kruispunt.questions.models import Question, Signal
from kruispunt.questions.models.question import Intake, WmoNotice
from kruispunt.questions.states import ENDED, OPEN, SignalState, State

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One question that waits, without who or what: its class, its area and its days."""

    intensity: str
    neighbourhood: str | None
    days: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Questions that are alike, without who: do they wait, did they come or go in those weeks?"""

    intensity: str
    themes: tuple[str, ...]
    neighbourhood: str | None
    waits: bool
    came: bool
    went: bool
    number: int = 1


@dataclass(frozen=True, slots=True)
class Again:
    """People who were helped, how many asked again within a year, and again the municipality."""

    helped: int
    again: int
    at_the_municipality: int


def waiting_days(actor: Actor) -> list[Waiting]:
    """How long each open question has waited, for counting only."""
    rows = permits.COUNT.narrow(Question.objects.filter(state__in=OPEN), actor).order_by()
    alike = rows.values_list(
        "intensity", "asked_by__neighbourhood__name", TruncDate("opened_at")
    ).annotate(Count("pk"))
    today = actor.today
    return [
        one
        for intensity, place, opened, number in alike
        for one in [Waiting(intensity, place, (today - opened).days)] * number
    ]


def flow(actor: Actor, since: date) -> list[Flow]:
    """Questions that wait, that came since a day, or that got their answer since that day."""
    begin = midnight(since)
    waits, came = Q(state__in=OPEN), Q(opened_at__gte=begin)
    went = Q(state=State.ANSWERED, state_since__gte=begin)
    went |= Q(state__in=ENDED, ended_at__isnull=False, ended_at__gte=begin)
    rows = permits.COUNT.narrow(Question.objects.filter(waits | came | went), actor)
    alike = rows.order_by().values_list(
        "intensity", "themes", "asked_by__neighbourhood__name",
        *(ExpressionWrapper(each, BooleanField()) for each in (waits, came, went)),
    )  # fmt: skip
    return [
        Flow(intensity, tuple(themes), where, bool(wait), bool(new), bool(over), number)
        for intensity, themes, where, wait, new, over, number in alike.annotate(Count("pk"))
    ]


def by_intake(actor: Actor, since: date) -> dict[str, int]:
    """Along which way questions came in since a day; every way is named (A11)."""
    rows = permits.COUNT.narrow(Question.objects.filter(opened_at__gte=midnight(since)), actor)
    found = Counter(dict(rows.values_list("intake").annotate(Count("pk")).order_by()))
    return {str(way.label): found[way.value] for way in Intake}


def by_organisation(actor: Actor, since: date) -> dict[str, int]:
    """How many signals each organisation brought since a day, most first (A11)."""
    rows = Signal.objects.filter(organisation__isnull=False, noticed_at__gte=midnight(since))
    seen = permits.COUNT.narrow(rows.exclude(state=SignalState.DRAFT), actor)
    found = seen.values_list("organisation__name").annotate(times=Count("pk"))
    return dict(found.order_by("-times", "organisation__name"))


def where_and_how_heavy(actor: Actor, since: datetime) -> dict[int, tuple[str | None, str]]:
    """Of each question that began since then: its neighbourhood and its class, for counting."""
    rows = permits.COUNT.narrow(Question.objects.filter(opened_at__gte=since), actor)
    found = rows.values_list("pk", "asked_by__neighbourhood__name", "intensity")
    return {pk: (place, intensity) for pk, place, intensity in found}


def again(actor: Actor) -> Again:
    """Of whom a question ended one to two years ago: who asked anew within a year (C16)."""
    begin, end = actor.today - 2 * A_YEAR, actor.today - A_YEAR
    seen = permits.COUNT.narrow(Question.objects.all(), actor)
    helped = seen.filter(
        state=State.COMPLETED, ended_at__gte=midnight(begin), ended_at__lt=midnight(end)
    )
    rows = seen.filter(
        opened_at__gte=midnight(begin - A_YEAR), asked_by__in=helped.values("asked_by_id")
    )
    ended: dict[int, date] = {}
    asked: dict[int, list[tuple[date, bool]]] = defaultdict(list)
    columns = ("asked_by_id", "state", "opened_at", "ended_at", "is_wmo_notice")
    for who, state, opened, over, notice in rows.values_list(*columns).order_by("opened_at"):
        asked[who].append((timezone.localdate(opened), notice != WmoNotice.NO))
        day = None if over is None else timezone.localdate(over)
        if state == State.COMPLETED and day is not None and begin <= day < end:
            ended.setdefault(who, day)
    later = {
        who: [formal for opened, formal in asked[who] if day < opened <= day + A_YEAR]
        for who, day in ended.items()
    }
    came_back = [one for one in later.values() if one]
    return Again(len(ended), len(came_back), sum(any(one) for one in came_back))
