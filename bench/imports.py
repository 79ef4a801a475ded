"""50,000 volunteers from a spreadsheet through a real worker: `python -m bench.imports`.

    python -m bench.imports [rows] [csv,xlsx]

One JSON line per kind of file: seconds from bringing to carried in, and the most memory that the
worker and the child that reads the file used. Limits: 20 s for CSV, 60 s for XLSX, 256 MB (R13).
What the scales use, in a process of their own, stands beside it.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

LIMITS = {"csv": 20.0, "xlsx": 60.0}
MOST_MEGABYTES = 256
HEADER = (
    "Nr;Voornaam;Achternaam;Mobiel;E-mailadres;Postcode;Straat;Soort hulp;Uren;Status;"
    "Opmerkingen;x;y"
).split(";")
WORKER = [sys.executable, "-c", "from kruispunt.config.cli import main; main()", "worker"]


def rows(count: int) -> Iterator[list[str]]:
    """Every twentieth row has a fault, as real lists have."""
    for number in range(count):
        phone = "12" if number % 20 == 7 else f"06{number:08d}"
        yield [
            f"v{number}", f"Naam{number % 700}", f"Achter{number}", phone,
            f"v{number}@voorbeeld.nl", "4201 AB", f"Kade {number % 300}",
            ("Wandelen, koffie", "boodschappen", "TAAL")[number % 3], "2,5", "Nieuw",
            "Houdt van honden en van praten", str(100_000 + number % 9000), "427000",
        ]  # fmt: skip


def content(ending: str, count: int) -> bytes:
    if ending == "csv":
        return "\n".join(";".join(row) for row in [HEADER, *rows(count)]).encode()
    import openpyxl  # noqa: PLC0415  (only for making the file)

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [HEADER, *rows(count)]:
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def most_megabytes(pid: str) -> float:
    """The most memory a process ever used, in megabytes; nothing when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    for line in status.splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def used_seconds(pid: int) -> float:
    """Seconds of processor that a process and its children used; on a busy machine the truth."""
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, words[11:15])) / os.sysconf("SC_CLK_TCK")


def words(pid: str) -> list[str]:
    """How a process was started; nothing when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


def children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []


class Watch:
    """Waits for a state and looks at memory meanwhile."""

    def __init__(self, worker: "subprocess.Popen[bytes]", queries: Any, actor: Any) -> None:  # noqa: ANN401
        self.worker, self.queries, self.actor = worker, queries, actor
        self.memory = {"worker": 0.0, "reader": 0.0, "scales": 0.0}

    def until(self, pk: int, state: str) -> Any:  # noqa: ANN401  (an import)
        while (found := self.queries.one(self.actor, pk)).state != state:
            self._look("worker", str(self.worker.pid))
            for child in children(self.worker.pid):
                self._look("scales" if "--scales" in words(child) else "reader", child)
            if found.state == "refused" or self.worker.poll() is not None:
                raise SystemExit(f"stopped at {found.state}: {found.trouble}")
            time.sleep(0.05)
        return found

    def _look(self, name: str, pid: str) -> None:
        self.memory[name] = max(self.memory[name], most_megabytes(pid))


def measure(ending: str, count: int) -> dict[str, Any]:  # noqa: PLR0915  (one walk, told in order)
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from kruispunt.arrivals import actions, queries  # noqa: PLC0415
    from kruispunt.base.actor import Actor  # noqa: PLC0415
    from kruispunt.base.municipalities import open_municipality  # noqa: PLC0415
    from kruispunt.exchange.arriving import columns  # noqa: PLC0415
    from kruispunt.people import actions as people  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    town = open_municipality(f"Proefstad {ending}")
    house = Actor.system(town.pk, timezone.now())
    els = people.register_person(house, who=people.Particulars(given_name="Els"))
    actor = Actor(els.pk, town.pk, frozenset({"coordinator"}), at=timezone.now())
    file = actions.FileBrought(f"lijst.{ending}", content(ending, count))
    worker = subprocess.Popen(WORKER)
    time.sleep(3)  # a worker runs already when somebody brings a file
    watch = Watch(worker, queries, actor)
    moments, processor = [time.monotonic()], used_seconds(worker.pid)
    found = actions.bring(actor, kind="volunteers", file=file)
    found = watch.until(found.pk, "read")
    moments.append(time.monotonic())
    actions.map_columns(actor, found.pk, mapping=columns.guess("volunteers", found.columns, {}))
    watch.until(found.pk, "checked")
    moments.append(time.monotonic())
    actions.agree(actor, found.pk)
    found = watch.until(found.pk, "completed")
    moments.append(time.monotonic())
    processor = used_seconds(worker.pid) - processor
    worker.terminate()
    worker.wait()
    seconds = moments[-1] - moments[0]
    carried = max(watch.memory["worker"], watch.memory["reader"])
    ok = seconds <= LIMITS[ending] and carried <= MOST_MEGABYTES
    steps = dict(zip(("read", "checked", "carried"), pairwise(moments), strict=True))
    return {
        "id": f"R13-{ending}",
        "rows": count,
        "megabytes_file": round(len(file.content) / 1e6, 1),
        "value": round(seconds, 1),
        "limit": LIMITS[ending],
        **{name: round(after - before, 1) for name, (before, after) in steps.items()},
        "processor": round(processor, 1),
        "load": round(os.getloadavg()[0], 1),
        "made": found.made,
        "bad": found.bad,
        "memory": {name: round(most) for name, most in watch.memory.items()},
        "ok": ok,
    }


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    endings = (sys.argv[2] if len(sys.argv) > 2 else "csv,xlsx").split(",")
    if len(endings) > 1:
        for ending in endings:
            subprocess.run([sys.executable, "-m", "bench.imports", str(count), ending], check=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "kruispunt.config.settings",
            "KRUISPUNT_MODE": "demo",
            "KRUISPUNT_VAR": folder,
        }
        print(json.dumps(measure(endings[0], count)))


if __name__ == "__main__":
    main()
