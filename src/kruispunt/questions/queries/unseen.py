"""What is not in view: how many homes of a neighbourhood may have a question we do not know (D2).

What is heard at doors and what we know already are counts of people: whoever may not read them one
by one reads no estimate from which a small one follows (PRV-16).
"""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q

from kruispunt.base.actor import Actor
from kruispunt.base.figures import least
from kruispunt.base.roles import Role
from kruispunt.core.small_cells import conceal
from kruispunt.core.unseen import Calls, Unseen, doors_to_go
from kruispunt.core.unseen import unseen as estimated
from kruispunt.people import queries as people
from kruispunt.questions.models import Question, Signal, Visit
from kruispunt.questions.permits.neighbourhood import ESTIMATE
from kruispunt.questions.queries.neighbourhood import QUARTER
from kruispunt.questions.states import ENDED, About, SignalState

# What somebody needs; a talent and a lamp post are no question.
NEED = (About.QUESTION, About.CARER)
Counts = dict[int, int]


@dataclass(frozen=True, slots=True)
class OutOfView:
    """One neighbourhood this quarter: what went into the estimate, and what comes out."""

    name: str
    homes: int | None
    source: str
    called: int
    # Nothing where there are too few to tell.
    heard: int | None
    known: int | None
    # At how many doors more somebody calls before there is an estimate.
    to_go: int
    estimate: Unseen | None

    @property
    def is_all_called(self) -> bool:
        return self.homes is not None and self.called >= self.homes


@dataclass(frozen=True, slots=True)
class _Told:
    """Counts by neighbourhood, as far as this reader may know them."""

    called: Counts
    heard: dict[int, int | None]
    known: dict[int, int | None]


def unseen(actor: Actor) -> list[OutOfView]:
    """Each neighbourhood with its estimate, or with what is missing for one."""
    areas = list(ESTIMATE.narrow(people.neighbourhoods(actor), actor))
    floor = least(actor)
    told = _told(actor, [area.pk for area in areas], floor)
    return [
        OutOfView(
            area.name,
            area.homes,
            area.homes_source,
            told.called.get(area.pk, 0),
            told.heard[area.pk],
            told.known[area.pk],
            doors_to_go(told.called.get(area.pk, 0), min(floor, area.homes or floor)),
            _estimate(told, area.pk, area.homes, floor),
        )
        for area in areas
    ]


def _estimate(told: _Told, area: int, homes: int | None, floor: int) -> Unseen | None:
    """What we know but may not tell is not taken off: the page says so."""
    heard = told.heard[area]
    if homes is None or heard is None:
        return None
    calls = Calls(
        homes=homes,
        called=told.called.get(area, 0),
        heard=heard,
        known=told.known[area] or 0,
    )
    return estimated(calls, floor)


def _told(actor: Actor, areas: list[int], floor: int) -> _Told:
    called, heard = _calls(actor)
    signals, other_ways = _signals(actor)
    asked = _asked(actor)
    known = {area: other_ways.get(area, 0) + asked.get(area, 0) for area in areas}
    if actor.is_a(Role.WORKER):  # who reads every signal may count them as well
        return _Told(called, {area: heard.get(area, 0) for area in areas}, dict(known))
    may_hear, may_count = _shown(heard, areas, floor), _shown(signals, areas, floor)
    for area, times in heard.items():
        nearly_everyone = 0 < called[area] - times < floor
        # Who knows how many signals there were in all could take these off.
        hidden_in_all = times > 0 and may_count[area] is None
        if nearly_everyone or hidden_in_all:
            may_hear[area] = None
    return _Told(called, may_hear, _shown(known, areas, floor))


def _shown(counts: Counts, areas: list[int], floor: int) -> dict[int, int | None]:
    shown = conceal({str(area): counts.get(area, 0) for area in areas}, floor)
    return {area: shown[str(area)] for area in areas}


def _calls(actor: Actor) -> tuple[Counts, Counts]:
    """At how many doors somebody called, and at how many of those there was a question."""
    said = Signal.objects.filter(visit_id=OuterRef("pk"), about__in=NEED)
    rows = ESTIMATE.narrow(Visit.objects.filter(on__gte=actor.today - QUARTER), actor)
    found = list(
        rows.filter(neighbourhood__isnull=False)
        .values_list("neighbourhood_id")
        .annotate(called=Count("pk"), heard=Count("pk", filter=Exists(said)))
        .order_by()
    )
    return {area: times for area, times, _ in found}, {area: times for area, _, times in found}


def _signals(actor: Actor) -> tuple[Counts, Counts]:
    """All signals; and those of a need that came along another way and are no question yet."""
    rows = Signal.objects.filter(
        noticed_at__date__gte=actor.today - QUARTER, neighbourhood__isnull=False
    ).exclude(state=SignalState.DRAFT)
    asked = Exists(Question.objects.filter(signal_id=OuterRef("pk")))
    open_need = Q(visit__isnull=True, about__in=NEED) & ~Q(asked)
    found = list(
        ESTIMATE.narrow(rows, actor)
        .values_list("neighbourhood_id")
        .annotate(times=Count("pk"), other=Count("pk", filter=open_need))
        .order_by()
    )
    return {area: times for area, times, _ in found}, {area: other for area, _, other in found}


def _asked(actor: Actor) -> Counts:
    """People with a question of this quarter or still open, that was not heard at a door."""
    since = actor.today - QUARTER
    rows = Question.objects.filter(asked_by__neighbourhood__isnull=False).filter(
        Q(opened_at__date__gte=since) | ~Q(state__in=ENDED)
    )
    found = (
        ESTIMATE.narrow(rows.exclude(signal__visit__on__gte=since), actor)
        .annotate(area=F("asked_by__neighbourhood_id"))
        .values_list("area")
        .annotate(people=Count("asked_by", distinct=True))
        .order_by()
    )
    return dict(found)
