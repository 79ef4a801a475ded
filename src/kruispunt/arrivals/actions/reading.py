"""What the worker does with a file that was brought: keep its rows, and what was found in them."""

from typing import Any

from kruispunt.arrivals import permits
from kruispunt.arrivals.actions.steps import move_import, take_import
from kruispunt.arrivals.models import Import, ImportTurn
from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action


@action
def keep_turn(actor: Actor, import_id: int, *, number: int, cells: list[Any]) -> None:
    """Keep some hundreds of rows; read again after a fall, they replace themselves."""
    found = take_import(actor, import_id, permits.CARRY)
    ImportTurn.objects.update_or_create(whole=found, number=number, defaults={"cells": cells})


@action
def read(
    actor: Actor, import_id: int, *, columns: list[str], rows: int, left_out: list[str]
) -> Import:
    """The file is read and can go; now a person says what its columns are."""
    found = take_import(actor, import_id, permits.CARRY)
    found.columns, found.rows, found.left_out, found.file = columns, rows, left_out, None
    return move_import(actor, found, "read", rows=rows)


@action
def refuse(actor: Actor, import_id: int, *, trouble: str) -> Import:
    """The file cannot be read; the sentence says why and how to mend it."""
    found = take_import(actor, import_id, permits.CARRY)
    found.file, found.trouble = None, trouble[:300]
    found.turns.all().delete()
    return move_import(actor, found, "refuse")


@action
def keep_found(actor: Actor, import_id: int, *, number: int, outcomes: list[Any]) -> None:
    """Keep what was found in the rows of one turn."""
    found = take_import(actor, import_id, permits.CARRY)
    turns = ImportTurn.objects.filter(whole=found, number=number)
    turns.update(found=outcomes, checked_at=actor.at)


@action
def check(actor: Actor, import_id: int, *, good: int, known: int, bad: int) -> Import:
    """Every row was looked at; now a person looks before anything comes in."""
    found = take_import(actor, import_id, permits.CARRY)
    found.good, found.known, found.bad = good, known, bad
    return move_import(actor, found, "check", good=good, known=known, bad=bad)
