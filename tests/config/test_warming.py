"""Machine code is fetched beside the work: no page compiles, and none waits for it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
A_PAGE = """
import json, sys, time
from bench.crowd import crowd_of
from kruispunt.core import ready
from kruispunt.core.arrays import TopIndex
from kruispunt.core.assign.compiled import numba_is_installed
from kruispunt.core.kept import KeptTown
from kruispunt.core.weights import Weights

ready.nobody_waits()
asked, crowd = crowd_of(300, 600, width=8_000_000)
begun = time.perf_counter()
index = TopIndex(crowd, Weights())
best = index.top(asked[0], 10)
page = time.perf_counter() - begun
town = KeptTown(Weights())
town.take_in(asked, crowd)
town.take_in(asked[1:], crowd[1:])
print(json.dumps({
    "installed": numba_is_installed(),
    "loaded": "numba" in sys.modules,
    "seconds": page,
    "found": len(best),
    "served": len(town.proposal().pairings),
}))
"""
FETCHED = """
from kruispunt.config import warming
from kruispunt.core import ready

beside = warming.begin()
print(ready.may_use_machine_code())
beside.join()
print(ready.may_use_machine_code())
"""


def run(script, **extra):
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": "src:.", "PATH": "/usr/bin:/bin", **extra},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_where_nothing_was_compiled_yet_a_page_is_served_without_loading_a_compiler(tmp_path):
    told = json.loads(run(A_PAGE, NUMBA_CACHE_DIR=str(tmp_path)))
    assert told["installed"]
    assert not told["loaded"]
    assert not list(tmp_path.iterdir())
    assert told["found"] == 10
    assert told["served"] > 100
    assert told["seconds"] < 5


def test_the_machine_code_is_used_from_the_moment_that_it_is_there():
    assert run(FETCHED).split() == ["False", "True"]


COMPILING = "import time; time.sleep(600)"
BESIDE = "import sys; from kruispunt.config import warming; warming.go_with(int(sys.argv[1])); "
KILLED = """
import os, signal, subprocess, sys

subprocess.Popen([sys.executable, "-c", sys.argv[1], str(os.getpid())])
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_beside(child, *, patience):
    """Somebody starts this child and is killed; the child holds the pipe until it goes."""
    return subprocess.run(
        [sys.executable, "-c", KILLED, child],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": "src:.", "PATH": "/usr/bin:/bin"},
        timeout=patience,
    )


def test_whoever_is_killed_leaves_nobody_compiling():
    found = killed_beside(BESIDE + COMPILING, patience=120)
    assert found.returncode == -signal.SIGKILL


def test_control_who_does_not_watch_goes_on_compiling():
    with pytest.raises(subprocess.TimeoutExpired):
        killed_beside("import time; time.sleep(4)", patience=2)


WARM_ENOUGH = """
import gc, json
from collections import Counter

from numba.core.dispatcher import Dispatcher

from bench.crowd import crowd_of
from kruispunt.config.warming import load
from kruispunt.core import over_all
from kruispunt.core.arrays import pack
from kruispunt.core.propose import AT_MOST
from kruispunt.core.weights import Weights


def compiled():
    ours = (one for one in gc.get_objects() if isinstance(one, Dispatcher))
    return Counter({one.py_func.__qualname__ + str(id(one)): len(one.signatures) for one in ours})


%s
load()
before = compiled()
for asked, offered in ((1500, 1000), (600, 1500)):
    over_all.best_of_all(pack(*crowd_of(asked, offered, towns=1), Weights()), AT_MOST)
print(json.dumps(sorted(compiled() - before)))
"""


def test_a_proposal_over_all_pairs_finds_its_machine_code_there():
    assert json.loads(run(WARM_ENOUGH % "")) == []


def test_machine_code_that_was_not_fetched_is_seen():
    assert json.loads(run(WARM_ENOUGH % "over_all.warm = lambda: None"))
