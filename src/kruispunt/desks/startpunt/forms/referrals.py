"""To which organisation a question goes, with whose yes, and how it went."""

from typing import Any

from django import forms

from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice, Tick

PARTNERS = {"partner1": "Samen met welke organisatie?", "partner2": "En met wie nog meer?"}


class ReferForm(forms.Form):
    """Which organisation, what it reads, and the resident's yes (PRV-04)."""

    words = words_field(
        "Wat leest de organisatie?",
        rows=4,
        help_text="Niet meer dan nodig is. Alleen wat de inwoner wil delen.",
    )
    why = words_field(
        "Waarom is lichtere hulp niet genoeg?",
        rows=2,
        help_text="Nodig als het om zorg gaat, of als iemand zich al redt.",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        organisations: list[tuple[int, str]],
        given_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation_id"] = forms.TypedChoiceField(
            label="Welke organisatie?", choices=organisations, coerce=int
        )
        self.fields["agrees"] = forms.BooleanField(
            label="Toestemming",
            widget=Tick(f"{given_name} vindt het goed dat we dit delen, voor hooguit 1 jaar"),
            error_messages={"required": "Zonder ja van de inwoner delen we niets."},
        )
        for name, label in PARTNERS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=[("", "Niemand anders"), *organisations],
                coerce=int,
                empty_value=None,
                required=False,
            )
        self.fields["partner1"].help_text = "Dan doet de eerste organisatie één aanbod voor allen."
        self.order_fields(("organisation_id", *PARTNERS, "words", "why", "agrees"))

    def partner_ids(self) -> tuple[int, ...]:
        """Who is asked to join, besides the one who carries it."""
        return tuple(self.cleaned_data[name] for name in PARTNERS if self.cleaned_data[name])


class ExplainForm(forms.Form):
    """What was unclear."""

    words = words_field("Uw uitleg")


class QualityForm(forms.Form):
    """How the resident finds it."""

    quality = forms.TypedChoiceField(
        label="Hoe vindt de inwoner het?",
        choices=[
            ("5", "heel goed"),
            ("4", "goed"),
            ("3", "gaat wel"),
            ("2", "niet goed"),
            ("1", "slecht"),
        ],
        coerce=int,
        widget=Choice,
    )
    words = words_field("In eigen woorden", rows=2, required=False)
