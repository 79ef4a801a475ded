"""Who live together: why it helps to see that, who said so, and until when (D7)."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines
from kruispunt.people.states import How

HEARD = [(one.value, one.label) for one in (How.HERSELF, How.PHONE, How.PARENT)]


class OpenForm(forms.Form):
    """Why, and how this person agreed."""

    why = words_field(
        "Waarom helpt het om dit huis samen te zien?",
        rows=2,
        help_text="In één zin. Iedereen in huis mag dit lezen. Schrijf geen ziekte op.",
    )
    how = forms.ChoiceField(label="Hoe zei deze persoon ja?", choices=HEARD, widget=ChoiceInLines)


class HousemateForm(forms.Form):
    """Who else lives there, and who in the house said so."""

    def __init__(
        self,
        *args: Any,
        found: Iterable[tuple[int, str]],
        inside: Iterable[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_id"] = forms.TypedChoiceField(
            label="Wie hoort er nog bij?",
            choices=list(found),
            coerce=int,
            widget=ChoiceInLines,
            error_messages={"required": "Kies een persoon."},
        )
        self.fields["said_by_id"] = forms.TypedChoiceField(
            label="Wie zei dat?",
            help_text="Iemand uit het huis. Een gelijk adres is niet genoeg.",
            choices=list(inside),
            coerce=int,
            widget=ChoiceInLines,
            error_messages={"required": "Kies wie dit zei."},
        )


class AgreeForm(forms.Form):
    """How somebody agreed."""

    how = forms.ChoiceField(label="Hoe zei deze persoon ja?", choices=HEARD, widget=Choice)


class ReviewForm(forms.Form):
    """Until when they are seen together."""

    until = day_field("Tot wanneer?", help_text="Hooguit een half jaar verder, of korter.")
