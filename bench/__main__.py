"""The goals of the scales, one command each: `make bench`, or `python -m bench [GOAL ...]`.

    python -m bench                     all of them, half an hour on a quiet machine
    python -m bench proposal live       two of them
    python -m bench --keep              lines to bench/lines, docs/benchmarks.md from them

Peers come with `uv sync --group peers`.
"""

import argparse
import subprocess
import sys
from typing import Final

from bench.page import LINES, write

GOALS: Final = {
    "proposal": ("bench.assign", "S,M,L"),
    "all_pairs": ("bench.whole", "M", "L"),
    "live": ("bench.live",),
    "top": ("bench.top",),
    "intervals": ("bench.intervals", "S", "M", "L"),
    "replay": ("bench.replay",),
    "hours": ("bench.hours",),
    "edges": ("bench.edges", "S", "M"),
    "again": ("bench.again",),
    "order": ("bench.in_order", "S,M"),
    "files": ("bench.match_files",),
}
"""What is asked of the scales, and the benchmark that measures it."""


def main(arguments: list[str]) -> int:
    """Measure the goals that are named, or all; 1 when one of them could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("goals", nargs="*", metavar="GOAL", help=", ".join(GOALS))
    parser.add_argument("--keep", action="store_true", help="write bench/lines and the page")
    asked = parser.parse_args(arguments)
    if unknown := [goal for goal in asked.goals if goal not in GOALS]:
        parser.error(f"no such goal: {', '.join(unknown)}; there are {', '.join(GOALS)}")
    failed = [goal for goal in asked.goals or GOALS if not _measured(goal, keep=asked.keep)]
    if asked.keep:
        write()
    if failed:
        print("not measured:", ", ".join(failed), file=sys.stderr)
    return int(bool(failed))


def _measured(goal: str, *, keep: bool) -> bool:
    """Run one benchmark; its lines are kept only when it came to its end."""
    command = [sys.executable, "-m", *GOALS[goal]]
    if not keep:
        return subprocess.run(command, check=False).returncode == 0
    print(goal, file=sys.stderr, flush=True)
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode == 0:
        (LINES / f"{GOALS[goal][0].removeprefix('bench.')}.jsonl").write_text(done.stdout, "utf-8")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
