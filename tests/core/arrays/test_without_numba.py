"""Where numba is missing everything still answers, and says that it is not warm."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
WITHOUT = """
import sys
sys.modules["numba"] = None
from kruispunt.core.arrays import TopIndex, edges, pack, refusal_counts, warm
from kruispunt.core.arrays.compiled import is_warm, numba_is_here
from kruispunt.core.weights import Weights
from tests.core.arrays.crowds import easy_question, easy_volunteer
import kruispunt.core.arrays.edges, kruispunt.core.arrays.refusals
sys.modules["kruispunt.core.arrays.edges"].SMALL = 0
sys.modules["kruispunt.core.arrays.refusals"].SMALL = 0
asked, offered = [easy_question(1)], [easy_volunteer(n) for n in range(3)]
packed = pack(asked, offered, Weights())
print(numba_is_here(), warm(), is_warm())
print(len(edges(packed).indices), refusal_counts(packed, [0]).refused.sum())
print([one.volunteer for one in TopIndex(offered, Weights()).top(asked[0], 2)])
"""


def test_without_numba_plain_numpy_answers():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["False False False", "3 0", "['v0', 'v1']"]


def test_a_small_town_never_waits_for_numba():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from kruispunt.core.arrays import edges, pack;"
            "from kruispunt.core.weights import Weights;"
            "edges(pack([], [], Weights())); print('numba' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src")},
        check=True,
    )
    assert done.stdout == "False\n"
