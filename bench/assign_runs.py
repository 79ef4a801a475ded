"""One solver on one sparse town, alone: `python -m bench.assign_runs NAME FILE`.

Prints {"value": …, "served": …, "seconds": …, "cpu_seconds": …, "peak_mib": …}; the clock runs from
plain arrays to pairs. Ours
includes checking the arrays and the certificate; the peers include building their own graph.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np

from bench.lines import peak_mib
from bench.sparse_towns import Town

type Found = tuple[int, int, bool | None]
type Later = Callable[[], Found]
"""What was found, added up after the clock has stopped."""


def ours(town: Town) -> Later:
    """Solve with the scales, certificate included."""
    from kruispunt.core.assign import assign  # noqa: PLC0415 - each run loads its own solver only

    best = assign(town.indptr, town.indices, town.weights, cap=town.cap)
    return lambda: (best.value, best.served, best.proven)


def ortools(town: Town) -> Later:
    """Solve as a min-cost flow; a direct arc to the sink lets a question stay out."""
    from ortools.graph.python import min_cost_flow  # noqa: PLC0415 - each run loads its own

    questions, volunteers = len(town.indptr) - 1, len(town.cap)
    rows = np.repeat(np.arange(questions), np.diff(town.indptr))
    sink = questions + volunteers
    flow = min_cost_flow.SimpleMinCostFlow()
    one = np.ones(len(rows), dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(rows, questions + town.indices, one, -town.weights)
    for start, end, most in (
        (questions + np.arange(volunteers), np.full(volunteers, sink), town.cap),
        (np.arange(questions), np.full(questions, sink), np.ones(questions, dtype=np.int64)),
    ):
        flow.add_arcs_with_capacity_and_unit_cost(start, end, most, np.zeros(len(start), np.int64))
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[:questions], supplies[sink] = 1, -questions
    flow.set_nodes_supplies(np.arange(sink + 1), supplies)
    if flow.solve() != flow.OPTIMAL:
        raise SystemExit("OR-tools found no optimum")
    taken = flow.flows(np.arange(len(rows))) > 0
    return lambda: (int(town.weights[taken].sum()), int(taken.sum()), None)


def kwok(town: Town) -> Later:
    """Solve as a matching in which every place is a column of its own."""
    from kwok import kwok as matched  # noqa: PLC0415 - each run loads its own solver only

    first = np.concatenate([[0], np.cumsum(town.cap)])
    copies = town.cap[town.indices]
    places = np.repeat(first[town.indices] - np.cumsum(copies) + copies, copies)
    places += np.arange(len(places))
    weights = np.repeat(town.weights, copies).tolist()
    ends = np.concatenate([[0], np.cumsum(copies)])[town.indptr].tolist()
    pairs = list(zip(places.tolist(), weights, strict=True))
    rows = [pairs[start:stop] for start, stop in pairwise(ends)]
    # the peer wants at least as many columns as rows
    columns = max(int(first[-1]), len(rows))
    if columns > first[-1]:
        rows[0] = [*rows[0], (columns - 1, 0)]
    best = matched(rows, keeps_virtual_matching=False)
    return lambda: _added_up(rows, enumerate(best.left_pairs))


def _added_up(rows: list[list[tuple[int, int]]], found: Iterable[tuple[int, int]]) -> Found:
    worth = [dict(rows[row]).get(place) for row, place in found]
    kept = [weight for weight in worth if weight]
    return sum(kept), len(kept), None


SOLVERS: dict[str, Callable[[Town], Later]] = {"ours": ours, "ortools": ortools, "kwok": kwok}


def main(name: str, path: Path) -> None:
    """Warm up, then run once and print."""
    with np.load(path) as given:
        town = Town(*(given[field] for field in Town._fields))
    if name == "ours":
        from kruispunt.core.assign import warm  # noqa: PLC0415 - each run loads its own solver only

        warm()
    begun, worked = time.perf_counter(), time.process_time()
    later = SOLVERS[name](town)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    value, served, proven = later()
    facts = {"value": value, "served": served, "proven": proven, "seconds": round(seconds, 4)}
    facts["cpu_seconds"] = round(cpu, 4)
    print(json.dumps(facts | {"peak_mib": peak_mib()}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
