"""How a worker carries a spreadsheet in: read it apart, look at every row, and turn by turn in."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from kruispunt.arrivals import actions, queries
from kruispunt.arrivals.states import ImportState
from kruispunt.base import errands
from kruispunt.base.actor import Actor
from kruispunt.base.models import Chore
from kruispunt.desks.ui import places
from kruispunt.exchange.arriving.rows import Areas, RowsReader, refused
from kruispunt.exchange.arriving.words import spelled
from kruispunt.people import queries as people

BROKE = "dit bestand is niet te lezen; bewaar het opnieuw als xlsx of CSV"
CHILD = (sys.executable, "-m", "kruispunt.exchange.arriving.child")


def read(chore: Chore, now: datetime) -> None:
    """Read a file in a process of its own, and keep its rows in turns."""
    read_import(Actor.system(chore.municipality_id, now), chore.about)
    errands.finish(chore, timezone.now())


def check(chore: Chore, now: datetime) -> None:
    """Look at every row under the mapping that a person confirmed."""
    check_import(Actor.system(chore.municipality_id, now), chore.about)
    errands.finish(chore, timezone.now())


def carry(chore: Chore, now: datetime) -> None:
    """Carry the good rows in, turn after turn; each turn holds by itself."""
    carry_import(Actor.system(chore.municipality_id, now), chore.about)
    errands.finish(chore, timezone.now())


def take_back(chore: Chore, now: datetime) -> None:
    """Take an import back, turn after turn."""
    while actions.take_back_turn(Actor.system(chore.municipality_id, now), chore.about):
        pass
    errands.finish(chore, timezone.now())


def read_import(actor: Actor, import_id: int) -> None:
    found = queries.for_the_worker(actor, import_id)
    if found.state == ImportState.BROUGHT and found.file is not None:
        _read(actor, found.pk, found.file_name, bytes(found.file))


def check_import(actor: Actor, import_id: int) -> None:
    found = queries.for_the_worker(actor, import_id)
    if found.state == ImportState.MAPPED:
        _check(actor, found)


def carry_import(actor: Actor, import_id: int) -> None:
    while actions.carry_turn(actor, import_id):
        pass


def _read(actor: Actor, import_id: int, name: str, content: bytes) -> None:
    columns: list[str] = []
    left_out: list[str] = []
    rows, number, ended = 0, 0, False
    for said in _told(name, content):
        if "refused" in said:
            actions.refuse(actor, import_id, trouble=said["refused"])
            return
        if "columns" in said:
            columns, left_out = said["columns"], said["left_out"]
        if said.get("rows"):
            number += 1
            rows += len(said["rows"])
            actions.keep_turn(actor, import_id, number=number, cells=said["rows"])
        ended = ended or "end" in said
    if not ended:
        actions.refuse(actor, import_id, trouble=BROKE)
    elif not rows:
        actions.refuse(actor, import_id, trouble="er staan geen rijen onder de kolomnamen")
    else:
        actions.read(actor, import_id, columns=columns, rows=rows, left_out=left_out)


def _told(name: str, content: bytes) -> Iterator[dict[str, Any]]:
    """What the child tells, line by line; it dies with us, and its file too."""
    ending = ".xlsx" if name.lower().endswith(".xlsx") else ".csv"
    with tempfile.NamedTemporaryFile(suffix=ending) as file:
        file.write(content)
        file.flush()
        child = subprocess.Popen(  # noqa: S603  (our own module, on a file we just wrote)
            [*CHILD, file.name],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(tempfile.gettempdir()),
            env=_little(),
        )
        with child:
            assert child.stdout is not None  # noqa: S101  (for mypy: we asked for a pipe)
            try:
                for line in child.stdout:
                    yield json.loads(line)
            finally:
                child.kill()


def _little() -> dict[str, str]:
    """The child gets no secrets: only where the code is."""
    return {"PYTHONPATH": ":".join(str(Path(path).resolve()) for path in sys.path if path)}


def _check(actor: Actor, found: Any) -> None:  # noqa: ANN401  (an import; config knows no rows)
    reader = RowsReader(found.kind, found.columns, found.mapping, _areas(actor))
    good = known = bad = 0
    seen: set[str] = set()
    for turn, rows in queries.rows_in_turns(actor, found.pk):
        outcomes = [reader.outcome(number, cells) for number, cells in rows]
        outcomes = _tried(actor, found.pk, outcomes, dict(rows))
        keys = [one["key"] for one in outcomes if "key" in one]
        before = queries.known_keys(actor, keys)
        fresh = {key for key in keys if key not in before and key not in seen}
        seen |= fresh
        good, bad = good + len(fresh), bad + len(outcomes) - len(keys)
        known += len(keys) - len(fresh)
        actions.keep_found(actor, found.pk, number=turn, outcomes=outcomes)
    actions.check(actor, found.pk, good=good, known=known, bad=bad)


def _tried(
    actor: Actor, import_id: int, outcomes: list[dict[str, Any]], cells: dict[int, list[Any]]
) -> list[dict[str, Any]]:
    """Find rows that read well and cannot come in all the same, before anyone agrees."""
    good = [one for one in outcomes if "said" in one]
    reasons = actions.try_rows(actor, import_id, rows=[one["said"] for one in good])
    bad = {one["row"]: why for one, why in zip(good, reasons, strict=True) if why}
    return [
        refused(one["row"], [["", bad[one["row"]]]], cells[one["row"]])
        if one["row"] in bad
        else one
        for one in outcomes
    ]


def _areas(actor: Actor) -> Areas:
    middles = places.areas(actor)
    found: dict[str, tuple[int, float | None, float | None]] = {}
    for row in people.neighbourhoods(actor):
        x, y = middles[row.pk].middle or (None, None)
        found |= {spelled(row.name): (row.pk, x, y), spelled(row.code): (row.pk, x, y)}
    return found
