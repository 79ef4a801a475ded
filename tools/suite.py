"""Runs the whole suite: once on SQLite, and then, but for what has no rows, on PostgreSQL."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import postgres

ROOT = Path(__file__).resolve().parents[1]
PYTEST = (sys.executable, "-m", "pytest", "-q", "-n", "2", "--durations=10")
WITHOUT_ROWS = ("tests/core", "tests/exchange", "tests/house", "tests/tools")


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the throwaway server goes too
    failed = _suite("SQLite", arguments, url="")
    with ExitStack() as stack:
        url = os.environ.get("DATABASE_URL", "")
        programs = postgres.binaries()
        if not url and programs is not None:
            url = stack.enter_context(postgres.cluster(programs))
        if url:
            ignored = [f"--ignore={folder}" for folder in WITHOUT_ROWS]
            return _suite("PostgreSQL", [*(arguments or ["tests"]), *ignored], url) or failed
    return untested(failed, in_ci=bool(os.environ.get("CI")))


def untested(failed: int, *, in_ci: bool) -> int:
    """Say aloud what was not tested; where a machine decides, that is a failure."""
    print("\n!!! POSTGRESQL WAS NOT TESTED: its programs (initdb, postgres) are not here. !!!\n")
    return failed or int(in_ci)


def _suite(name: str, arguments: list[str], url: str) -> int:
    print(f"== {name}", flush=True)
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONHASHSEED": "random"}
    return subprocess.run([*PYTEST, *arguments], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
