"""Does it still hold what a volunteer told us (D49)?"""

from django import forms

from kruispunt.core.vocabulary import Kind
from kruispunt.desks.ui.widgets import SLOTS, ChoiceInLines, Choices, Week

# Stopping last: it is always possible, and never the first thought.
ANSWERS = (
    ("yes", "Ja, dit klopt nog"),
    ("change", "Ik wil iets veranderen"),
    ("rest", "Ik wil even rust"),
    ("stop", "Ik wil stoppen"),
)


class StillForm(forms.Form):
    """Yes, change, rest or stop."""

    answer = forms.ChoiceField(
        label="Klopt dit nog?",
        choices=ANSWERS,
        widget=ChoiceInLines,
        error_messages={"required": "Kies een antwoord."},
    )


class ChangeForm(forms.Form):
    """What changes most often."""

    kinds = forms.MultipleChoiceField(
        label="Wat doet u graag?",
        choices=Kind.choices(),
        widget=Choices,
        error_messages={"required": "Kies ten minste één ding."},
    )
    slots = forms.MultipleChoiceField(
        label="Wanneer kunt u?", choices=SLOTS, required=False, widget=Week
    )
    hours = forms.DecimalField(
        label="Hoeveel uur per week?", min_value=0, max_value=60, localize=True
    )
    max_km = forms.DecimalField(label="Hoe ver, in kilometer?", min_value=0, localize=True)
