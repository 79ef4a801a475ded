"""What a place is worth to those who are still to come, as far as the past lets expect."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.replay.board import Options
from kruispunt.core.replay.history import Ints

Floats = NDArray[np.float64]
BLUR: Final = 0.07
"""How much who will come differs from who came, as a part of what an average pair is worth."""
STEPS: Final = 40
CLOSE: Final = 0.002
"""Prices that move less than this part of an average pair have settled."""


def expected_prices(
    asking: Options, often: Floats, places: Ints, *, start: Floats | None = None
) -> Floats:
    """Give for each volunteer what her last free place is worth to who may still ask for it.

    Parameters
    ----------
    asking
        Those who wait and those who came before, as examples of who may come.
    often : float64[n]
        How many helpers of this sort are to be expected for each of them.
    places : int64[n_volunteers]
        Places that are free.
    start : float64[n_volunteers]
        Earlier prices, from which this goes faster.

    Returns
    -------
    float64[n_volunteers]
        In the unit of `asking.worth`; nothing where there are places enough.

    Notes
    -----
    Who comes will not be who came, so each example stands for people like her: she chooses among
    volunteers by worth minus price, mostly the best and now and then the next (a logit choice of
    width `BLUR`). In turn the examples choose at the prices of now, and each price becomes what
    the last of the free places is worth when that many ask for it one after another (Gallego and
    van Ryzin, 1994); with prices that balance exactly this is Sinkhorn's iteration. O(pairs) a
    step, at most `STEPS` steps. Nothing of what really comes is looked at.

    Examples
    --------
    Three people want the one place of the first volunteer, who is worth most to all of them; the
    second has places enough, so hers costs nothing.

    >>> asked = Options(np.arange(3), np.array([0, 2, 4, 6]), np.array([0, 1] * 3),
    ...                 np.array([90, 50] * 3))
    >>> expected_prices(asked, np.ones(3), np.array([1, 9])).round().tolist()
    [43.0, 0.0]
    """
    price = np.zeros(len(places)) if start is None else start.copy()
    if not len(asking.worth):
        return np.zeros(len(places))
    worth = asking.worth.astype(float)
    middle = float(worth.mean())
    wide = BLUR * max(middle, 1.0)
    for _ in range(STEPS):
        demand = _demanded(
            asking, worth - price[asking.volunteers], often, wide=wide, count=len(places)
        )
        new = wide * _worth_of_the_last(demand * np.exp(price / wide), places)
        moved = float(np.abs(new - price).max(initial=0))
        price = new
        if moved < CLOSE * middle:
            break
    return price


def _worth_of_the_last(asked: Floats, places: Ints) -> Floats:
    """What the last place adds when so many come, each with a surplus that is exponential.

    All places together are worth log(sum of D^k / k!, k up to the places): the sum grows in time
    by what it was with a place less, because who comes takes one and leaves the others.
    """
    term, with_it, without = np.ones((3, len(asked)))
    for at in range(1, int(places.max(initial=0)) + 1):
        term = term * asked / at
        there = places >= at
        without = np.where(there, with_it, without)
        with_it = np.where(there, with_it + term, with_it)
    return np.log(with_it / without)


def _demanded(asking: Options, kept: Floats, often: Floats, *, wide: float, count: int) -> Floats:
    """How often each volunteer is asked when everybody chooses by what is kept, or stays out."""
    starts, sizes = asking.indptr[:-1], np.diff(asking.indptr)
    best = np.maximum(np.maximum.reduceat(kept, starts), 0)
    chance = np.exp((kept - np.repeat(best, sizes)) / wide)
    total = np.add.reduceat(chance, starts) + np.exp(-best / wide)
    chance *= np.repeat(often / total, sizes)
    return np.bincount(asking.volunteers, chance, count)
