"""What a signal can become: the forms for each way, and the way that comes first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.signals import (
    CarerForm,
    OutcomeForm,
    StreetForm,
    TalentForm,
    WhomForm,
)
from kruispunt.desks.ui import places
from kruispunt.desks.ui.verbs import Attempt
from kruispunt.people import queries as people
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions

MOST_FOUND = 8
# What one can do with a signal: the heading, the button, and the signals for which it comes first.
TURNS: dict[str, tuple[str, str, str]] = {
    "turn_into_question": ("Het is een vraag", "Maak er een vraag van", "question"),
    "turn_into_talent": ("Het is een talent", "Meld aan als vrijwilliger", "talent"),
    "turn_into_carer": ("Het is een mantelzorger", "Zie deze mantelzorger", "carer"),
    "turn_into_liveability": (
        "Het gaat over de buurt",
        "Geef door aan het wijkteam",
        "liveability",
    ),
    "drop": ("Er hoeft niets mee", "Ga niet verder", ""),
}


@dataclass(frozen=True, slots=True)
class Turning:
    """One signal on its page: what can be done now, and the form that came back."""

    signal: Any
    made: dict[str, Callable[..., forms.Form]]
    tried: Attempt

    def steps(self) -> list[dict[str, Any]]:
        """What can be done now; what the signal says it is about comes first."""
        if self.signal.state == "handed_in":
            return [self._step("take_up", ("Pak dit op", "Pak op"))]
        if self.signal.state in {"turned", "dropped"}:
            return [self._step("feed_back", ("Vertel het aan wie het doorgaf", "Koppel terug"))]
        if self.signal.state != "taken_up":
            return []
        about = self.signal.about
        first = sorted(TURNS.items(), key=lambda way: way[1][2] != about)
        return [self._step(verb, told[:2], folded=told[2] != about) for verb, told in first]

    def _step(self, verb: str, told: tuple[str, str], *, folded: bool = False) -> dict[str, Any]:
        title, button = told
        address = reverse("startpunt:signal_verb", args=[self.signal.pk, verb])
        return self.tried.step(verb, (title, "", button), self.made[verb](), address, folded=folded)


def ways(
    actor: Actor,
    found: Any,  # noqa: ANN401  (a signal)
    areas: dict[int, places.Area],
    *,
    sought: str,
) -> dict[str, Callable[..., forms.Form]]:
    """The forms of this signal, each made when it is needed."""
    persons = [(found.named_id, str(found.named))] if found.named_id else []
    if sought:
        persons += [
            (one.pk, f"{one.name}, {one.shown_street}" if one.shown_street else one.name)
            for one in people.search(actor, sought)[:MOST_FOUND]
            if one.pk != found.named_id
        ]
    whom = {
        "persons": [(str(pk), label) for pk, label in persons],
        "areas": places.choices(areas),
        "initial": {"person": str(found.named_id or ""), "area": str(found.neighbourhood_id or "")},
    }
    street = {"initial": {"words": found.words}}
    made: dict[str, tuple[type[forms.Form], dict[str, Any]]] = {
        "take_up": (forms.Form, {}),
        "turn_into_question": (WhomForm, whom),
        "turn_into_carer": (CarerForm, whom),
        "turn_into_talent": (TalentForm, whom),
        "turn_into_liveability": (StreetForm, street),
        "drop": (OutcomeForm, {}),
        "feed_back": (OutcomeForm, {"initial": {"outcome": found.outcome}}),
    }
    return {
        verb: lambda posted=None, form=form, told=told, verb=verb: form(
            posted, auto_id=f"{verb}_%s", **told
        )
        for verb, (form, told) in made.items()
    }


def _whom(said: dict[str, Any], areas: dict[int, places.Area]) -> actions.Whom:
    if said["person"]:
        return actions.Whom(person_id=int(said["person"]))
    who = Particulars(
        given_name=said["given_name"],
        surname=said["surname"],
        phone=said["phone"],
        **places.near_enough(areas, said["area"]),
    )
    return actions.Whom(who=who)


Said = dict[str, Any]
Areas = dict[int, places.Area]
ACTS: dict[str, Callable[[Actor, Any, Said, Areas], object]] = {
    "take_up": lambda actor, found, _, __: actions.take_up(actor, found.pk),
    "turn_into_question": lambda actor, found, said, areas: actions.turn_into_question(
        actor, found.pk, whom=_whom(said, areas)
    ),
    "turn_into_carer": lambda actor, found, said, areas: arrangements.see_carer_of_signal(
        actor,
        found.pk,
        whom=_whom(said, areas),
        cares_for_id=int(said["cares_for"]) if said["cares_for"] else None,
    ),
    "turn_into_talent": lambda actor, found, said, areas: actions.turn_into_talent(
        actor, found.pk, whom=_whom(said, areas), kinds=(said["kind"],)
    ),
    "turn_into_liveability": lambda actor, found, said, _: actions.turn_into_liveability(
        actor, found.pk, **said
    ),
    "drop": lambda actor, found, said, _: actions.drop(actor, found.pk, **said),
    "feed_back": lambda actor, found, said, _: actions.feed_back(actor, found.pk, **said),
}
SAID = {
    "take_up": "U hebt dit opgepakt.",
    "turn_into_question": "Er is een vraag van gemaakt. Koppel het nog terug.",
    "turn_into_carer": "De mantelzorger is in beeld. Koppel het nog terug.",
    "turn_into_talent": "Het vrijwilligersbestand weet ervan. Koppel het nog terug.",
    "turn_into_liveability": "Het wijkteam heeft het. Koppel het nog terug.",
    "drop": "Koppel nog terug waarom.",
    "feed_back": "Dank u. Wie het doorgaf, leest nu wat ermee gebeurde.",
}
