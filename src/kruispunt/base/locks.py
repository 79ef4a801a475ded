"""Writing whole or not at all, and taking one row to change it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Model

from kruispunt.base.actor import Actor
from kruispunt.base.permits import Permit


@contextmanager
def writing() -> Iterator[None]:
    """Everything inside happens whole or not at all; on SQLite its connection waits for a turn."""
    with transaction.atomic():
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
