"""Whom to call, page by page: matches and volunteers with enough early signs (SIG-01, A21).

The signs are read where the rows lie, so that only the page that is shown is fetched.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import add
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.lookups import GreaterThan

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Advice, CheckIn, Match, OtherDay
from kruispunt.arrangements.models.guidance import Minutes, Wellbeing
from kruispunt.arrangements.models.intervision import Attendance, IntervisionMember
from kruispunt.arrangements.permits import guidance as guided
from kruispunt.arrangements.states import UNDER_WAY, AdviceState, CheckInState
from kruispunt.arrangements.states.guidance import GuidanceKind, WellbeingState
from kruispunt.arrangements.states.intervision import AttendanceState, MemberState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.base.permits import Permit
from kruispunt.base.terms import amounts
from kruispunt.core.accompany import TOLD
from kruispunt.core.signs import OF_A_MATCH, OF_A_VOLUNTEER, Warned, warned_of
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import queries as offers
from kruispunt.offers.queries.training import trained_since
from kruispunt.people import queries as people

LOW = 2
Marks = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """Through whose eyes signs are read: of who guides people; or counted, and then of nobody."""

    actor: Actor
    counts: bool = False

    def narrow(self, may: Permit, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        return (permits.COUNT if self.counts else may).narrow(rows, self.actor)


@dataclass(frozen=True, slots=True)
class Watched:
    """A match with its early signs."""

    match: Match
    warned: Warned


@dataclass(frozen=True, slots=True)
class Burdened:
    """A volunteer to call, and why. No rating of anyone."""

    volunteering_id: int
    name: str
    matches: int
    warned: Warned


@dataclass(frozen=True, slots=True)
class Calls[Call]:
    """Whom to call, reddest first: counted and cut into pages by the database."""

    rows: "QuerySet[Any]"
    told: Callable[[Any], Call]

    def count(self) -> int:
        return self.rows.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, page: slice) -> list[Call]:
        return [self.told(row) for row in self.rows[page]]


def watched(actor: Actor) -> Calls[Watched]:
    """Matches that run and ask for a call, reddest first (SIG-01). No rating of anyone."""
    points = amounts(actor, "sign")
    marks = marks_of_matches(Reader(actor), points)
    rows = _running(actor).select_related("arrangement__question__asked_by", "volunteering__person")
    return Calls(
        _with_enough(rows, marks, points),
        lambda row: Watched(row, _warned(row, OF_A_MATCH, points)),
    )


def burdened(actor: Actor) -> Calls[Burdened]:
    """Volunteers whom it may become too much, the heaviest first."""
    points = amounts(actor, "sign")
    running = _running(actor)
    giving = offers.visible(actor).filter(pk__in=running.values("volunteering_id"))
    hers = running.filter(volunteering_id=OuterRef("pk")).order_by()
    held = hers.values("volunteering_id")
    rows = giving.select_related("person").annotate(
        matches=Subquery(held.annotate(number=Count("pk")).values("number"))
    )
    marks = marks_of_volunteers(Reader(actor), points, hers)
    return Calls(
        _with_enough(rows, marks, points),
        lambda row: Burdened(
            row.pk, row.person.name, row.matches, _warned(row, OF_A_VOLUNTEER, points)
        ),
    )


def _running(actor: Actor) -> QuerySet[Match]:
    return permits.WARNINGS.narrow(Match.objects.filter(state__in=sorted(UNDER_WAY)), actor)


def _with_enough(rows: "QuerySet[Any]", marks: Marks, points: Mapping[str, int]) -> "QuerySet[Any]":
    """Add the points up, keep who needs a call, and bring along which signs there are."""
    flags = {
        f"sign_{name}": Case(
            When(mark, then=Value(1)), default=Value(0), output_field=IntegerField()
        )
        for name, mark in marks.items()
    }
    total = reduce(add, (flag * points[flag_of(name)] for name, flag in flags.items()))
    found: QuerySet[Any] = rows.alias(points=total).filter(points__gte=points["amber"])
    ordered: QuerySet[Any] = found.annotate(**flags).order_by("-points", "pk")
    return ordered


def flag_of(name: str) -> str:
    return name.removeprefix("sign_")


def _warned(row: Model, among: tuple[tuple[str, str], ...], points: Mapping[str, int]) -> Warned:
    there = {name for name, _ in among if getattr(row, f"sign_{name}")}
    return warned_of(there, among, points)


def marks_of_matches(reader: Reader, points: Mapping[str, int]) -> Marks:
    """What must be so in the rows of a match for each sign to be there."""
    actor = reader.actor
    late = Advice.objects.filter(
        match_id=OuterRef("pk"), state=AdviceState.ASKED, due_on__lt=actor.today
    )
    told = {
        name: GreaterThan(F("told").bitand(1 << place), Value(0)) for place, name in enumerate(TOLD)
    }
    return {
        **told,
        "class_went_up": _heavier(),
        "called_off": GreaterThan(
            Subquery(_called_off(actor, points)), Value(points["called_off_times"] - 1)
        ),
        "backup_silent": Exists(reader.narrow(permits.READ_ADVICE, late)),
        "backup_left": Q(backup_id__in=people.left(actor)),
        "life_changed": _last_said(reader, "volunteering_id", life_changed=True),
        "wishes_dropped": Q(wishes_dropped__gte=points["wishes"]),
        "unlearned": ~Q(intensity=Intensity.LIGHT)
        & Q(met_on__lt=_since(actor, points))
        & _not_learned(reader, points, "volunteering_id", "volunteering__person_id"),
    }


def marks_of_volunteers(reader: Reader, points: Mapping[str, int], hers: QuerySet[Match]) -> Marks:
    """What must be so for each sign of a volunteer to be there."""
    actor = reader.actor
    heavy = hers.exclude(intensity=Intensity.LIGHT)
    late = Advice.objects.filter(
        match__volunteering_id=OuterRef("pk"), state=AdviceState.ASKED, due_on__lt=actor.today
    )
    number = heavy.values("volunteering_id").annotate(number=Count("pk")).values("number")
    hours = hers.values("volunteering_id").annotate(sum=Sum("hours")).values("sum")
    missing = IntervisionMember.objects.filter(
        volunteering_id=OuterRef("pk"), state=MemberState.MISSING
    )
    return {
        "too_much": _last_said(reader, "pk", too_much=True),
        "feels_low": _last_said(reader, "pk", feels__lte=LOW),
        "silent": _silent(reader, points),
        "heavy_mix": Exists(hers.filter(intensity=Intensity.VERY_INTENSIVE))
        & GreaterThan(Subquery(number), Value(1)),
        "life_changed": _last_said(reader, "pk", life_changed=True),
        "unhelped": Exists(reader.narrow(permits.READ_ADVICE, late)),
        "unlearned": Exists(heavy)
        & Exists(hers.filter(met_on__lt=_since(actor, points)))
        & _not_learned(reader, points, "pk", "person_id"),
        "missed_intervision": Exists(missing),
        "full": Q(hours__gt=0) & Q(hours__lte=Subquery(hours)),
    }


def _called_off(actor: Actor, points: Mapping[str, int]) -> "QuerySet[Any, Any]":
    """How many fixed days of a match were called off lately (K11)."""
    since = actor.today - timedelta(days=points["called_off_days"])
    rows = OtherDay.objects.filter(rhythm__match_id=OuterRef("pk"), on__isnull=True, day__gte=since)
    by_match = rows.order_by().values("rhythm__match_id")
    return by_match.annotate(number=Count("pk")).values("number")


def _heavier() -> Q:
    """The question was weighed again and is heavier than the match began."""
    found = Q(pk__in=[])
    for one in Intensity:
        more = [other.value for other in Intensity if other.step > one.step]
        found |= Q(intensity=one, arrangement__question__intensity__in=more)
    return found


def _last_said(reader: Reader, of: str, **said: object) -> Exists:
    """What a volunteer last answered about herself."""
    answered = Wellbeing.objects.filter(state=WellbeingState.ANSWERED)
    newest = answered.filter(volunteering_id=OuterRef(OuterRef(of))).order_by("-asked_on", "-pk")
    rows = reader.narrow(guided.READ_WELLBEING, Wellbeing.objects.filter(**said))
    return Exists(rows.filter(pk=Subquery(newest.values("pk")[:1])))


def _silent(reader: Reader, points: Mapping[str, int]) -> Exists:
    """She was asked something long ago, and answered nothing since."""
    actor = reader.actor
    since = actor.today - timedelta(days=points["silent_days"])
    hers = reader.narrow(permits.READ_CHECK_IN, CheckIn.objects.filter(side=Side.VOLUNTEER))
    running = hers.filter(match__state__in=sorted(UNDER_WAY), on__lte=actor.today)
    answered = running.filter(
        match__volunteering_id=OuterRef("match__volunteering_id"),
        state=CheckInState.ANSWERED,
        on__gte=OuterRef("on"),
    )
    asked = running.filter(
        match__volunteering_id=OuterRef("pk"),
        state__in=(CheckInState.ASKED, CheckInState.MISSED),
        on__lt=since,
    )
    return Exists(asked.filter(~Exists(answered)))


def _not_learned(reader: Reader, points: Mapping[str, int], of: str, person: str) -> Q:
    """No intervision and no training for half a year."""
    since = _since(reader.actor, points)
    minutes = reader.narrow(
        guided.READ_MINUTES, Minutes.objects.filter(kind=GuidanceKind.INTERVISION)
    )
    there = Attendance.objects.filter(state=AttendanceState.PRESENT, meeting__on__gte=since)
    trained = trained_since(reader.actor, since)
    return (
        ~Exists(minutes.filter(volunteering_id=OuterRef(of), on__gte=since))
        & ~Exists(there.filter(volunteering_id=OuterRef(of)))
        & ~Q(**{f"{person}__in": trained})
    )


def _since(actor: Actor, points: Mapping[str, int]) -> Any:  # noqa: ANN401
    return actor.today - timedelta(days=points["learning_days"])
