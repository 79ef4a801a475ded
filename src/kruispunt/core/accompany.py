"""When we ask how it goes (CHK-01), and which answers ask for a call (SIG-01).

Points never rate a person: they only say that somebody should call, and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Final

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
AMBER, RED = 3, 6
LOW_SCORE, BIG_DROP, SILENT = 2, 2, 2


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
    met_too_little: bool = False
    """Fewer than half of the meetings that were agreed."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One early sign: what it is, and how many points."""

    sentence: str
    points: int


@dataclass(frozen=True, slots=True)
class Warned:
    """All signs of one match together."""

    signs: tuple[Sign, ...]

    @property
    def points(self) -> int:
        return sum(sign.points for sign in self.signs)

    @property
    def colour(self) -> str:
        """Green, amber (call within five working days) or red (within two, with a plan)."""
        return "red" if self.points >= RED else "amber" if self.points >= AMBER else "green"


def warn(course: Course) -> Warned:
    """Read the early signs off the course of a match.

    Examples
    --------
    >>> warned = warn(Course(scores=(4, 2), costs_more=True))
    >>> warned.points, warned.colour
    (5, 'amber')
    """
    low = bool(course.scores) and course.scores[-1] <= LOW_SCORE
    dropped = len(course.scores) > 1 and course.scores[-2] - course.scores[-1] >= BIG_DROP
    found = (
        (low or dropped, "Het contact gaat minder goed.", 3),
        (course.not_met, "Zij zagen elkaar niet sinds de vorige keer.", 3),
        (course.class_went_up, "De vraag is zwaarder geworden.", 3),
        (course.unanswered > 0, "Wij kregen geen antwoord.", 2),
        (course.costs_more, "Het kost meer dan verwacht.", 2),
        (course.less_than_agreed, "Het gaat niet zoals afgesproken.", 2),
        (course.met_too_little, "Zij zien elkaar minder dan de helft van wat is afgesproken.", 2),
        (course.backup_silent, "De achterwacht antwoordt niet.", 2),
        (course.wishes_dropped, "Bij het begin bleven wensen liggen.", 1),
    )
    return Warned(tuple(Sign(sentence, points) for there, sentence, points in found if there))
