"""On towns too large to try everything the value is what another solver finds as well."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bench.sparse_towns import REGIMES, town
from kruispunt.core.assign import assign

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
