"""A list of what went, kept beside the database: a copy that is put back loses it once more.

The list holds numbers and classes and never a word of anyone, so it may lie outside the backup.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Max

from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Municipality, Tombstone
from kruispunt.config.purging import BROOMS, Broom

# A night round that was long under way writes one moment on everything that it throws away.
A_ROUND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stone:
    """One row that went: whose, which, under which class, and when."""

    municipality_id: int
    subject: str
    ret: str
    gone_at: datetime

    @property
    def noun(self) -> str:
        return self.subject.rpartition(":")[0]

    @property
    def row_id(self) -> int:
        return int(self.subject.rpartition(":")[2])


def write_out(path: Path | None = None) -> int:
    """Add to the list what is not in it yet, and say how many that were."""
    path = path or settings.TOMBSTONES
    before = set(_read(path))
    rows = Tombstone.objects.order_by("pk").values_list(
        "municipality_id", "subject", "ret", "gone_at"
    )
    new = [stone for stone in (Stone(*row) for row in rows.iterator()) if stone not in before]
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write("\n" if _is_cut_off(path) else "")
            file.writelines(_line(stone) for stone in new)
            file.flush()
            os.fsync(file.fileno())
    return len(new)


def forget_again(now: datetime, path: Path | None = None) -> dict[str, int]:
    """Let everything on the list go from a copy that was put back; say how many of each kind."""
    path = path or settings.TOMBSTONES
    stones = set(_read(path))
    counts: dict[str, int] = {}
    for municipality in Municipality.objects.order_by("pk"):
        actor = Actor.system(municipality.pk, now)
        ours = {stone for stone in stones if stone.municipality_id == municipality.pk}
        ours -= _known(municipality.pk)
        lived_until = _last_moment(municipality.pk)
        for broom in BROOMS:
            for stone in _of(broom, ours):
                if _is_here(stone, lived_until) and _forget(actor, broom, stone):
                    counts[broom.what] = counts.get(broom.what, 0) + 1
    write_out(path)
    return counts


def _of(broom: Broom, stones: set[Stone]) -> list[Stone]:
    mine = (one for one in stones if one.noun == broom.noun and one.ret in broom.classes)
    return sorted(mine, key=lambda one: one.row_id)


def _forget(actor: Actor, broom: Broom, stone: Stone) -> bool:
    """Let one row go once more; whatever was already empty leaves no second tombstone."""
    before = Tombstone.objects.filter(municipality_id=actor.municipality_id).count()
    broom.forget(actor, stone.row_id, ret=stone.ret)
    return Tombstone.objects.filter(municipality_id=actor.municipality_id).count() > before


def _is_here(stone: Stone, lived_until: datetime | None) -> bool:
    """Whether the copy holds this very row, and not another that got its number later."""
    rows = apps.get_model(stone.noun)._base_manager
    if not rows.filter(pk=stone.row_id, municipality_id=stone.municipality_id).exists():
        return False
    lines = JournalLine.objects.filter(municipality_id=stone.municipality_id, subject=stone.subject)
    born = lines.order_by("number").values_list("written_at", flat=True).first()
    if born is not None:
        return born <= stone.gone_at
    return lived_until is None or lived_until <= stone.gone_at + A_ROUND


def _known(municipality_id: int) -> set[Stone]:
    rows = Tombstone.objects.filter(municipality_id=municipality_id)
    return {Stone(*row) for row in rows.values_list("municipality_id", "subject", "ret", "gone_at")}


def _last_moment(municipality_id: int) -> datetime | None:
    """Until when the copy lived: the last thing its journal tells."""
    lines = JournalLine.objects.filter(municipality_id=municipality_id)
    moment: datetime | None = lines.aggregate(at=Max("written_at"))["at"]
    return moment


def _line(stone: Stone) -> str:
    said = [stone.municipality_id, stone.subject, stone.ret, stone.gone_at.isoformat()]
    return json.dumps(said) + "\n"


def _is_cut_off(path: Path) -> bool:
    return path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")


def _read(path: Path) -> Iterator[Stone]:
    """Read the list. A last line that was cut off by a fall is written anew."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            try:
                municipality_id, subject, ret, gone_at = json.loads(line)
            except ValueError:
                continue
            yield Stone(municipality_id, subject, ret, datetime.fromisoformat(gone_at))
