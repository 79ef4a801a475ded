"""Fetching the machine code of the scales beside the work, so that no page ever waits for it.

Compiling takes minutes the first time on a machine. A process of its own does that, politely, and
leaves the result on disk; whoever serves pages then only loads it. Until that moment plain Python
and numpy answer, with the same answers.
"""

import logging
import os
import subprocess
import sys
from threading import Thread
from time import sleep

from kruispunt.core import ready

log = logging.getLogger(__name__)
POLITE = 10  # steps back in the queue for the processor
A_LOOK = 0.5  # seconds between two looks whether anybody still waits for this


def begin() -> Thread:
    """Say that nobody waits, and fetch the machine code in the background."""
    ready.nobody_waits()
    beside = Thread(target=_fetch, name="warming", daemon=True)
    beside.start()
    return beside


def load() -> None:
    """Compile every kernel, or load what was compiled before, by using each once."""
    from kruispunt.core import arrays, assign, over_all  # noqa: PLC0415 - heavy, and only here

    if not arrays.warm():
        return
    assign.warm()
    over_all.warm()
    town = assign.Live([0, 1, 2], [0, 0], [5, 4], cap=[1], limits=(2, 1), compiled=True)
    town.interval(0)
    town.try_question([0], [3])
    town.remove_volunteer(town.add_volunteer([0, 1], [6, 3]))
    town.remove_question(town.add_question([0], [3]))
    ready.is_loaded()


def _fetch() -> None:
    try:
        # A process of its own: compiling holds on to the interpreter, and pages share this one.
        words = [sys.executable, "-m", "kruispunt.config.warming", str(os.getpid())]
        done = subprocess.run(words, check=False)  # noqa: S603  (our own words)
        if done.returncode == 0:
            load()
    except Exception as trouble:  # noqa: BLE001  (without machine code everything still answers)
        log.warning("no machine code: %s", type(trouble).__name__)


def go_with(parent: int) -> Thread:
    """End this process as soon as the one that started it is gone, also when that was killed."""

    def watch() -> None:
        while os.getppid() == parent:
            sleep(A_LOOK)
        os._exit(1)  # what is compiled by then is on disk

    beside = Thread(target=watch, name="parent", daemon=True)
    beside.start()
    return beside


if __name__ == "__main__":
    os.nice(POLITE)
    go_with(int(sys.argv[1]))
    load()
