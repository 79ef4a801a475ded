"""Three questions about how someone stands: what she decides, whom she sees, is it enough (C15)."""

from typing import Any

from django import forms

from kruispunt.arrangements.states.footing import Enough, InHand, Seen
from kruispunt.desks.ui.widgets import ChoiceInLines

CHOOSE = {"required": "Kies een antwoord."}


def _asked(label: str, choices: list[Any], *, help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=choices,
        coerce=int,
        widget=ChoiceInLines,
        error_messages=CHOOSE,
    )


class FootingForm(forms.Form):
    """Asked in the same words at the beginning and at the end."""

    in_hand = _asked("Kiest u zelf wat u op een dag doet?", InHand.choices[::-1])
    seen = _asked(
        "Hoeveel mensen sprak u de laatste week?",
        Seen.choices[::-1],
        help_text="Bellen telt ook. Mensen die voor hun werk komen tellen niet.",
    )
    enough = _asked("Is dat genoeg voor u?", Enough.choices[::-1])
