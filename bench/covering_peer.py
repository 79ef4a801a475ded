"""What OR-tools makes of a town with a bonus for neighbourhoods: `python -m bench.covering_peer T`.

A min-cost flow from the neighbourhoods on: each has one arc a band, that takes as many questions as
the band holds and pays its bonus for each. What is served nowhere flows past. It has a process of
its own: OR-tools and HiGHS do not share one.
"""

import sys
from typing import Any

import numpy as np

Town = dict[str, Any]
"""question, volunteer and weight per pair; level and area per question; cap; limits; bonus."""


def solve(town: Town) -> int:
    """Give the most that pairs and bonuses are worth together."""
    from ortools.graph.python import min_cost_flow  # noqa: PLC0415

    flow = min_cost_flow.SimpleMinCostFlow()
    asks, gives, areas = len(town["area"]), len(town["cap"]), int(town["area"].max()) + 1
    inner = [asks + (level * gives) + np.arange(gives) for level in range(len(town["limits"]) + 1)]
    area = asks + len(inner) * gives + np.arange(areas)
    source, sink = int(area[-1]) + 1, int(area[-1]) + 2

    def arcs(start: Any, end: Any, most: Any, cost: Any) -> None:  # noqa: ANN401 - one or many
        sides = np.broadcast_arrays(start, end, most, cost)
        flow.add_arcs_with_capacity_and_unit_cost(*(np.array(one, np.int64) for one in sides))

    for bonus, held in _bands(town, areas):
        arcs([source], area, held, -bonus)
    arcs(area[town["area"]], np.arange(asks), 1, 0)
    entrance = np.stack(inner)[town["level"][town["question"]], town["volunteer"]]
    arcs(town["question"], entrance, 1, -town["weight"])
    for level, limit in enumerate(town["limits"].tolist(), start=1):
        arcs(inner[level], inner[level - 1], limit, 0)
    arcs(inner[0], [sink], town["cap"], 0)
    arcs([source], [sink], asks, 0)
    supplies = np.zeros(sink + 1, np.int64)
    supplies[source], supplies[sink] = asks, -asks
    flow.set_nodes_supplies(np.arange(sink + 1), supplies)
    if flow.solve() != flow.OPTIMAL:
        raise SystemExit("OR-tools found no optimum")
    return -int(flow.optimal_cost())


def _bands(town: Town, areas: int) -> list[tuple[int, list[int]]]:
    """Per band its bonus and what it holds of each area: of n, the k-th is in k * bands // n."""
    size, bands = np.bincount(town["area"], minlength=areas).tolist(), len(town["bonus"])
    return [
        (bonus, [sum(k * bands // n == band for k in range(n)) for n in size])
        for band, bonus in enumerate(town["bonus"].tolist())
    ]


if __name__ == "__main__":
    with np.load(sys.argv[1]) as given:
        print(solve(dict(given)))
