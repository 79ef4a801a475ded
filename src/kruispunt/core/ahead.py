"""Looking ahead: what will wait in some weeks when people keep coming and going as they did.

People come one by one and go one by one, so their numbers spread as those of Poisson do: the
variance of what waits is the sum of what comes and what goes. The band holds four times in five.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Final

FOUR_IN_FIVE: Final = 1.2816
"""Standard deviations on either side that hold four outcomes in five (normal distribution)."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What waits some weeks from now: between these numbers four times in five."""

    low: int
    middle: int
    high: int


def ahead(waiting: int, *, came: int, went: int, seen_weeks: int, weeks: int) -> Ahead:
    """Return what will wait when as many come and go each week as in the weeks that were seen.

    Nobody goes who did not come, so what waits is never less than nought.

    Examples
    --------
    >>> ahead(20, came=52, went=26, seen_weeks=26, weeks=12)
    Ahead(low=24, middle=32, high=40)
    >>> ahead(2, came=0, went=26, seen_weeks=26, weeks=12).middle
    0
    """
    share = weeks / seen_weeks
    middle = waiting + (came - went) * share
    spread = FOUR_IN_FIVE * sqrt((came + went) * share)
    low, high = (max(round(one), 0) for one in (middle - spread, middle + spread))
    return Ahead(low, max(round(middle), 0), high)
