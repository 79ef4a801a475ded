"""From a signal to what it is, and what others made of a question."""

from typing import Any

from django import forms

from kruispunt.core.vocabulary import Kind
from kruispunt.desks.startpunt.forms.clarifying import kinds
from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Tick
from kruispunt.questions.states import Outcome

NOBODY_WE_KNOW = ("", "Iemand die we nog niet kennen")
STREET_KINDS = [(kind.value, kind.label) for kind in Kind if kind.group == "leefbaarheid"]


class WhomForm(AreaForm):
    """Who it is about: someone we know, or someone we meet now; with that person's yes."""

    given_name = forms.CharField(label="Voornaam", max_length=60, required=False)
    surname = forms.CharField(label="Achternaam", max_length=80, required=False)
    phone = forms.CharField(
        label="Telefoon",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    agrees = forms.BooleanField(
        label="Toestemming",
        widget=Tick("Deze persoon zegt zelf ja"),
        error_messages={"required": "Vraag het eerst aan de persoon zelf."},
    )
    area_label = "Buurt"

    def __init__(self, *args: Any, persons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = forms.ChoiceField(
            label="Wie is het?",
            choices=[*persons, NOBODY_WE_KNOW],
            required=False,
            widget=ChoiceInLines,
        )
        self.order_fields(("person", "given_name", "surname", "phone", "area"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("person") and not said.get("given_name"):
            self.add_error("given_name", "Kies iemand, of schrijf een voornaam op.")
        return said


class CarerForm(WhomForm):
    """The carer, and for whom she cares when we know that person."""

    def __init__(self, *args: Any, persons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, persons=persons, **kwargs)
        self.fields["cares_for"] = forms.ChoiceField(
            label="Voor wie zorgt deze persoon?",
            choices=[("", "Dat weten we nog niet"), *persons],
            required=False,
        )


class TalentForm(WhomForm):
    """What somebody can do for others."""

    kind = forms.ChoiceField(label="Wat kan deze persoon?", choices=kinds)


class TalentOfAskerForm(forms.Form):
    """Who asks may give as well."""

    kind = forms.ChoiceField(label="Wat doet iemand graag voor een ander?", choices=kinds)
    agrees = forms.BooleanField(
        label="Toestemming",
        widget=Tick("Deze persoon wil dat we bellen over vrijwilligerswerk"),
        error_messages={"required": "Vraag het eerst aan de persoon zelf."},
    )


class StreetForm(forms.Form):
    """What the neighbourhood team gets to read."""

    kind = forms.ChoiceField(label="Waar gaat het over?", choices=STREET_KINDS, widget=Choice)
    words = words_field("Wat leest het wijkteam?", help_text="Geen naam en niets over gezondheid.")


class OutcomeForm(forms.Form):
    """What came of it, for whoever brought it."""

    outcome = words_field(
        "Wat gebeurde ermee?",
        rows=2,
        help_text="Wie het doorgaf, leest dit. Niets over hoe het met iemand gaat.",
    )


class ConcludeForm(forms.Form):
    """What others made of a question; we note it and decide nothing."""

    outcome = forms.ChoiceField(
        label="Wat kwam ervan?", choices=Outcome.choices, widget=ChoiceInLines
    )
    ending = words_field("In één zin", rows=2)
