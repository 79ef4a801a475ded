"""`kruispunt match` from files to files, in both regimes, against OR-tools on the printed pairs.

    python -m bench.match_files [S] [M]

Each line says how many pairs could, what the proposal is worth and by how much it might miss, how
long the whole command took and how much memory it held. Everything is written except the
unlockers and the shortage. Each program runs in a process of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.town_files import REGIMES, TODAY

LIMITS: Final = {"S": (5.0, 4096.0), "M": (120.0, 4096.0)}
"""Seconds and MiB that a run of each size may take."""
KIB_IN_MIB: Final = 1024 * (1024 if sys.platform == "darwin" else 1)
MATCH: Final = (sys.executable, "-c", "from kruispunt.config.cli import main; main()", "match")


def main(sizes: list[str]) -> bool:
    """Measure each size in each regime; the answer is whether every limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(sys.executable, "-m", "bench.town_files", "S", "krap", name)
        _match(folder)  # compiling happens once on a machine, not once in each measurement
        kept = [_measured(folder, size, regime) for size in sizes for regime in REGIMES]
    return all(kept)


def _measured(folder: Path, size: str, regime: str) -> bool:
    _run(sys.executable, "-m", "bench.town_files", size, regime, str(folder))
    document, seconds, peak = _match(folder)
    peer = json.loads(_run(sys.executable, "-m", "bench.flow_peer", str(folder)))
    most_seconds, most_mib = LIMITS[size]
    facts: dict[str, object] = {
        "bench": "match_files", "size": size, "regime": regime,
        "edges": document["kandidaten"], "objective": document["doel"], "gap": document["gat"],
        "proven": document["bewezen"], "served": document["gekoppelde_vragen"],
        "seconds": round(seconds, 2), "limit_seconds": most_seconds,
        "peak_mib": round(peak), "limit_mib": most_mib,
        "or_tools_objective": peer["objective"], "or_tools_solve_seconds": peer["seconds"],
    }  # fmt: skip
    equal = peer["objective"] is None or peer["objective"] == document["doel"]
    facts["ok"] = ok = bool(equal and seconds <= most_seconds and peak <= most_mib)
    print(json.dumps(facts), flush=True)
    return ok


def _match(folder: Path) -> tuple[dict[str, object], float, float]:
    """Run the command over the folder: its document, its seconds, its most memory in MiB."""
    command = [
        *MATCH, "--questions", f"{folder}/vragen.csv", "--volunteers",
        f"{folder}/vrijwilligers.csv", "--out", f"{folder}/voorstellen.csv", "--candidates",
        f"{folder}/kandidaten.csv", "--report", f"{folder}/rapport.html", "--json",
        "--today", TODAY.isoformat(),
    ]  # fmt: skip
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        running = subprocess.Popen(command, stdout=said)
        _, status, used = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - begun
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            raise SystemExit(f"kruispunt match ended with {running.returncode}")
        said.seek(0)
        return json.loads(said.read()), seconds, used.ru_maxrss / KIB_IN_MIB


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:] or list(LIMITS)) else 1)
