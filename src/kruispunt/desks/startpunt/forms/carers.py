"""What is asked about someone who cares, and with an instrument."""

from typing import Any

from django import forms

from kruispunt.arrangements.states.carers import CarerSource, CarerTask, CarerWish
from kruispunt.core.instruments import Instrument
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Choices, Tick

# Who is here sees most carers first.
SOURCES = sorted(CarerSource.choices, key=lambda one: one[0] != CarerSource.STARTPUNT)


class SeenForm(forms.Form):
    """Someone who cares, with a yes to be named (PRV-11)."""

    given_name = forms.CharField(label="Voornaam", max_length=60)
    phone = forms.CharField(
        label="Telefoon",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    birth_year = forms.IntegerField(
        label="Geboortejaar",
        help_text="Onder de 16 is ook het ja van een ouder nodig.",
        required=False,
        min_value=1900,
        max_value=2100,
    )
    source = forms.ChoiceField(label="Wie liet het weten?", choices=SOURCES)
    yes_on = day_field(
        "Wanneer zei de mantelzorger ja?", help_text="Zonder ja schrijven we geen naam op."
    )
    parent_yes_on = day_field("Wanneer zei een ouder ja?", required=False)


class ToldForm(forms.Form):
    """What the carer tells."""

    tasks = forms.MultipleChoiceField(
        label="Wat doet iemand?", choices=CarerTask.choices, widget=Choices
    )
    hours_a_week = forms.IntegerField(
        label="Hoeveel uur per week?", required=False, min_value=0, max_value=168
    )
    wishes = forms.MultipleChoiceField(
        label="Wat zou helpen?", choices=CarerWish.choices, required=False, widget=Choices
    )
    words = words_field("In de eigen woorden", required=False)
    school = forms.CharField(
        label="Wie weet het op school?",
        required=False,
        max_length=120,
        help_text="Alleen bij jongeren.",
    )


class PlanForm(forms.Form):
    """What gets lighter."""

    plan = words_field("Wat spreekt u samen af?")
    takes_over = forms.CharField(
        label="Wie neemt het soms even over?",
        help_text="Een maatje voor de naaste, logeren, familie.",
        required=False,
    )


class ClosingForm(forms.Form):
    """How it is now."""

    ending = words_field("Hoe gaat het nu?", rows=2, required=False)


class MeasureForm(forms.Form):
    """The answers to one instrument, in the order of its own form."""

    agreed = forms.BooleanField(
        label="Mag dit?", widget=Tick("De mantelzorger wil deze vragen beantwoorden")
    )

    def __init__(self, *args: Any, instrument: Instrument, texts: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(option, option) for option in instrument.options]
        wide = ChoiceInLines if instrument.items == 1 else Choice
        for number, text in enumerate(texts, 1):
            self.fields[f"answer_{number}"] = forms.ChoiceField(
                label=text, choices=choices, widget=wide
            )

    def answers(self) -> tuple[str, ...]:
        """What was answered, in the order of the form."""
        return tuple(value for name, value in self.cleaned_data.items() if name != "agreed")
