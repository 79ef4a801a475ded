"""Edges: cards to arrays and arrays to every eligible pair, against polars, duckdb and a k-d tree.

    python -m bench.edges [S] [M] [L]

The peers run in a process of their own (`bench.edge_peers`), on the same columns, and must find
the same pairs with the same scores.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from bench.crowd import crowd
from bench.lines import line, peak_mib, seconds
from kruispunt.core.arrays import Packed, edges, pack, warm
from kruispunt.core.weights import Weights


def main(sizes: list[str]) -> None:
    """Measure each size."""
    warm()
    for size in sizes:
        measured(size)


def measured(size: str) -> None:
    """Measure ours, and the peers on the first questions of the same arrays."""
    questions, volunteers = crowd(size)
    packed = pack(questions, volunteers, Weights())
    facts = {"bench": "edges", "size": size}
    line(**facts, who="kruispunt pack", cards=len(questions) + len(volunteers),
         **seconds(lambda: pack(questions, volunteers, Weights())))  # fmt: skip
    found = edges(packed, compiled=True)
    ours = seconds(lambda: edges(packed, compiled=True))
    line(**facts, who="kruispunt numba", questions=len(questions), edges=len(found.indices),
         edges_a_second=round(len(found.indices) / ours["seconds"]), **ours,
         peak_mib=peak_mib())  # fmt: skip
    if size == "S":
        plain = seconds(lambda: edges(packed, compiled=False))
        line(**facts, who="kruispunt numpy", questions=len(questions), edges=len(found.indices),
             edges_a_second=round(len(found.indices) / plain["seconds"]), **plain)  # fmt: skip
    some = min(len(questions), 1000)
    with tempfile.TemporaryDirectory() as folder:
        columns = Path(folder) / "columns.npz"
        last = int(found.indptr[some])
        np.savez(columns, total=found.score[:last].sum(dtype=np.int64), edges=last,
                 **flat(packed, some))  # fmt: skip
        peers = [sys.executable, "-m", "bench.edge_peers", str(columns), size]
        subprocess.run(peers, check=True)


def flat(packed: Packed, questions: int) -> dict[str, np.ndarray]:
    """The columns under plain names, for those who read tables."""
    tables = {f"t_{name}": table for name, table in packed.tables._asdict().items()}
    asked = {f"q_{name}": column[:questions] for name, column in packed.questions._asdict().items()}
    given = {f"v_{name}": column for name, column in packed.volunteers._asdict().items()}
    return tables | asked | given


if __name__ == "__main__":
    main(sys.argv[1:] or ["S", "M"])
