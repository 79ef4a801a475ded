"""A verb on a page: when it is possible, who may, what is asked, and what it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from kruispunt.base.actor import Actor
from kruispunt.base.moves import Table
from kruispunt.base.permits import Permit
from kruispunt.desks.ui.posting import done, status

Act = Callable[[Actor, int, dict[str, Any]], object]
Fill = Callable[[forms.Form], object]
Told = tuple[str, str, str]
"""The heading, the sentence under it, and the button."""


def _as_it_is(form: forms.Form) -> None:
    """Most forms have nothing to be filled with."""


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


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was pressed on a page of several buttons: it was done, or its form came back."""

    name: str = ""
    form: forms.Form | None = None
    done: bool = False

    @property
    def status(self) -> int:
        """Look again (422) when something is wrong with what was pressed, otherwise fine."""
        return status(self.form) if self.form else 200

    def back(self, name: str) -> forms.Form | None:
        """The form that came back under this name."""
        return self.form if self.name == name else None

    def step(
        self, name: str, told: Told, fresh: forms.Form, address: str, *, folded: bool = False
    ) -> dict[str, Any]:
        """One button as a page shows it: with the form that came back, or a fresh one."""
        title, words, button = told
        back = self.back(name)
        return {
            "title": title,
            "words": words,
            "button": button,
            "form": back or fresh,
            "folded": folded and back is None,
            "address": address,
        }

    def step_of(
        self, verb: Verb, address: str, start: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """A verb as a page shows it."""
        fresh = verb.form(initial=start, auto_id=f"{verb.name}_%s")
        told = (verb.title, verb.told, verb.button)
        return self.step(verb.name, told, fresh, address, folded=verb.folded)

    def steps(
        self,
        verbs: Iterable[Verb],
        address: str,
        row_id: int,
        *,
        start: dict[str, Any] | None = None,
        fill: Fill = _as_it_is,
    ) -> list[dict[str, Any]]:
        """The verbs of one row; a page fills their forms with what can be chosen."""
        made = [
            self.step_of(verb, reverse(address, args=[row_id, verb.name]), start) for verb in verbs
        ]
        for step in made:
            fill(step["form"])
        return made


NOTHING_TRIED = Attempt()


def posted(
    request: HttpRequest,
    name: str,
    form: Callable[[QueryDict], forms.Form],
    act: Callable[[dict[str, Any]], object],
) -> Attempt:
    """Read the form of what was pressed, and carry it out when it is whole."""
    if request.method != "POST":
        return NOTHING_TRIED
    told = form(request.POST)
    return Attempt(name, told, done(request, told, lambda: act(told.cleaned_data)))


def attempt(
    request: HttpRequest,
    actor: Actor,
    row_id: int,
    name: str,
    *,
    among: Iterable[Verb],
    fill: Fill = _as_it_is,
) -> Attempt:
    """Carry out the verb that was pressed; what is not one of these is no attempt."""
    verb = next((one for one in among if one.name == name), None)
    if verb is None:
        return NOTHING_TRIED

    def form(told: QueryDict) -> forms.Form:
        made = verb.form(told)
        fill(made)
        return made

    return posted(request, name, form, lambda said: verb.act(actor, row_id, said))
