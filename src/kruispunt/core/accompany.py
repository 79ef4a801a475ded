"""When we ask how it goes (CHK-01), and which answers ask for a call (SIG-01).

Points never rate a person: they only say that somebody should call, and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Final

from kruispunt.core.signs import OF_A_MATCH, Warned, warned_of
from kruispunt.core.terms import add_working_days
from kruispunt.core.vocabulary import Intensity

WEEK: Final = timedelta(weeks=1)
QUARTER: Final = timedelta(days=91)
FIRST: Final = {
    Intensity.INTENSIVE: (2 * WEEK, 6 * WEEK, QUARTER),
    Intensity.VERY_INTENSIVE: (WEEK, 2 * WEEK, 4 * WEEK, 6 * WEEK, QUARTER),
}
"""The first times after two people met, by class."""
EVERY: Final = {Intensity.INTENSIVE: QUARTER, Intensity.VERY_INTENSIVE: 6 * WEEK}
"""How often after that."""
AFTER_A_LIGHT_JOB: Final = 3
LOW_SCORE, BIG_DROP = 2, 2


def moments(intensity: Intensity, met: date, *, after: date, until: date) -> tuple[date, ...]:
    """List the days on which both sides are asked how it goes, later than `after`, up to `until`.

    Examples
    --------
    >>> met, until = date(2026, 11, 2), date(2027, 3, 1)
    >>> [str(day) for day in moments(Intensity.INTENSIVE, met, after=met, until=until)]
    ['2026-11-16', '2026-12-14', '2027-02-01']
    """
    days: list[date] = []
    for day in _all(intensity, met):
        if day > until:
            break
        if day > after:
            days.append(day)
        if intensity is Intensity.LIGHT:
            break
    return tuple(days)


def _all(intensity: Intensity, met: date) -> Iterator[date]:
    if intensity is Intensity.LIGHT:
        yield add_working_days(met, AFTER_A_LIGHT_JOB)
        return
    yield from (met + after for after in FIRST[intensity])
    yield from (met + QUARTER + number * EVERY[intensity] for number in count(1))


@dataclass(frozen=True, slots=True)
class Course:
    """How a match goes, as far as people told us. Scores run from one to five, oldest first."""

    scores: tuple[int, ...] = ()
    unanswered: int = 0
    """How many times in a row nobody answered."""
    not_met: bool = False
    costs_more: bool = False
    less_than_agreed: bool = False
    class_went_up: bool = False
    backup_silent: bool = False
    wishes_dropped: bool = False
    backup_left: bool = False
    life_changed: bool = False
    """Something large changed in the life of the volunteer."""
    unlearned: bool = False
    """Half a year without intervision or training."""
    met_too_little: bool = False
    """Fewer than half of the meetings that were agreed."""
    called_off: bool = False
    """Several fixed days in a few weeks were called off."""


# What people told themselves, kept on the match: the place in the list is the bit.
TOLD: Final = (
    "contact",
    "not_met",
    "unanswered",
    "costs_more",
    "less_than_agreed",
    "met_too_little",
)


def told(course: Course) -> int:
    """Keep in one number which signs people told of themselves.

    Examples
    --------
    >>> told(Course(scores=(2,), costs_more=True))
    9
    """
    there = signs(course)
    return sum(1 << place for place, name in enumerate(TOLD) if name in there)


def signs(course: Course) -> frozenset[str]:
    """Say by name which signs there are."""
    low = bool(course.scores) and course.scores[-1] <= LOW_SCORE
    dropped = len(course.scores) > 1 and course.scores[-2] - course.scores[-1] >= BIG_DROP
    there = {
        "contact": low or dropped,
        "not_met": course.not_met,
        "class_went_up": course.class_went_up,
        "unanswered": course.unanswered > 0,
        "costs_more": course.costs_more,
        "less_than_agreed": course.less_than_agreed,
        "met_too_little": course.met_too_little,
        "called_off": course.called_off,
        "backup_silent": course.backup_silent,
        "backup_left": course.backup_left,
        "life_changed": course.life_changed,
        "wishes_dropped": course.wishes_dropped,
        "unlearned": course.unlearned,
    }
    return frozenset(name for name, is_there in there.items() if is_there)


def warn(course: Course) -> Warned:
    """Read the early signs off the course of a match.

    Examples
    --------
    >>> warned = warn(Course(scores=(4, 2), costs_more=True))
    >>> warned.points, warned.colour
    (5, 'amber')
    """
    return warned_of(signs(course), OF_A_MATCH)
