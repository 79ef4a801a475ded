"""What OR-tools makes of the pairs in kandidaten.csv: a min-cost flow with the class limits.

    python -m bench.flow_peer FOLDER

Prints {"objective": …, "seconds": …}: the worth of its proposal and its time to solve. Both are
null where OR-tools is not installed. It has a process of its own: it and HiGHS do not share one.
"""

import csv
import json
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import numpy as np

HEAVY, VERY = 2, 1
"""How many questions that are (very) intensive one volunteer may take (CAP-01)."""


class Town(NamedTuple):
    """The printed pairs by number, and what limits them."""

    question: np.ndarray
    volunteer: np.ndarray
    value: np.ndarray
    step: np.ndarray
    places: np.ndarray


def read(folder: Path) -> Town:
    """Read the pairs with their printed worth, the classes and the places."""
    steps = {"licht": 0, "intensief": 1, "zeer_intensief": 2}
    asked = {row["id"]: steps[row["klasse"]] for row in _rows(folder / "vragen.csv")}
    given = {row["id"]: int(row["plaatsen"]) for row in _rows(folder / "vrijwilligers.csv")}
    ask_at = {one.encode(): place for place, one in enumerate(asked)}
    give_at = {one.encode(): place for place, one in enumerate(given)}
    pairs = []
    with (folder / "kandidaten.csv").open("rb") as file:
        next(file)
        for line in file:
            question, volunteer, score, priority, _ = line.split(b",", 4)
            worth = int(score.replace(b".", b"")) * int(priority.replace(b".", b""))
            pairs.append((ask_at[question], give_at[volunteer], worth))
    table = np.array(pairs, dtype=np.int64).reshape(-1, 3)
    return Town(
        table[:, 0], table[:, 1], table[:, 2],
        np.array(list(asked.values()), dtype=np.int64),
        np.array(list(given.values()), dtype=np.int64),
    )  # fmt: skip


def solve(town: Town) -> tuple[int, float]:
    """Let the flow find the most: source, questions, three nodes a volunteer, sink."""
    from ortools.graph.python import min_cost_flow  # noqa: PLC0415

    flow = min_cost_flow.SimpleMinCostFlow()
    asks, gives = len(town.step), len(town.places)
    any_place = asks + np.arange(gives)
    heavy, very = any_place + gives, any_place + 2 * gives
    sink = asks + 3 * gives
    entrance = np.stack([any_place, heavy, very])[town.step[town.question], town.volunteer]
    one = np.ones(len(town.question), dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(town.question, entrance, one, -town.value)
    for start, end, most in (
        (very, heavy, np.full(gives, VERY)),
        (heavy, any_place, np.full(gives, HEAVY)),
        (any_place, np.full(gives, sink), town.places),
        (np.arange(asks), np.full(asks, sink), np.ones(asks, dtype=np.int64)),
    ):
        flow.add_arcs_with_capacity_and_unit_cost(start, end, most, np.zeros(len(start), np.int64))
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[:asks], supplies[sink] = 1, -asks
    flow.set_nodes_supplies(np.arange(sink + 1), supplies)
    begun = time.perf_counter()
    if flow.solve() != flow.OPTIMAL:
        raise SystemExit("OR-tools found no optimum")
    return -flow.optimal_cost(), time.perf_counter() - begun


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    try:
        import ortools  # noqa: F401
    except ImportError:
        print(json.dumps({"objective": None, "seconds": None}))
    else:
        worth, seconds = solve(read(Path(sys.argv[1])))
        objective = float(Decimal(worth) / 100_000)
        print(json.dumps({"objective": objective, "seconds": round(seconds, 2)}))
