"""Writing whole or not at all, and taking one row to change it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Model, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.permits import Permit


@contextmanager
def writing() -> Iterator[None]:
    """Everything inside happens whole or not at all; on SQLite its connection waits for a turn."""
    with transaction.atomic():
        yield


def locked[M: Model](rows: QuerySet[M]) -> QuerySet[M]:
    """Hold these rows to change them.

    Others may still keep rows that point at them: nobody changes what they are known by.
    """
    return rows.select_for_update(of=("self",), no_key=True)


def take[M: Model](
    actor: Actor, model: type[M], pk: int, *, may: Permit, see: Permit | None = None
) -> M:
    """Lock one row and ask the permit. What the actor may not see (`see`) does not exist."""
    rows = model._default_manager.filter(municipality_id=actor.municipality_id)
    if see is not None:
        rows = rows.filter(pk__in=see.narrow(model._default_manager.all(), actor).values("pk"))
    row = locked(rows).get(pk=pk)
    may.require(actor, row)
    return row
