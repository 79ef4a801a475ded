"""How long each step of the work takes, read off the moves that were made (D31)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final

SECONDS_A_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a journal: what it is about, and the state it left; none when it began."""

    subject: str
    before: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """One row stood so many days in one state, and then went on."""

    subject: str
    state: str
    days: float


def stretches(lines: Iterable[Line]) -> list[Stretch]:
    """Lay the moves of each row end to end. What began before the lines is left out.

    Parameters
    ----------
    lines
        In the order in which they were written, of any number of rows through each other.

    Examples
    --------
    >>> on = [datetime(2026, 11, day) for day in (2, 4, 9)]
    >>> lines = [Line("q:1", "", on[0]), Line("q:1", "new", on[1]), Line("q:1", "open", on[2])]
    >>> [(one.state, one.days) for one in stretches(lines)]
    [('new', 2.0), ('open', 5.0)]
    """
    since: dict[str, datetime] = {}
    found: list[Stretch] = []
    for line in lines:
        begun = since.get(line.subject)
        if line.before and begun is not None:
            days = max((line.at - begun).total_seconds(), 0) / SECONDS_A_DAY
            found.append(Stretch(line.subject, line.before, days))
        if line.before == "" or begun is not None:
            since[line.subject] = line.at
    return found


def nine_in_ten(days: Iterable[float]) -> float:
    """Return the number of days within which nine in ten were done (the nearest rank).

    Examples
    --------
    >>> nine_in_ten([1, 2, 3, 4, 5, 6, 7, 8, 9, 40])
    9
    """
    ordered = sorted(days)
    return ordered[ceil(0.9 * len(ordered)) - 1]
