"""The scales against OR-tools and kwok on the same sparse towns: `python -m bench.assign S,M,L`.

    uv run --group peers python -m bench.assign [sizes] [regimes] [seeds]

One JSON line per run and one with the ratio per town. Peers that are not installed are left out.
All cells, `python -m bench.assign S,M,L > bench/lines/assign.jsonl`, take some twenty minutes on a
quiet machine, nearly all of it the peers at L.
"""

import json
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bench.lines import line
from bench.sparse_towns import REGIMES, town

TIMEOUT = 300


def run(name: str, path: Path) -> dict[str, float] | None:
    """Run one solver in a process of its own; None when it is not done in time."""
    command = [sys.executable, "-m", "bench.assign_runs", name, str(path)]
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(size: str, regime: str, seed: int) -> None:
    """Run every solver on one town and say how they relate."""
    made = town(size, regime, seed)
    place = {"size": size, "regime": regime, "seed": seed}
    peers = [name for name in ("ortools", "kwok") if find_spec(name) is not None]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.npz"
        np.savez(path, **made._asdict())
        for name in ("ours", *peers):
            if (result := run(name, path)) is None:
                line(bench="assign", **place, solver=name, late=TIMEOUT)
                continue
            found[name] = result
            line(bench="assign", **place, solver=name, edges=len(made.weights), **result)
    if len(found) > 1:
        others = [result for name, result in found.items() if name != "ours"]
        line(
            bench="assign-ratio",
            **place,
            times_faster=_times(others, found["ours"], "seconds"),
            times_less_work=_times(others, found["ours"], "cpu_seconds"),
            same_value=len({result["value"] for result in found.values()}) == 1,
        )


def _times(others: list[dict[str, float]], ours: dict[str, float], measure: str) -> float:
    """How many times more the best of the others takes."""
    return round(min(result[measure] for result in others) / ours[measure], 1)


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    for asked in given.get(1, "S,M").split(","):
        for kind in given.get(2, ",".join(REGIMES)).split(","):
            for number in given.get(3, "1,2,3,4,5").split(","):
                compare(asked, kind, int(number))
