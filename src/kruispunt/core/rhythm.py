"""Help that comes back: on which days two people see each other, and on which not.

All pure: a rhythm and what people said about single days go in, and days come out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import count
from types import MappingProxyType
from typing import Final

from kruispunt.core.terms import holidays
from kruispunt.core.vocabulary.words import Words

WEEK: Final = timedelta(weeks=1)
LONGEST_MOVE: Final = timedelta(days=62)
"""A day can be moved no further than two months, so that it is found again."""


class Every(Words):
    """How often it comes back."""

    WEEK = "week", "elke week"
    TWO_WEEKS = "two_weeks", "om de week"
    MONTH = "month", "elke maand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A day of the week that comes back, from a day on."""

    first_on: date
    every: Every
    at: time
    until: time
    on_holidays: bool = False
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """What was said about one day: another day and time, or not at all."""

    on: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time of a rhythm: the day it would be, and the day it is; no day when it is off."""

    day: date
    on: date | None
    at: time
    until: time
    why: str = ""
    """Holiday, called_off or moved; empty when it is as ever."""

    @property
    def shown_on(self) -> date:
        return self.on or self.day


def days(rhythm: Rhythm, since: date) -> Iterator[date]:
    """Yield the days of a rhythm from a day on, without looking at holidays or exceptions.

    Examples
    --------
    >>> from itertools import islice
    >>> tuesday = Rhythm(first_on=date(2026, 12, 1), every=Every.TWO_WEEKS,
    ...                  at=time(14), until=time(16))
    >>> [str(day) for day in islice(days(tuesday, date(2026, 12, 2)), 2)]
    ['2026-12-15', '2026-12-29']
    """
    for number in count(_first_number(rhythm, since)):
        day = _day(rhythm, number)
        if rhythm.last_on is not None and day > rhythm.last_on:
            return
        if day >= since:
            yield day


def occasions(
    rhythm: Rhythm,
    since: date,
    *,
    others: Mapping[date, Other] = MappingProxyType({}),
    until: date,
) -> list[Occasion]:
    """List every time from a day up to another, also those that are off, in the order of days.

    Examples
    --------
    >>> friday = Rhythm(first_on=date(2026, 12, 18), every=Every.WEEK, at=time(14), until=time(16))
    >>> moved = {date(2026, 12, 18): Other(date(2026, 12, 17), time(10))}
    >>> found = occasions(friday, date(2026, 12, 14), others=moved, until=date(2027, 1, 2))
    >>> [(str(one.shown_on), one.why) for one in found]
    [('2026-12-17', 'moved'), ('2026-12-25', 'holiday'), ('2027-01-01', 'holiday')]
    """
    found: list[Occasion] = []
    for day in days(rhythm, since - LONGEST_MOVE):
        if day > until + LONGEST_MOVE:
            break
        found.append(_occasion(rhythm, day, others.get(day)))
    there = (one for one in found if since <= one.shown_on <= until)
    return sorted(there, key=lambda one: (one.shown_on, one.at))


def is_day_of(rhythm: Rhythm, day: date) -> bool:
    """Say whether this day is one of the rhythm."""
    return next(days(rhythm, day), None) == day


def _occasion(rhythm: Rhythm, day: date, other: Other | None) -> Occasion:
    if other is not None:
        why = "called_off" if other.on is None else "moved" if other.on != day else ""
        at = other.at or rhythm.at
        return Occasion(day, other.on, at, _later(rhythm, at), why)
    if not rhythm.on_holidays and day in holidays(day.year):
        return Occasion(day, None, rhythm.at, rhythm.until, "holiday")
    return Occasion(day, day, rhythm.at, rhythm.until)


def _later(rhythm: Rhythm, at: time) -> time:
    """As long as ever, from another hour on; never past midnight."""
    minutes = (rhythm.until.hour - rhythm.at.hour) * 60 + rhythm.until.minute - rhythm.at.minute
    end = min(at.hour * 60 + at.minute + minutes, 23 * 60 + 59)
    return time(end // 60, end % 60)


def _first_number(rhythm: Rhythm, since: date) -> int:
    """About the number of the first time on or after a day; never too late."""
    passed = (since - rhythm.first_on) // WEEK
    step = {Every.WEEK: 1, Every.TWO_WEEKS: 2, Every.MONTH: 5}[rhythm.every]
    return max(0, passed // step)


def _day(rhythm: Rhythm, number: int) -> date:
    first = rhythm.first_on
    if rhythm.every is not Every.MONTH:
        return first + WEEK * (number if rhythm.every is Every.WEEK else 2 * number)
    # The same weekday of the month; where a month has no fifth one, the last.
    year, month = divmod(first.month - 1 + number, 12)
    begin = date(first.year + year, month + 1, 1)
    week = (first.day - 1) // 7
    day = begin + timedelta(days=(first.weekday() - begin.weekday()) % 7) + WEEK * week
    return day if day.month == begin.month else day - WEEK
