"""What a place is worth with every volunteer, both ways, beside the solve that comes before it.

python -m bench.intervals [M] [L]
"""

import sys
from time import perf_counter, process_time

import numpy as np

from bench.lines import line, peak_mib
from bench.sparse_towns import town
from kruispunt.core.assign import Live, warm
from kruispunt.core.assign.checked import nested_caps
from kruispunt.core.assign.flow import solve
from kruispunt.core.assign.intervals import spread
from kruispunt.core.assign.problem import pose

SAMPLE = 200
"""Volunteers whose interval is compared with that of the live optimum, at S."""


def main(sizes: list[str]) -> None:
    """Measure each size in both regimes."""
    warm()
    for size in sizes:
        for regime in ("ample", "scarce"):
            measured(size, regime)


def measured(size: str, regime: str) -> None:
    """Measure the two searches, apart from the solve."""
    made = town(size, regime, 1)
    problem = pose(*made[:3], cap=made.cap)
    shift = problem.scale.value_shift
    tables = solve(problem, small=False, whole=True)
    raised = (nested_caps(made.cap + 1, None) > problem.caps).sum(axis=1)
    spread(tables, raised, shift=shift, small=False)
    begun, cpu = perf_counter(), process_time()
    found = spread(tables, raised, shift=shift, small=False)
    facts = {"seconds": round(perf_counter() - begun, 3),
             "cpu_seconds": round(process_time() - cpu, 3), "peak_mib": peak_mib()}  # fmt: skip
    if size == "S":
        live = Live(*made[:3], cap=made.cap)
        some = np.random.default_rng(1).choice(len(made.cap), SAMPLE, replace=False).tolist()
        facts["same_as_live"] = all(
            live.interval(one) == (found.less[one], found.more[one]) for one in some
        )
    line(bench="intervals", size=size, regime=regime, volunteers=len(made.cap),
         wide=int((found.less > found.more).sum()), **facts)  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:] or ["S", "M", "L"])
