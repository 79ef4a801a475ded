"""What hangs on one person by name, and goes to another when she leaves: nothing is nobody's (D51).

Each room declares which of its columns hold whoever works on something. Handing over moves all of
what is still open in one go; what may not go to the successor becomes everybody's of that desk.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import locked, writing
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep

A_LIST = 50


@dataclass(frozen=True, slots=True)
class Held:
    """A column with whoever works on a row: in which role, while it is open, where to see it."""

    label: str
    role: str
    model: str
    column: str
    open: Q = field(default_factory=Q)
    where: str = ""
    words: str = ""
    # Where the organisation stands: one may be called for two, and leaves only one of them.
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Of whom, in which role, and for which organisation."""

    role: str
    person_id: int
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Heap:
    """All of one kind that hangs on somebody: how many, and the first of them."""

    label: str
    count: int
    lines: tuple[tuple[int, str], ...]
    where: str


@dataclass(frozen=True, slots=True)
class Handed:
    """What went to the successor, what became everybody's, and what could not go at all."""

    moved: Counter[str] = field(default_factory=Counter)
    freed: Counter[str] = field(default_factory=Counter)
    stayed: Counter[str] = field(default_factory=Counter)


REGISTER: list[Held] = []


def held(*some: Held) -> None:
    """Declare what hangs on a person in a role."""
    REGISTER.extend(some)


def of_role(role: str) -> tuple[Held, ...]:
    return tuple(one for one in REGISTER if one.role == role)


def heaps(actor: Actor, desk: Desk) -> list[Heap]:
    """What lies on somebody's desk in this role, kind by kind; an empty heap is left out."""
    found = []
    for one in of_role(desk.role):
        rows = _rows(actor, one, desk).order_by("pk")
        names = ["pk", *([one.words] if one.words else [])]
        lines = tuple((line[0], str(line[-1])[:90]) for line in rows.values_list(*names)[:A_LIST])
        count = len(lines) if len(lines) < A_LIST else rows.count()
        if count:
            found.append(Heap(one.label, count, lines if one.words else (), one.where))
    return found


def still_holds(some: Iterable[Held] = REGISTER) -> Q:
    """On seats: those whose person still has some of this open in that role, for that organisation.

    A seat without an organisation is for all of them, as it is when it is handed over.
    """
    found = Q(pk__in=[])
    for one in some:
        theirs = _model(one)._default_manager.filter(
            one.open, **{one.column: OuterRef("person_id")}
        )
        here = Q(Exists(theirs))
        if one.organisation:
            ours = theirs.filter(**{one.organisation: OuterRef("organisation_id")})
            here = here & Q(organisation__isnull=True) | Q(Exists(ours))
        found |= Q(role=one.role) & here
    return found


def of_organisations() -> tuple[Held, ...]:
    """What goes with the organisation one leaves, and not with what one does for another."""
    return tuple(one for one in REGISTER if one.organisation)


def hand_over(actor: Actor, desk: Desk, to_id: int) -> Handed:
    """Let everything open go to the successor, each row with a line of its own in the journal."""
    done = Handed()
    for one, row in _all(actor, desk):
        if _give(actor, one, row, to_id):
            done.moved[one.label] += 1
        elif row._meta.get_field(one.column).null and _give(actor, one, row, None):
            done.freed[one.label] += 1
        else:
            done.stayed[one.label] += 1
    return done


def _give(actor: Actor, one: Held, row: Any, to_id: int | None) -> bool:  # noqa: ANN401  (a row of any room)
    before = getattr(row, f"{one.column}_id")
    setattr(row, f"{one.column}_id", to_id)
    try:
        with writing():
            keep(row, giving=actor)
            journal.write(actor, f"{row._meta.model_name}.hand_over", row, column=one.column)
    except (ImpossibleMove, ValidationError):
        setattr(row, f"{one.column}_id", before)
        return False
    return True


def _all(actor: Actor, desk: Desk) -> Iterator[tuple[Held, Any]]:
    for one in of_role(desk.role):
        rows = locked(_rows(actor, one, desk)).order_by("pk")
        yield from ((one, row) for row in list(rows))


def _rows(actor: Actor, one: Held, desk: Desk) -> "QuerySet[Any]":
    rows: QuerySet[Any] = _model(one)._default_manager.filter(
        one.open, municipality_id=actor.municipality_id
    )
    if one.organisation and desk.organisation_id is not None:
        rows = rows.filter(**{one.organisation: desk.organisation_id})
    return rows.filter(**{f"{one.column}_id": desk.person_id})


def _model(one: Held) -> Any:  # noqa: ANN401  (a model of any room)
    return apps.get_model(one.model)
