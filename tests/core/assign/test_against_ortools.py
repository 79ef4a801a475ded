"""On towns too large to try everything the value is what another solver finds as well."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bench.sparse_towns import REGIMES, town
from kruispunt.core.assign import assign, assign_covering

ROOT = Path(__file__).parents[3]
ASK_ORTOOLS = """
import sys
import numpy as np
from bench.flow_peer import Town, solve
with np.load(sys.argv[1]) as given:
    print(int(solve(Town(*(given[field] for field in Town._fields)))[0]))
"""


@pytest.mark.parametrize("regime", REGIMES)
def test_the_optimum_with_class_limits_is_that_of_ortools(regime, tmp_path):
    made = town("S", regime, seed=7)
    questions = len(made.indptr) - 1
    level = np.random.default_rng(7).choice(3, questions, p=[0.5, 0.3, 0.2])
    ours = assign(*made[:3], cap=made.cap, limits=(2, 1), level=level)
    np.savez(
        tmp_path / "town.npz",
        question=np.repeat(np.arange(questions), np.diff(made.indptr)),
        volunteer=made.indices,
        value=made.weights,
        step=level,
        places=made.cap,
    )
    # OR-tools and HiGHS cannot live in one process
    done = subprocess.run(
        [sys.executable, "-c", ASK_ORTOOLS, str(tmp_path / "town.npz")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ours.proven
    assert ours.value == int(done.stdout)


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("highest", [0.1, 1.0])
def test_the_best_with_a_bonus_for_neighbourhoods_is_that_of_ortools(regime, highest, tmp_path):
    made = town("S", regime, seed=11)
    questions = len(made.indptr) - 1
    rng = np.random.default_rng(11)
    level = rng.choice(3, questions, p=[0.5, 0.3, 0.2])
    # of very different sizes, one of them without a single question
    area = rng.choice([0, 1, 2, 3, 4, 6], questions, p=[0.4, 0.3, 0.2, 0.08, 0.015, 0.005])
    most = int(highest * made.weights.max())
    bonus = [most * (9 - band) // 9 for band in range(10)]
    ours = assign_covering(
        *made[:3], neighbourhood=area, bonus=bonus, cap=made.cap, limits=(2, 1), level=level
    )
    np.savez(
        tmp_path / "town.npz",
        question=np.repeat(np.arange(questions), np.diff(made.indptr)),
        volunteer=made.indices,
        weight=made.weights,
        level=level,
        cap=made.cap,
        limits=np.array([2, 1]),
        area=area,
        bonus=np.array(bonus),
    )
    done = subprocess.run(
        [sys.executable, "-m", "bench.covering_peer", str(tmp_path / "town.npz")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ours.assignment.proven
    assert ours.bonus > 0
    assert ours.assignment.value + ours.bonus == int(done.stdout)
