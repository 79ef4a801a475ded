"""Hours and teams against their bound: `python -m bench.hours [sizes] [regimes] [seeds]`."""

import sys
from time import process_time

import numpy as np

from bench.lines import line
from bench.sparse_towns import town
from kruispunt.core.assign import assign, warm


def measure(size: str, regime: str, seed: int, *, teams: float) -> None:
    """Solve one town in which hours bind and some questions ask for two helpers."""
    made = town(size, regime, seed)
    questions = len(made.indptr) - 1
    rng = np.random.default_rng(seed)
    begun = process_time()
    best = assign(
        *made[:3],
        cap=made.cap,
        limits=(2, 1),
        level=rng.choice(3, questions, p=[0.6, 0.3, 0.1]),
        need=np.where(rng.random(questions) < teams, 2, 1),
        hours=rng.choice([2, 4, 6, 8], questions, p=[0.5, 0.3, 0.1, 0.1]),
        room=rng.choice([2, 4, 6, 8], len(made.cap)),
    )
    line(
        bench="hours",
        size=size,
        regime=regime,
        seed=seed,
        teams=teams,
        served=best.served,
        gap_percent=round(100 * best.gap, 4),
        proven=best.proven,
        cpu_seconds=round(process_time() - begun, 2),
    )


SEEDS = {"S": "1,2,3,4,5", "M": "1"}
"""Where none are named: a province takes twenty seconds a town."""

if __name__ == "__main__":
    warm()
    given = dict(enumerate(sys.argv))
    for asked in given.get(1, "S,M").split(","):
        for kind in given.get(2, "ample,scarce").split(","):
            for number in given.get(3, SEEDS[asked]).split(","):
                for share in (0.0, 0.1):
                    measure(asked, kind, int(number), teams=share)
