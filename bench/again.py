"""A solve that begins with yesterday's prices: `python -m bench.again [sizes] [regimes] [seeds]`.

A fiftieth of the questions and of the volunteers change over night; one JSON line per town with the
time from nothing, the time from yesterday's prices, and whether both give the same pairs.
"""

import sys
import time
from collections.abc import Callable

import numpy as np

from bench.lines import line
from bench.sparse_towns import REGIMES, Town, town
from kruispunt.core.assign import Assignment, assign, warm

CHANGED = 0.02
TIMES = 3


def tomorrow(today: Town, seed: int) -> Town:
    """Let some questions matter more or less, and some volunteers have other places."""
    rng = np.random.default_rng([seed, 2])
    questions = rng.random(len(today.indptr) - 1) < CHANGED
    factor = np.where(questions, rng.uniform(0.5, 1.5, len(questions)), 1.0)
    weights = np.rint(today.weights * np.repeat(factor, np.diff(today.indptr))).astype(np.int64)
    volunteers = rng.random(len(today.cap)) < CHANGED
    return today._replace(
        weights=weights, cap=np.where(volunteers, rng.permutation(today.cap), today.cap)
    )


def timed(solve: Callable[[], Assignment]) -> tuple[float, Assignment]:
    """Give the least processor time of a few solves."""
    taken = []
    for _ in range(TIMES):
        begun = time.process_time()
        found = solve()
        taken.append(time.process_time() - begun)
    return min(taken), found


def compare(size: str, regime: str, seed: int) -> None:
    """Solve a town, let a night pass, and solve it again in both ways."""
    today = town(size, regime, seed)
    price = assign(*today[:3], cap=today.cap).start
    made = tomorrow(today, seed)
    cold, first = timed(lambda: assign(*made[:3], cap=made.cap))
    begun, again = timed(lambda: assign(*made[:3], cap=made.cap, start=price))
    same = first.value == again.value and np.array_equal(first.volunteers, again.volunteers)
    line(
        bench="again",
        size=size,
        regime=regime,
        seed=seed,
        from_nothing=round(cold, 4),
        from_prices=round(begun, 4),
        same_pairs=bool(same and first.proven and again.proven),
    )


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    warm()
    for asked in given.get(1, "M").split(","):
        for kind in given.get(2, ",".join(REGIMES)).split(","):
            for number in given.get(3, "1").split(","):
                compare(asked, kind, int(number))
