"""Trying a number before it counts: what it would do to what runs today; nothing is written."""

from dataclasses import dataclass
from typing import Final

from django import forms

from kruispunt.arrangements.queries import trying as answers
from kruispunt.arrangements.queries.trying_signs import signs_with
from kruispunt.base.actor import Actor
from kruispunt.base.manners import LONGEST
from kruispunt.core.triage import Rules
from kruispunt.core.trying import SignsTried, TermTried, WeighingTried, try_term
from kruispunt.desks.process.lengths import said
from kruispunt.offers.queries import trying as offers
from kruispunt.questions.queries import trying as questions

FEW_TIMES: Final = "triage.few_times"
SIGN: Final = "sign."
ROOMS: Final = (questions, offers, answers)


class TryForm(forms.Form):
    """A number to look at, without setting it."""

    proef = forms.IntegerField(label="Probeer een ander getal", min_value=0, max_value=LONGEST)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it, as the page tells it."""

    told: str
    term: TermTried | None = None
    weighing: WeighingTried | None = None
    signs: tuple[tuple[str, SignsTried], ...] = ()


def can_be_tried(name: str) -> bool:
    """A term of something that waits for somebody, the rule of weighing, or an early sign."""
    return name == FEW_TIMES or name.startswith(SIGN) or any(name in room.TERMS for room in ROOMS)


def tried(actor: Actor, name: str, number: int) -> Tried:
    """Count on the rows of today."""
    told = said(name, number)
    if name == FEW_TIMES:
        return Tried(told, weighing=questions.weighed_with(actor, Rules(few_times=number)))
    if name.startswith(SIGN):
        matches, volunteers = signs_with(actor, name, number)
        return Tried(told, signs=(("Koppelingen", matches), ("Vrijwilligers", volunteers)))
    room = next(room for room in ROOMS if name in room.TERMS)
    return Tried(told, term=try_term(room.begun(actor, name), name, number, actor.today))
