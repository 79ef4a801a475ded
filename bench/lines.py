"""One measurement, one JSON line: what, how big, how long, and how often."""

import json
import resource
import sys
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Final

_KIB: Final = 1024


def line(**facts: object) -> None:
    """Print one measurement."""
    print(json.dumps(facts), flush=True)


def seconds(work: Callable[[], object], *, times: int = 3) -> Mapping[str, float]:
    """Run something some times and tell the median and the best, in seconds."""
    taken = []
    for _ in range(times):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return {"seconds": round(median(taken), 6), "best_seconds": round(min(taken), 6)}


def peak_mib() -> float:
    """The most memory that this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / _KIB / (_KIB if sys.platform == "darwin" else 1), 1)
