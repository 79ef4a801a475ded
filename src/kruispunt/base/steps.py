"""The steps that actions share: make the move of the table, keep the row, write the journal."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model

from kruispunt.base import journal, parts
from kruispunt.base.actor import Actor
from kruispunt.base.fields import refuse_illness
from kruispunt.base.moves import Table
from kruispunt.base.permits import Permit
from kruispunt.core.wording import illnesses


def may_begin(actor: Actor, permit: Permit) -> None:
    """Ask a permit for something that has no row yet: only a role can answer that."""
    if not permit.every_row(actor):
        raise PermissionDenied(permit.name)


def named(actor: Actor) -> int:
    """Ask for a person: some things are never decided by the house itself (PRV-08)."""
    if actor.person_id is None:
        raise PermissionDenied("a named person decides this")
    return actor.person_id


def keep[M: Model](row: M, *, giving: Actor | None = None) -> M:
    """Check what a form can say about the words in the row; the database says the rest.

    A row that gives somebody a part in a case is kept with who gives it: two parts that do not go
    together are refused here, on whichever way they come (ROL-01).
    """
    keys = [field.name for field in row._meta.fields if field.is_relation]
    row.clean_fields(exclude=[*keys, *_as_they_stood(row)])
    fresh = parts.given(row)
    parts.hold(row, fresh)
    row.save()
    parts.guard(giving, row, fresh)
    return row


def _as_they_stood(row: Model) -> list[str]:
    """Words with an illness that stood in the row before the house refused those (PRV-06).

    Whoever moves the row did not write them: they are mended when somebody writes them anew.
    """
    if row.pk is None:
        return []
    named = [
        field.attname
        for field in row._meta.fields
        if refuse_illness in field.validators and illnesses(getattr(row, field.attname))
    ]
    before = type(row)._default_manager.filter(pk=row.pk).values(*named).first() if named else None
    return [name for name in named if before and before[name] == getattr(row, name)]


def make_move[M: Model](actor: Actor, row: M, *, table: Table, verb: str, **facts: Any) -> M:
    """Bring the row where the table says, keep it, and note who did that."""
    before = row.state  # type: ignore[attr-defined]  # every noun with a table has a state
    row.state = table.target(verb, before)  # type: ignore[attr-defined]
    if hasattr(row, "state_since"):
        row.state_since = actor.at
    keep(row, giving=actor)
    journal.write(actor, f"{table.noun}.{verb}", row, before=before, **facts)
    return row
