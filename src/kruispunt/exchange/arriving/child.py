"""Reads a file in a process of its own with little memory, and tells its rows line by line.

    python -m kruispunt.exchange.arriving.child FILE

A workbook can be a bomb: whatever it does, it does to this process alone.
"""

import json
import re
import resource
import sys
from typing import Any, Final

from stdnum.nl import bsn

from kruispunt.exchange.arriving.columns import NEVER
from kruispunt.exchange.arriving.lists import COLUMNS
from kruispunt.exchange.arriving.words import spelled
from kruispunt.exchange.refusals import InputRefused
from kruispunt.exchange.tables import Cell, Flaw, Header, read_table

MEMORY: Final = 400 * 1024 * 1024
SECONDS: Final = 60
MOST_ROWS: Final = 100_000
NINE_DIGITS: Final = re.compile(r"(?<![\d+])\d(?:[ .\-]?\d){8}(?!\d)")
NOT_KEPT: Final = "hier staat een burgerservicenummer; haal het weg"
PHONES: Final = frozenset(
    name
    for columns in COLUMNS.values()
    for column in columns
    if column.name.endswith(".phone")
    for name in column.names
)
KNOWN: Final = frozenset(
    name for columns in COLUMNS.values() for column in columns for name in column.names
)


def main(path: str) -> int:
    """Print the header, then a list of rows at a time; or the one sentence why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        _tell(path)
    except InputRefused as wrong:
        _say({"refused": str(wrong).removeprefix(f"{path}: ")})
    except MemoryError:
        _say({"refused": "dit bestand vraagt te veel geheugen; bewaar het als CSV of splits het"})
    return 0


def _tell(path: str) -> None:
    table = read_table(path, lambda text: spelled(text) in KNOWN)
    first = next(table.rows)
    header = Header(first)
    width = max((at for at, cell in enumerate(first.cells) if cell), default=-1) + 1
    labels = _apart([header.label(at) for at in range(width)])
    never = {at for at, label in enumerate(labels) if spelled(label) in NEVER}
    phones = {at for at, label in enumerate(labels) if spelled(label) in PHONES}
    kept = [at for at in range(width) if at not in never]
    _say({"columns": [labels[at] for at in kept], "left_out": [labels[at] for at in sorted(never)]})
    rows: list[Any] = []
    for count, row in enumerate(table.rows, 1):
        if count > MOST_ROWS:
            raise InputRefused(f"{path}: meer dan {MOST_ROWS} rijen; splits het bestand")
        cells = [
            _cell(row.cells[at] if at < len(row.cells) else "", is_phone=at in phones)
            for at in kept
        ]
        rows.append([row.number, cells])
        if len(rows) == 500:  # noqa: PLR2004  (a turn)
            _say({"rows": rows})
            rows = []
    _say({"rows": rows, "end": True})


def _cell(cell: Cell, *, is_phone: bool) -> str | list[str]:
    """A text, or why it is none. The number that we may not have goes no further than here."""
    if isinstance(cell, Flaw):
        return [cell.reason, "" if _holds_bsn(cell.shown) else cell.shown]
    if is_phone or len(cell) < 9 or not _holds_bsn(cell):  # noqa: PLR2004
        return cell
    return [NOT_KEPT, ""]


def _holds_bsn(text: str) -> bool:
    found = NINE_DIGITS.findall(text)
    return any(bsn.is_valid(re.sub(r"\D", "", each)) for each in found)


def _apart(labels: list[str]) -> list[str]:
    """Two columns with one name get a number, so that each can be pointed at."""
    seen: dict[str, int] = {}
    for at, label in enumerate(labels):
        seen[label] = seen.get(label, 0) + 1
        if seen[label] > 1:
            labels[at] = f"{label} ({seen[label]})"
    return labels


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said, ensure_ascii=False))
    sys.stdout.write("\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
