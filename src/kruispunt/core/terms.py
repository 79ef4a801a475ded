"""What the law and the house count: working days, Dutch holidays, and when something is due.

All pure: a day goes in and a day comes out. The lengths are the standard of the house; a
municipality may keep its own, and passes them in.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from kruispunt.core.lengths import LEGAL, STANDARD

SATURDAY: Final = 5
KINGS_DAY_MOVED_FROM_SUNDAY: Final = 6

TRIAL_WEEKS: Final = 6
"""A trial period is six weeks (MAT-04); so is the quality check after a service (SM-5)."""

ACCESS_AFTER_CLOSING_DAYS: Final = 30
"""A closed case can still be looked into for thirty days by who worked on it (ROL-03)."""

ONE_LOOK: Final = timedelta(minutes=30)
"""Reading on in the same dossier is one look into it (PRV-15)."""

GLASS_STAYS_OPEN: Final = timedelta(hours=1)
"""A look in an emergency shows who it is for an hour (PRV-15)."""


@cache
def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus).

    Examples
    --------
    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, golden = divmod(year, 100)[0], year % 19
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    ahead = epact - weekday
    month = 3 + (ahead + 40) // 44
    return date(year, month, ahead + 28 - 31 * (month // 4))


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the days that Dutch law counts as general holidays in a year.

    Examples
    --------
    >>> date(2026, 12, 26) in holidays(2026), date(2026, 5, 4) in holidays(2026)
    (True, False)
    """
    sunday = easter(year)
    king = date(year, 4, 27)
    if king.weekday() == KINGS_DAY_MOVED_FROM_SUNDAY:
        king -= timedelta(days=1)
    from_easter = (sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49, 50))
    fixed = (date(year, 1, 1), king, date(year, 12, 25), date(year, 12, 26))
    # Liberation Day is a general holiday for terms every year, although many work.
    return frozenset((*from_easter, *fixed, date(year, 5, 5)))


def is_working_day(day: date) -> bool:
    """Say whether offices work: not in the weekend and not on a general holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_day_from(day: date) -> date:
    """Return this day, or the first working day after it (Algemene termijnenwet).

    Examples
    --------
    >>> working_day_from(date(2026, 12, 26))
    datetime.date(2026, 12, 28)
    """
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """Return the day that lies `count` working days after `day`.

    Examples
    --------
    >>> add_working_days(date(2026, 11, 20), 2)
    datetime.date(2026, 11, 24)
    >>> add_working_days(date(2026, 12, 24), 1)
    datetime.date(2026, 12, 28)
    """
    for _ in range(count):
        day = working_day_from(day + timedelta(days=1))
    return day


def due(name: str, day: date, lengths: Mapping[str, int] = STANDARD) -> date:
    """Return when the term of this name, begun on this day, is over.

    Examples
    --------
    >>> due("question.new", date(2026, 11, 20))
    datetime.date(2026, 11, 24)
    >>> due("wmo.investigation", date(2026, 11, 14))
    datetime.date(2026, 12, 28)
    """
    if name in LEGAL:
        return working_day_from(day + timedelta(days=lengths.get(name, LEGAL[name])))
    return add_working_days(day, lengths.get(name, STANDARD[name]))


def months(count: int) -> timedelta:
    """Return how long so many months are, on the average.

    Examples
    --------
    >>> months(24).days
    730
    """
    return timedelta(days=int(count * 365.25 / 12))
