"""What the privacy officer answers, and what may not go yet."""

from collections.abc import Callable
from typing import Any

from django import forms

from kruispunt.desks.ui.fields import day_field, words_field


class AnswerForm(forms.Form):
    """The answer, in words for who asked."""

    answer = words_field("Uw antwoord")


class HoldForm(forms.Form):
    """Whose papers stay, why, and until when."""

    dossier = forms.IntegerField(
        label="Nummer van het dossier",
        min_value=1,
        help_text="Het nummer staat bij een verzoek en bij de inzagen.",
        error_messages={"required": "Vul het nummer in.", "invalid": "Vul een nummer in."},
    )
    reason = forms.CharField(
        label="Waarom mag dit nog niet weg?",
        max_length=200,
        help_text="Schrijf geen namen op.",
        error_messages={"required": "Schrijf op waarom."},
    )
    until = day_field(
        "Tot en met welke dag?",
        required=False,
        help_text="Leeg: tot u het zelf loslaat.",
    )

    def __init__(self, *given: Any, is_here: Callable[[int], bool], **named: Any) -> None:
        super().__init__(*given, **named)
        self.is_here = is_here

    def clean_dossier(self) -> int:
        number: int = self.cleaned_data["dossier"]
        if not self.is_here(number):
            raise forms.ValidationError("Er is geen dossier met dit nummer.")
        return number
