"""What is written down around the table with a partner (A23)."""

from typing import Any

from django import forms

from kruispunt.arrangements.states.learning import Level
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines


class MeetingForm(forms.Form):
    """When, with whom, at which level."""

    on = day_field("Wanneer was het gesprek?")
    who = forms.CharField(label="Wie waren erbij?", max_length=300)
    level = forms.ChoiceField(label="Op welk niveau?", choices=Level.choices, widget=Choice)
    words = words_field("Waar ging het over?", required=False)


class PromiseForm(forms.Form):
    """What, by whom, before when."""

    words = words_field("Wat is afgesproken?", rows=2)
    owner = forms.CharField(label="Wie doet dit?", max_length=200)
    due_on = day_field("Voor welke dag?")


class SettleForm(forms.Form):
    """Whether it was done, or is needed no more."""

    done = forms.ChoiceField(
        label="Hoe staat het?",
        choices=(("kept", "Het is gedaan"), ("dropped", "Het hoeft niet meer")),
        widget=ChoiceInLines,
    )
    outcome = words_field("Wat kwam eruit, of waarom niet?", rows=2, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("done") == "dropped" and not said.get("outcome"):
            self.add_error("outcome", "Schrijf op waarom.")
        return said
