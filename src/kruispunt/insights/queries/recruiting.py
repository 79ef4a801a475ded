"""How people find us and where we are seen, small numbers hidden (A9, A10, D12)."""

from dataclasses import dataclass
from datetime import date, timedelta

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.insights import permits
from kruispunt.insights.queries.small import Reader, reader
from kruispunt.offers.queries import recruiting as offers
from kruispunt.offers.queries.recruiting import Seen, Step
from kruispunt.people import queries as people
from kruispunt.people.queries import nominations
from kruispunt.questions.queries import neighbourhood as questions

A_YEAR, QUARTER = timedelta(days=365), timedelta(days=91)
COLUMNS = ("signed_up", "met", "selected", "matched")


@dataclass(frozen=True, slots=True)
class Funnel:
    """One way or campaign; nothing in a column is too small to show (PRV-16)."""

    name: str
    signed_up: int | None
    met: int | None
    selected: int | None
    matched: int | None


@dataclass(frozen=True, slots=True)
class Present:
    """One neighbourhood this quarter: outings, people spoken, calls at doors and signals."""

    name: str
    outings: int
    reached: int
    last_on: date | None
    visits: int
    # Nothing when there are too few to tell (PRV-16).
    signals: int | None

    @property
    def is_white_spot(self) -> bool:
        return not (self.outings or self.visits) and self.signals == 0


@dataclass(frozen=True, slots=True)
class Nominated:
    """One organisation: whom it put forward as an ambassador, and who became one (D13)."""

    organisation: str
    nominated: int | None
    joined: int | None


@dataclass(frozen=True, slots=True)
class Recruiting:
    """A year of finding people, and a quarter of being seen."""

    by_source: tuple[Funnel, ...]
    by_campaign: tuple[Funnel, ...]
    present: tuple[Present, ...]
    partners: tuple[tuple[str, Seen], ...]
    nominated: tuple[Nominated, ...]


def recruiting(actor: Actor) -> Recruiting:
    """Hold a year of campaigns beside a quarter of outings."""
    may_begin(actor, permits.NUMBERS)
    since = actor.today - A_YEAR
    told = reader(actor)
    partners = offers.seen_by_organisation(actor, since)
    return Recruiting(
        _funnel(told, offers.funnel_by_source(actor, since)),
        _funnel(told, offers.funnel_by_campaign(actor, since)),
        _present(actor),
        tuple(sorted(partners.items(), key=lambda one: one[1].last_on)),
        _nominated(told, nominations.found_by(actor, since)),
    )


def _nominated(told: Reader, found: list[nominations.Found]) -> tuple[Nominated, ...]:
    """By organisation; what became of a few is not told."""
    put_forward = told.shown({one.organisation: one.nominated for one in found})
    joined = told.shown({one.organisation: one.joined for one in found})
    return tuple(
        Nominated(name, *_apart(told, [put_forward[name], joined[name]])) for name in put_forward
    )


def _funnel(told: Reader, steps: list[Step]) -> tuple[Funnel, ...]:
    """Each column hides its small numbers, and each line what two columns would give away."""
    columns = [
        told.shown({number: getattr(one, column) for number, one in enumerate(steps)})
        for column in COLUMNS
    ]
    return tuple(
        Funnel(one.name, *_apart(told, [column[number] for column in columns]))
        for number, one in enumerate(steps)
    )


def _apart(told: Reader, line: list[int | None]) -> list[int | None]:
    """Two numbers that differ by a few tell how few stayed behind: the later one is hidden."""
    if told.sees_all:
        return line
    found: list[int | None] = []
    for count in line:
        before = [one for one in found if one is not None]
        near = count is not None and any(0 < one - count < told.least for one in before)
        found.append(None if near else count)
    return found


def _present(actor: Actor) -> tuple[Present, ...]:
    """White spots first."""
    seen = offers.seen_by_neighbourhood(actor, actor.today - QUARTER)
    covered = {one.name: one for one in questions.coverage(actor)}
    found = []
    for area in people.neighbourhoods(actor):
        was, calls = seen.get(area.pk), covered.get(area.name)
        days = [day for day in (was and was.last_on, calls and calls.last_on) if day]
        found.append(
            Present(
                area.name,
                was.times if was else 0,
                was.reached if was else 0,
                max(days, default=None),
                calls.visits if calls else 0,
                calls.signals if calls else 0,
            )
        )
    return tuple(
        sorted(found, key=lambda one: (one.outings + one.visits + (one.signals or 0), one.name))
    )
