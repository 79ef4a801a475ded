"""Putting an answer together: which needs there are, who is near, and which parts one chooses."""

from typing import Any

from django import forms

from kruispunt.core.vocabulary import Kind
from kruispunt.desks.startpunt.forms.clarifying import kinds
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice, Choices, Tick

MOST_NEEDS = 4
SHARED = ("volunteer", "service")
OUTCOMES = (("True", "ja, zoals afgesproken"), ("False", "nee, eerder dan gedacht"))


class NeedsForm(forms.Form):
    """Which kinds of help a question holds, the main one first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in range(1, MOST_NEEDS + 1):
            main = place == 1
            self.fields[f"kind{place}"] = forms.ChoiceField(
                label="Het belangrijkste" if main else f"Deelvraag {place}",
                choices=kinds,
                required=main,
            )
            self.fields[f"number{place}"] = forms.IntegerField(
                label="Hoeveel mensen zijn daarvoor nodig?",
                min_value=1,
                max_value=9,
                initial=1,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        chosen = [said.get(f"kind{place}") for place in range(1, MOST_NEEDS + 1)]
        chosen = [kind for kind in chosen if kind]
        if len(chosen) != len(set(chosen)):
            self.add_error(None, "Noem elke soort hulp één keer.")
        return said

    def needs(self) -> tuple[tuple[str, int], ...]:
        said = self.cleaned_data
        return tuple(
            (said[f"kind{place}"], said[f"number{place}"] or 1)
            for place in range(1, MOST_NEEDS + 1)
            if said[f"kind{place}"]
        )


class NearbyForm(forms.Form):
    """Somebody near who can do something: asked first, before anyone else."""

    who = forms.CharField(
        label="Wie?", help_text="Zoals: mijn dochter, de buurvrouw. Een naam hoeft niet.",
        max_length=80,
    )  # fmt: skip
    what = forms.CharField(label="Wat doet deze persoon?", max_length=200)

    def __init__(self, *args: Any, needs: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meets"] = forms.MultipleChoiceField(
            label="Bij welke deelvraag helpt dat?",
            choices=[(kind, Kind(kind).label) for kind in needs],
            widget=Choices,
        )


class ComposeForm(forms.Form):
    """Which parts, in which words, and why when care is one of them."""

    words = words_field(
        "Wat lezen een vrijwilliger en een organisatie?",
        help_text="Geen naam, geen adres en geen ziekte. Niet meer dan nodig is.",
        required=False,
    )
    why = words_field(
        "Waarom is lichtere hulp niet genoeg?",
        rows=2,
        help_text="Alleen nodig als er zorg bij zit, of als iemand zich al redt.",
        required=False,
    )

    def __init__(
        self, *args: Any, options: list[tuple[str, str]], given_name: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parts"] = forms.MultipleChoiceField(
            label="De onderdelen",
            choices=options,
            widget=Choices,
            error_messages={"required": "Kies ten minste één onderdeel."},
        )
        self.fields["agrees"] = forms.BooleanField(
            label="Toestemming",
            required=False,
            widget=Tick(f"{given_name} vindt het goed dat we dit met de organisatie delen"),
        )
        self.order_fields(("parts", "words", "agrees", "why"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        shared = [part for part in said.get("parts", []) if part.startswith(SHARED)]
        if shared and not said.get("words"):
            self.add_error("words", "Schrijf op wat zij lezen.")
        return said


class NoteForm(forms.Form):
    """How it goes with help from the own circle."""

    note = words_field("Wat vertellen ze?", rows=2, required=False)


class EndForm(forms.Form):
    """Whether it stopped as agreed."""

    planned = forms.TypedChoiceField(
        label="Was dit de bedoeling?",
        choices=OUTCOMES,
        coerce=lambda word: word == "True",
        widget=Choice,
    )


class EndOwnHelpForm(EndForm, NoteForm):
    """Whether it stopped as agreed, and what they tell."""


class CloseForm(forms.Form):
    """How a question ended."""

    ending = words_field("Hoe is het afgelopen?", rows=2, help_text="In één of twee zinnen.")
