"""How long one event takes on a live optimum: `python -m bench.live [sizes] [regimes] [events]`.

Random questions and volunteers leave and come back; at the end the value is that of a fresh solve.
"""

import sys
from time import process_time

import numpy as np

from bench.lines import line
from bench.sparse_towns import Town, town
from kruispunt.core.assign import Live, assign


def leave_and_come_back(live: Live, made: Town, events: int) -> list[float]:
    """Let as many events happen and tell how long each took."""
    rng = np.random.default_rng(3)
    rows = np.repeat(np.arange(len(made.indptr) - 1), np.diff(made.indptr))
    order = np.argsort(made.indices, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(made.indices, minlength=len(made.cap)))])
    taken = []
    for _ in range(events // 4):
        question = int(rng.integers(len(made.indptr) - 1))
        span = slice(int(made.indptr[question]), int(made.indptr[question + 1]))
        taken += _timed(live.remove_question, question)
        taken += _timed(live.add_question, made.indices[span], made.weights[span])
        volunteer = int(rng.integers(len(made.cap)))
        mine = order[starts[volunteer] : starts[volunteer + 1]]
        places = int(made.cap[volunteer])
        taken += _timed(live.remove_volunteer, volunteer)
        taken += _timed(live.add_volunteer, rows[mine], made.weights[mine], places=places)
    return taken


def _timed(event: object, *given: object, **named: object) -> list[float]:
    assert callable(event)
    begun = process_time()
    event(*given, **named)
    return [process_time() - begun]


def measure(size: str, regime: str, events: int) -> None:
    """Run the events on one town and print one line."""
    made = town(size, regime, seed=1)
    live = Live(*made[:3], cap=made.cap, compiled=True)
    leave_and_come_back(live, made, 40)
    taken = np.array(leave_and_come_back(live, made, events)) * 1e6
    fresh = assign(*made[:3], cap=made.cap)
    line(
        bench="live",
        size=size,
        regime=regime,
        events=len(taken),
        mean_microseconds=round(float(taken.mean()), 1),
        p99_microseconds=round(float(np.quantile(taken, 0.99)), 1),
        same_as_fresh=(live.value, live.served) == (fresh.value, fresh.served),
    )


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    for asked in given.get(1, "S,M").split(","):
        for kind in given.get(2, "ample,scarce").split(","):
            measure(asked, kind, int(given.get(3, "4000")))
