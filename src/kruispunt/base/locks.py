"""One writer at a time: the lock before a transaction, and taking one row to change it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local

from django.db import connection, transaction
from django.db.models import Model

from kruispunt.base.actor import Actor
from kruispunt.base.permits import Permit

_ours = local()


@contextmanager
def writing() -> Iterator[None]:
    """Everything inside happens whole or not at all, and on SQLite one writer after another."""
    if connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    with _turn(), transaction.atomic():
        yield


def take[M: Model](
    actor: Actor, model: type[M], pk: int, *, may: Permit, see: Permit | None = None
) -> M:
    """Lock one row and ask the permit. What the actor may not see (`see`) does not exist.

    Others may still keep rows that point at it: nobody changes what it is known by.
    """
    rows = model._default_manager.filter(municipality_id=actor.municipality_id)
    if see is not None:
        rows = rows.filter(pk__in=see.narrow(model._default_manager.all(), actor).values("pk"))
    row = rows.select_for_update(of=("self",), no_key=True).get(pk=pk)
    may.require(actor, row)
    return row


@contextmanager
def in_turn(name: str) -> Iterator[None]:
    """Wait for our turn at this SQLite file; whoever has it already goes on."""
    if getattr(_ours, "turn", False) or not Path(name).is_absolute():
        yield
        return
    with Path(f"{name}.lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        _ours.turn = True
        try:
            yield
        finally:
            _ours.turn = False


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for our turn before BEGIN IMMEDIATE: SQLite itself lets late comers go first."""
    if connection.vendor != "sqlite":
        yield
        return
    with in_turn(str(connection.settings_dict["NAME"])):
        yield
