"""Quality, speed and room, quarter by quarter (A3, A24): what begins, how it goes, how it ends."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from kruispunt.arrangements.queries import counting as arrangements
from kruispunt.arrangements.queries.counting import Lived
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.quarters import first_day, next_quarter, quarters
from kruispunt.insights import permits
from kruispunt.insights.queries.small import Reader, reader
from kruispunt.offers.queries import counting as offers

SEEN = 8
"""Two years: long enough to see a direction."""
THREE_MONTHS = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter; nothing in a column is too small to show, or not known (PRV-16)."""

    name: str
    contact_resident: float | None
    contact_volunteer: float | None
    lasting: int | None
    days_to_meet: int | None
    hours_a_match: float | None
    begun: int | None
    running: int | None
    volunteers: int | None


def over_time(actor: Actor) -> tuple[Quarter, ...]:
    """Each of the last quarters, the oldest first; the last one is not over yet."""
    may_begin(actor, permits.NUMBERS)
    starts = quarters(actor.today, SEEN)
    lived = arrangements.lived(actor, starts[0])
    begun = _begun(lived)
    voices = arrangements.voices(actor, starts[0])
    minutes = arrangements.minutes_by_quarter(actor, starts[0])
    came = Counter(offers.came_by_quarter(actor, starts[0]))
    told = reader(actor)
    shown_begun = told.shown({start: len(begun[start]) for start in starts})
    running = told.shown({start: _running(lived, start, actor.today) for start in starts})
    shown_came = told.shown({start: came[start] for start in starts})
    return tuple(
        Quarter(
            _name(start),
            contact_resident=_contact(told, voices, (start, "resident")),
            contact_volunteer=_contact(told, voices, (start, "volunteer")),
            lasting=_lasting(actor, told, begun[start], next_quarter(start)),
            days_to_meet=_days_to_meet(told, begun[start]),
            hours_a_match=_hours(minutes.get(start, 0), shown_begun[start]),
            begun=shown_begun[start],
            running=running[start],
            volunteers=shown_came[start],
        )
        for start in starts
    )


def _name(start: date) -> str:
    return f"{start.year}, kwartaal {(start.month + 2) // 3}"


def _begun(lived: list[Lived]) -> dict[date, list[Lived]]:
    found: dict[date, list[Lived]] = defaultdict(list)
    for one in lived:
        found[first_day(one.met_on)].append(one)
    return found


def _contact(
    told: Reader, voices: Mapping[tuple[date, str], tuple[float, int]], of: tuple[date, str]
) -> float | None:
    """How contact was in one quarter, as one side told it."""
    mean, matches = voices.get(of, (0.0, 0))
    return round(mean, 1) if told.may_know(matches) else None


def _lasting(actor: Actor, told: Reader, begun: list[Lived], end: date) -> int | None:
    """Of a hundred that began: how many lasted three months; not known until those have passed."""
    if end + THREE_MONTHS > actor.today:
        return None
    kept = sum(one.days(actor.today) >= THREE_MONTHS.days for one in begun)
    return told.share(kept, len(begun))


def _days_to_meet(told: Reader, begun: list[Lived]) -> int | None:
    if not told.may_know(len(begun)):
        return None
    return round(median((one.met_on - one.asked_on).days for one in begun))


def _hours(minutes: int, begun: int | None) -> float | None:
    return round(minutes / 60 / begun, 1) if minutes and begun else None


def _running(lived: list[Lived], start: date, today: date) -> int:
    """How many ran on the last day of a quarter, or run today."""
    day = min(next_quarter(start) - timedelta(days=1), today)
    return sum(one.met_on <= day and (one.ended_on is None or one.ended_on > day) for one in lived)
