"""Everything of one municipality in plain tables, for who moves to another system (D48, K20)."""

import csv
import json
import os
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import writing
from kruispunt.base.models import Municipality
from kruispunt.core.columns_kept import declared
from kruispunt.core.purposes import PURPOSES
from kruispunt.questions.queries import recordings

# Forms that were sent, so that a click twice is one deed: of no use elsewhere. And what somebody
# has not sent yet is nobody's but hers: she did not say it, and elsewhere no key fits its lock.
LEFT_BEHIND = frozenset({"base.knock", "base.once", "base.unsent"})
# What lies under a lock of the house leaves without it: elsewhere no key fits.
UNDER_LOCK = {"questions.recording.locked": recordings.opened}
OURS = "kruispunt."
A_BATCH = 2_000


class AlreadyThere(ValueError):
    """The folder holds something: what was taken along before is never written over."""


def take_along(municipality: Municipality, folder: Path, *, now: datetime) -> dict[str, int]:
    """Write one CSV per noun and one with what every column is; give the number of rows of each.

    The folder is there as a whole or not at all, and only its owner may read it.
    """
    if folder.exists() and any(folder.iterdir()):
        raise AlreadyThere(f"{folder} is niet leeg. Kies een lege map.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".meenemen-") as beside:
        whole = Path(beside) / "whole"
        whole.mkdir(mode=0o700)
        with writing():
            counts = {
                model._meta.label_lower: _table(rows, whole, municipality.pk)
                for model, rows in _nouns(municipality)
            }
        _columns(whole)
        system = Actor.system(municipality.pk, now)
        journal.write(system, "municipality.take_along", municipality, rows=counts)
        if folder.exists():
            folder.rmdir()
        whole.rename(folder)
    return counts


def _nouns(municipality: Municipality) -> Iterator[tuple[type[models.Model], Any]]:
    for model in apps.get_models():
        if not model.__module__.startswith(OURS) or model._meta.label_lower in LEFT_BEHIND:
            continue
        if path := _way_to(model):
            yield model, model._default_manager.filter(**{path: municipality.pk}).order_by("pk")


def _way_to(model: type[models.Model]) -> str:
    """How a noun leads to its municipality; an account belongs to none and stays behind."""
    if model is Municipality:
        return "pk"
    fields = {field.name: field for field in model._meta.fields if field.is_relation}
    if "municipality" in fields:
        return "municipality"
    for name, field in fields.items():
        whole = field.related_model
        if isinstance(whole, type) and "municipality" in {one.name for one in whole._meta.fields}:
            return f"{name}__municipality"
    return ""


def _table(rows: Any, folder: Path, municipality_id: int) -> int:  # noqa: ANN401  (rows of any noun)
    names = [field.attname for field in rows.model._meta.concrete_fields]
    locks = [UNDER_LOCK.get(f"{rows.model._meta.label_lower}.{name}") for name in names]
    count = 0
    with _new_file(folder / f"{rows.model._meta.label_lower}.csv") as file:
        written = csv.writer(file)
        written.writerow(names)
        for row in rows.values_list(*names).iterator(chunk_size=A_BATCH):
            cells = [
                lock(municipality_id, bytes(value)) if lock and value else value
                for lock, value in zip(locks, row, strict=True)
            ]
            written.writerow([_plain(value) for value in cells])
            count += 1
    return count


def _columns(folder: Path) -> None:
    """What every column is: its kind, where it points to, and for which purpose it is kept."""
    purposes = dict(declared())
    with _new_file(folder / "columns.csv") as file:
        written = csv.writer(file)
        written.writerow(["table", "column", "kind", "points_to", "purpose"])
        for path in sorted(folder.glob("*.*.csv")):
            noun = path.name.removesuffix(".csv")
            for field in apps.get_model(noun)._meta.concrete_fields:
                points_to = field.related_model._meta.label_lower if field.is_relation else ""
                code = purposes.get(f"{noun}.{field.name}", "")
                purpose = PURPOSES[code].name if code in PURPOSES else ""
                written.writerow(
                    [noun, field.attname, field.get_internal_type(), points_to, purpose]
                )


def _new_file(path: Path) -> Any:  # noqa: ANN401  (an open text file)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", newline="")


def _plain(value: object) -> object:
    """Days and moments as ISO 8601, lists as JSON, sound and files in base64, nothing as empty."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    if isinstance(value, list | dict):
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))
