"""All pairs of a province or a country, from columns to the certified best proposal.

    python -m bench.whole [M] [L]

The cards are made and laid in columns by a process of their own, so that the peak of memory is
that of the search. At M the proposal is compared with a solve over all pairs written down.
"""

import pickle
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

from bench.crowd import crowd_of
from bench.lines import line, peak_mib
from kruispunt.core.arrays import Packed, WholeGraph, count_eligible, edges, pack, ties, warm
from kruispunt.core.assign import Assignment, assign, assign_whole, scale_for
from kruispunt.core.assign import warm as warm_solver
from kruispunt.core.over_all import warm as warm_all_pairs
from kruispunt.core.weights import ALL_POINTS, Weights

TOWNS = {"M": (20_000, 50_000, 5, 70_000_000), "L": (100_000, 300_000, 33, 250_000_000)}
"""Questions, volunteers, towns they live in, and the width of the land in millimetres."""
type Ints = NDArray[np.int64]
VALUE_BITS = (ALL_POINTS * Weights().highest_priority).bit_length()


def main(sizes: list[str]) -> None:
    """Measure each size in both regimes."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            columns = str(Path(folder) / size)
            for step in (["made", size, columns], ["measured", size, columns]):
                subprocess.run([sys.executable, "-m", "bench.whole", *step], check=True)


def made(size: str, columns: str) -> None:
    """Make the cards and keep their columns; weights and ids are not needed any more."""
    questions, volunteers, towns, width = TOWNS[size]
    packed = pack(*crowd_of(questions, volunteers, towns=towns, width=width), Weights())
    with Path(columns).open("wb") as file:
        pickle.dump(replace(packed, weights=None, directory=None), file)


def measured(size: str, columns: str) -> None:
    """Solve both regimes over all pairs."""
    warm()
    warm_solver()
    warm_all_pairs()
    with Path(columns).open("rb") as file:
        packed = pickle.load(file)  # noqa: S301 - written by ourselves a moment ago
    begun = perf_counter()
    eligible = count_eligible(packed)
    line(bench="count", size=size, pairs=eligible, seconds=round(perf_counter() - begun, 3))
    lines = []
    for regime, cap in (("ample", packed.places), ("scarce", scarce(packed))):
        begun, cpu = perf_counter(), process_time()
        best = solved(packed, cap, compiled=True)
        facts = {"seconds": round(perf_counter() - begun, 3),
                 "cpu_seconds": round(process_time() - cpu, 3), "peak_mib": peak_mib()}  # fmt: skip
        facts |= {"served": best.served, "questions": len(packed.need), "proven": best.proven}
        lines.append((regime, cap, best, facts))
    for regime, cap, best, facts in lines:
        beside = beside_all_pairs(packed, cap, best) if size == "M" else {}
        line(bench="whole", size=size, regime=regime, pairs=eligible, **facts, **beside)


def scarce(packed: Packed) -> Ints:
    """Places for two thirds of the questions."""
    volunteers = len(packed.places)
    chance = 0.67 * len(packed.need) / volunteers
    return (np.random.default_rng(3).random(volunteers) < chance).astype(np.int64)


def solved(packed: Packed, cap: Ints, *, compiled: bool) -> Assignment:
    """From columns to certified pairs."""
    scale = scale_for(len(packed.need), 0, value_bits=VALUE_BITS)
    shift, bits = scale.value_shift, scale.tie_bits
    market = WholeGraph(packed, value_shift=shift, tie_bits=bits, compiled=compiled)
    return assign_whole(
        market, cap=cap, limits=(2, 1), level=packed.step, scale=scale, compiled=compiled
    )


def beside_all_pairs(packed: Packed, cap: Ints, best: Assignment) -> dict[str, object]:
    """The same by writing all pairs down first."""
    begun = process_time()
    found = edges(packed, compiled=True)
    full = assign(
        found.indptr, found.indices, found.score * packed.priority[found.rows()], cap=cap,
        limits=(2, 1), level=packed.step, ties=ties(packed, found.rows(), found.indices),
        value_bits=VALUE_BITS,
    )  # fmt: skip
    same = np.array_equal(full.questions, best.questions)
    same = same and np.array_equal(full.volunteers, best.volunteers)
    return {"all_pairs_cpu_seconds": round(process_time() - begun, 3), "same_pairs": same}


if __name__ == "__main__":
    {"made": made, "measured": measured}.get(
        sys.argv[1] if len(sys.argv) > 1 else "", lambda *_: main(sys.argv[1:] or ["M", "L"])
    )(*sys.argv[2:])
