"""Longest waiting first beside the plain solve: `python -m bench.in_order [sizes] [regimes]`.

Both solve the same town in turns, so that whatever else the machine does is shared. One JSON line
per town with the least processor time of each and how many times the plain solve the order takes.
"""

import sys
from time import process_time

import numpy as np

from bench.lines import line
from bench.sparse_towns import REGIMES, town
from kruispunt.core.assign import assign, assign_in_order, warm

TIMES = 5
DAYS = 200
"""Nobody has waited longer than so many days."""


def compare(size: str, regime: str, seed: int) -> None:
    """Solve a town by worth alone and by who waits longest, some times in turns."""
    made = town(size, regime, seed)
    arrays, cap = (made.indptr, made.indices, made.weights), made.cap
    first = np.random.default_rng([seed, 3]).integers(0, DAYS, len(made.indptr) - 1)
    alone, ordered = [], []
    for _ in range(TIMES):
        begun = process_time()
        plain = assign(*arrays, cap=cap)
        between = process_time()
        found = assign_in_order(*arrays, first=first, cap=cap)
        alone.append(between - begun)
        ordered.append(process_time() - between)
    line(
        bench="in_order",
        size=size,
        regime=regime,
        seed=seed,
        by_worth=round(min(alone), 4),
        in_order=round(min(ordered), 4),
        times_the_plain=round(min(ordered) / min(alone), 2),
        served=found.assignment.served,
        value_kept=round(found.value / plain.value, 4),
        proven=bool(plain.proven and found.assignment.proven),
    )


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    warm()
    for asked in given.get(1, "M").split(","):
        for kind in given.get(2, ",".join(REGIMES)).split(","):
            for number in given.get(3, "1,2,3,4,5").split(","):
                compare(asked, kind, int(number))
