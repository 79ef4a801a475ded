"""How much guidance a number of matches costs, and how many matches an hour can carry (CAP-05).

All hours are of the coordinator, recruitment and guidance together. The lengths are the standard
of the house; the medians of what was written down take their place when there are enough.
"""

from dataclasses import dataclass
from typing import Final

ROUND_WEEKS: Final = 6
"""Guidance is counted per six weeks."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """What one match costs: hours to make it, and hours per six weeks to keep it company."""

    to_begin: float = 5.0
    per_round: float = 0.5

    @property
    def per_week(self) -> float:
        return self.per_round / ROUND_WEEKS


STANDARD: Final = Guidance()


def hours_a_week(new_a_week: float, weeks: float, guidance: Guidance = STANDARD) -> float:
    """Return the hours a week when so many matches begin each week and last so many weeks.

    In a steady state as many matches run as begin a week times the weeks that they last.

    Examples
    --------
    >>> hours_a_week(1, 36)
    8.0
    >>> round(hours_a_week(1, 52), 1), round(hours_a_week(2, 52), 1)
    (9.3, 18.7)
    """
    return new_a_week * guidance.to_begin + running(new_a_week, weeks) * guidance.per_week


def running(new_a_week: float, weeks: float) -> float:
    """Return how many matches run at once.

    Examples
    --------
    >>> running(2, 52)
    104
    """
    return new_a_week * weeks


def longest_weeks(hours: float, new_a_week: float, guidance: Guidance = STANDARD) -> float:
    """Return how many weeks matches may last when there are so many hours a week.

    Examples
    --------
    >>> longest_weeks(8, 1)
    36.0
    >>> longest_weeks(8, 2)
    0.0
    """
    left = hours - new_a_week * guidance.to_begin
    if left <= 0 or new_a_week <= 0:
        return 0.0
    return left / (new_a_week * guidance.per_week)


def most_a_week(hours: float, weeks: float, guidance: Guidance = STANDARD) -> float:
    """Return how many matches may begin each week when there are so many hours a week.

    Examples
    --------
    >>> round(most_a_week(8, 52), 2)
    0.86
    """
    return hours / (guidance.to_begin + weeks * guidance.per_week)


def hours_a_match(weeks: float, guidance: Guidance = STANDARD) -> float:
    """Return what one match costs from the first talk to the farewell.

    Examples
    --------
    >>> hours_a_match(36)
    8.0
    """
    return guidance.to_begin + weeks * guidance.per_week
