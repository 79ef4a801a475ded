"""A verb on a page: when it is possible, who may, what is asked, and what it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model

from kruispunt.base.actor import Actor
from kruispunt.base.moves import Table
from kruispunt.base.permits import Permit

Act = Callable[[Actor, int, dict[str, Any]], object]


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done to a row, in the words of the people who do it."""

    name: str
    title: str
    told: str
    button: str
    may: Permit
    states: frozenset[str]
    act: Act
    form: type[forms.Form] = forms.Form
    folded: bool = False
    """Not the next step, but possible: shown when one asks for it."""


def sources(table: Table, verb: str) -> frozenset[str]:
    """The states from which a table knows this verb."""
    moves = [move for move in table.moves if move.verb == verb]
    return frozenset(state for move in moves for state in move.sources)


def possible(verbs: Iterable[Verb], actor: Actor, row: Model) -> list[Verb]:
    """What the state allows and this actor may do."""
    state = row.state  # type: ignore[attr-defined]  # every noun with verbs has one
    return [verb for verb in verbs if state in verb.states and verb.may.allows(actor, row)]


def shown(
    verb: Verb,
    address: str,
    *,
    start: dict[str, Any] | None = None,
    posted: tuple[str, forms.Form] | None = None,
) -> dict[str, Any]:
    """A verb as a page shows it: with the form that came back, or a fresh one."""
    back = posted[1] if posted and posted[0] == verb.name else None
    return {
        "title": verb.title,
        "words": verb.told,
        "button": verb.button,
        "form": back or verb.form(initial=start, auto_id=f"{verb.name}_%s"),
        "folded": verb.folded and back is None,
        "address": address,
    }
