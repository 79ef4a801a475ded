"""From the cells of a row to what it says, or to every reason why it cannot come in."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kruispunt.exchange.arriving.columns import missing
from kruispunt.exchange.arriving.lists import COLUMNS, Column
from kruispunt.exchange.arriving.words import spelled
from kruispunt.exchange.cells import CellRefused, read_once
from kruispunt.exchange.refusals import quoted

Areas = Mapping[str, tuple[int, float | None, float | None]]
"""By the name and the code of a neighbourhood: its id and its middle."""


def refused(number: int, why: list[list[str]], cells: list[Any]) -> dict[str, Any]:
    """A row that cannot come in: every reason, and its cells as they were brought."""
    shown = [cell if isinstance(cell, str) else cell[1] for cell in cells]
    return {"row": number, "why": why, "cells": shown}


@dataclass(slots=True)
class RowsReader:
    """Reads rows under one mapping; each distinct text of a column is read once."""

    kind: str
    headers: Sequence[str]
    mapping: Mapping[str, str]
    areas: Areas
    order: list[tuple[int, str, Column]] = field(init=False)
    before: dict[str, dict[str, Any]] = field(init=False)
    lacks: list[list[str]] = field(init=False)

    def __post_init__(self) -> None:
        by_name = {column.name: column for column in COLUMNS[self.kind]}
        self.order = [
            (at, header, by_name[self.mapping[header]])
            for at, header in enumerate(self.headers)
            if self.mapping.get(header) in by_name
        ]
        self.lacks = [
            [label, "deze kolom moet er zijn; kies welke het is"]
            for label in missing(self.kind, self.mapping)
        ]
        self.before = {column.name: {} for _, _, column in self.order}

    def outcome(self, number: int, cells: list[Any]) -> dict[str, Any]:
        """What the row says with its key, or its cells with the reasons: [column, reason]."""
        said: dict[str, Any] = {}
        why = list(self.lacks)
        for at, header, column in self.order:
            cell = cells[at]
            if isinstance(cell, list):
                why.append([header, f"{quoted(cell[1])}: {cell[0]}" if cell[1] else cell[0]])
            elif not cell:
                if column.required:
                    why.append([header, "deze cel is leeg en moet gevuld zijn"])
            else:
                found = read_once(column.read, cell, self.before[column.name])
                if isinstance(found, CellRefused):
                    why.append([header, str(found)])
                else:
                    _put(said, column.name, found)
        why += self._whole(said)
        if why:
            return refused(number, why, cells)
        return {"row": number, "key": self._key(said), "said": said}

    def _whole(self, said: dict[str, Any]) -> list[list[str]]:
        """What only the row as a whole can say: a name in parts, a place by its neighbourhood."""
        who = said.get("who", {})
        if prefix := said.pop("prefix", ""):
            who["surname"] = f"{prefix} {who.get('surname', '')}".strip()
        if house := said.pop("house", ""):
            who["street"] = f"{who.get('street', '')} {house}".strip()
        if "given_name" in who and "surname" not in who and " " in who["given_name"]:
            who["given_name"], _, who["surname"] = who["given_name"].partition(" ")
        if ("x" in who) != ("y" in who):
            return [["x, y", "vul x en y allebei in, of geen van beide"]]
        if area := said.pop("area", ""):
            if (found := self.areas.get(spelled(area))) is None:
                return [["Wijk of buurt", f"{quoted(area)} is geen wijk of buurt die we kennen"]]
            who["neighbourhood_id"] = found[0]
            if "x" not in who and found[1] is not None:
                who["x"], who["y"] = found[1], found[2]
        return _off_the_map(who)

    def _key(self, said: dict[str, Any]) -> str:
        """The same words are the same row, in whichever file and on whichever line."""
        words = json.dumps([self.kind, said], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(words.encode()).hexdigest()[:40]


def _off_the_map(who: dict[str, Any]) -> list[list[str]]:
    if "x" in who and not (7000 <= who["x"] <= 300_000 and 289_000 <= who["y"] <= 629_000):  # noqa: PLR2004
        return [["x, y", "dit punt ligt niet in Nederland (RD-coördinaten in meters)"]]
    return []


def _put(said: dict[str, Any], name: str, value: object) -> None:
    part, _, own = name.partition(".")
    if own:
        said.setdefault(part, {})[own] = value
    else:
        said[part] = value
