"""The best ten of 200,000 volunteers for one question, with reasons, against polars and duckdb.

    python -m bench.top [questions] [volunteers]

The peers run in a process of their own (`bench.top_peers`), on the same columns, and must find
the same scores; they give no reasons.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from bench.crowd import crowd_of
from bench.edges import flat
from bench.lines import line, peak_mib
from kruispunt.core.arrays import TopIndex, pack, warm
from kruispunt.core.weights import Weights

K = 10


def main(questions: int, volunteers: int) -> None:
    """Measure asking and changing, ours and theirs."""
    warm()
    asked, offered = crowd_of(questions, volunteers)
    begun = perf_counter()
    index = TopIndex(offered, Weights())
    line(bench="top", who="kruispunt build", volunteers=volunteers,
         seconds=round(perf_counter() - begun, 3), peak_mib=peak_mib())  # fmt: skip
    for compiled, who in ((True, "kruispunt numba"), (False, "kruispunt numpy")):
        index.top(asked[0], K, compiled=compiled)
        told(who, [timed(lambda q=q, c=compiled: index.top(q, K, compiled=c)) for q in asked])
    told("kruispunt change", [timed(lambda v=v: index.put(v)) for v in offered[:1000]])
    best = [[one.score for one in index.top(question, K)] for question in asked]
    best = [scores + [-1] * (K - len(scores)) for scores in best]
    with tempfile.TemporaryDirectory() as folder:
        columns = Path(folder) / "columns.npz"
        packed = pack(asked, offered, Weights())
        np.savez(columns, total=0, edges=0, best=np.array(best), **flat(packed, questions))
        subprocess.run([sys.executable, "-m", "bench.top_peers", str(columns)], check=True)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that one call takes, on the clock and of the processor."""
    begun, cpu = perf_counter(), process_time()
    work()
    return 1000 * (perf_counter() - begun), 1000 * (process_time() - cpu)


def told(who: str, taken: list[tuple[float, float]]) -> None:
    """Print the middle and the slow end."""
    (middle, cpu_middle), (slow, cpu_slow) = np.percentile(taken, [50, 99], axis=0).tolist()
    line(bench="top", who=who, times=len(taken), p50_ms=round(middle, 4), p99_ms=round(slow, 4),
         p50_cpu_ms=round(cpu_middle, 4), p99_cpu_ms=round(cpu_slow, 4))  # fmt: skip


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*(given or [500, 200_000]))
