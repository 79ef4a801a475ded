"""Carrying rows in, some hundreds at a time: each turn holds whole, and a fall loses nothing."""

from dataclasses import dataclass
from typing import Any, NoReturn

from kruispunt.arrivals import permits
from kruispunt.arrivals.actions.steps import move_import, take_import
from kruispunt.arrivals.actions.steps_of_rows import ARRIVE, Came
from kruispunt.arrivals.models import Arrival, Import, ImportKind, ImportTurn
from kruispunt.arrivals.states import ImportState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import writing
from kruispunt.base.many import keep_many
from kruispunt.base.verbs import action


@dataclass(frozen=True, slots=True)
class Good:
    """One row that may come in: where it stands, its key, and what it says."""

    row: int
    key: str
    said: dict[str, Any]


@action
def carry_turn(actor: Actor, import_id: int) -> bool:
    """Carry the next turn in; say whether there is more to do."""
    found = take_import(actor, import_id, permits.CARRY)
    if found.state != ImportState.AGREED:
        return False
    turn = found.turns.filter(carried_at=None).order_by("number").first()
    if turn is None:
        move_import(actor, found, "complete", made=found.made, bad=found.bad)
        return False
    _carry(actor.through("arrivals"), found, turn)
    turn.carried_at, turn.cells = actor.at, []
    turn.found = [one for one in turn.found if "why" in one]
    turn.save()
    found.turns_done += 1
    found.save()
    return True


@action
def try_rows(actor: Actor, import_id: int, *, rows: list[dict[str, Any]]) -> list[str]:
    """Carry rows in and put everything back at once; say of each why it cannot come, if so.

    Only for matches: whether one may come in depends on who is here, and not on its words alone.
    """
    found = take_import(actor, import_id, permits.CARRY)
    if found.kind != ImportKind.MATCHES:
        return ["" for _ in rows]
    came: list[Came] = []
    try:
        with writing(), journal.kept_together():
            came = ARRIVE[found.kind](actor.through("arrivals"), rows)
            _put_back()
    except _OnlyTried:
        return [one.why for one in came]


class _OnlyTried(Exception):
    """What was tried is put back."""


def _put_back() -> NoReturn:
    raise _OnlyTried


def _carry(inside: Actor, found: Import, turn: ImportTurn) -> None:
    rows = [Good(one["row"], one["key"], one["said"]) for one in turn.found if "said" in one]
    here = Arrival.objects.filter(
        municipality_id=inside.municipality_id, key__in=[row.key for row in rows]
    )
    known = set(here.values_list("key", flat=True))
    fresh = [row for row in rows if row.key not in known]
    came = ARRIVE[found.kind](inside, [row.said for row in fresh])
    arrivals = [_arrival(found, row, one) for row, one in zip(fresh, came, strict=True) if one.new]
    keep_many(arrivals)
    for row, one in zip(fresh, came, strict=True):
        if one.why:
            turn.found.append({"row": row.row, "why": [["", one.why]], "cells": []})
            found.bad, found.good = found.bad + 1, found.good - 1
    found.made += len(arrivals)
    if rows:
        journal.write(
            inside,
            "import.carry",
            found,
            first_row=rows[0].row,
            last_row=rows[-1].row,
            made=len(arrivals),
        )


def _arrival(found: Import, row: Good, came: Came) -> Arrival:
    return Arrival(
        municipality_id=found.municipality_id,
        whole=found,
        row_number=row.row,
        key=row.key,
        number=str(row.said.get("number", ""))[:60],
        made_person_id=came.made_person_id,
        became_id=came.became_id,
    )
