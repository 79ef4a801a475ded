"""How many homes may have a question that nobody knows of, estimated from calls at doors (D2)."""

from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Final

WIDE: Final = 1.96
"""Standard errors on either side: so wide that nineteen of twenty such ranges hold the truth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """One neighbourhood: its homes, where we called, where we heard a question, and who we know."""

    homes: int
    called: int
    heard: int
    known: int = 0


@dataclass(frozen=True, slots=True)
class Unseen:
    """Whole homes, from low to high; the middle is never told without the other two."""

    low: int
    middle: int
    high: int


def doors_to_go(called: int, least: int) -> int:
    """Say at how many doors more somebody calls before an estimate means anything."""
    return max(least - called, 0)


def unseen(calls: Calls, least: int) -> Unseen | None:
    """Estimate in how many homes where nobody called there is a question we do not know.

    The homes where somebody called are a sample of all homes. The score interval of Wilson for
    the part of all homes that has a question, narrowed because one cannot call at more homes than
    there are (Cochran), less what was heard and less what came in along other ways, is the answer.

    What is taken for true: where we call is not chosen by need. It usually is, so the estimate is
    rather too high. Calls at which nothing was heard are written down as well: each that is not
    makes it higher still. Each call is at another home: whoever calls twice at one door makes the
    range narrower than it should be. What came in along other ways came from homes where nobody
    called.

    Parameters
    ----------
    calls : Calls
        Counts of one neighbourhood in one period.
    least : int
        From how many calls on an estimate may be given.

    Returns
    -------
    Unseen or None
        Nothing when there were too few calls. Where all homes had a call, nothing is unseen.

    References
    ----------
    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22, 209-212.
    W. G. Cochran (1977), Sampling Techniques, third edition, on finite populations.

    Examples
    --------
    >>> unseen(Calls(homes=1000, called=100, heard=20), least=10)
    Unseen(low=116, middle=180, high=264)
    >>> unseen(Calls(homes=1000, called=100, heard=20, known=120), least=10)
    Unseen(low=0, middle=60, high=144)
    >>> unseen(Calls(homes=1000, called=4, heard=2), least=10) is None
    True
    """
    if calls.called < max(least, 1):
        return None
    rest = max(calls.homes - calls.called, 0)
    if not rest:
        return Unseen(0, 0, 0)
    low, high = _part_of_all(calls, rest)
    return Unseen(
        max(floor(low * calls.homes) - calls.heard - calls.known, 0),
        max(round(calls.heard / calls.called * rest) - calls.known, 0),
        max(min(ceil(high * calls.homes) - calls.heard, rest) - calls.known, 0),
    )


def _part_of_all(calls: Calls, rest: int) -> tuple[float, float]:
    """Between which two parts of all homes those with a question lie."""
    # As many calls at a town without end would tell as much as these do at this one.
    told = calls.called * calls.homes / rest
    part, square = calls.heard / calls.called, WIDE**2
    middle = part + square / (2 * told)
    aside = WIDE * sqrt(part * (1 - part) / told + square / (4 * told**2))
    whole = 1 + square / told
    return max((middle - aside) / whole, 0.0), min((middle + aside) / whole, 1.0)
