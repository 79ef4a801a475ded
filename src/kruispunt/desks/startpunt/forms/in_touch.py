"""Whom we tell how it stands, and in which words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from kruispunt.desks.ui.fields import let_choose, words_field
from kruispunt.desks.ui.widgets import ChoiceInLines, Choices

LABELS = {
    "late": "Iedereen voor wie het tijd is",
    "soon": "Ook wie deze week aan de beurt komt",
    "all": "Iedereen die op een vraag wacht",
}
USUAL = (
    "Fijn dat u wilt helpen. Wij hebben nu nog geen vraag die bij u past. Wij zoeken verder en"
    " laten binnen een maand weer iets horen."
)
HOW = (("phone", "gebeld"), ("met", "gesproken"), ("letter", "zelf geschreven"))


class LateForm(forms.Form):
    """Everyone, or only some; the same words for all of them."""

    who = forms.ChoiceField(label="Aan wie?", widget=ChoiceInLines, initial="late")
    chosen = forms.TypedMultipleChoiceField(
        label="Wie precies? Dit zijn de mensen die het langst wachten.",
        coerce=int,
        required=False,
        widget=Choices,
    )
    words = words_field(
        "Wat schrijft u?",
        help_text="Iedereen leest dezelfde woorden. Schrijf niets over een persoon.",
    )

    def offer(self, counts: Mapping[str, int], people: Iterable[tuple[int, str]]) -> None:
        """Fill in how many each choice is, and who can be ticked."""
        who = [(word, f"{label} ({counts[word]})") for word, label in LABELS.items()]
        some = ("chosen", "Alleen wie ik hieronder aankruis")
        let_choose(self, who=[*who, some], chosen=people)
        self.fields["words"].initial = USUAL

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("who") == "chosen" and not said.get("chosen"):
            self.add_error("chosen", "Kruis ten minste één persoon aan.")
        return said


class HeardForm(forms.Form):
    """How one volunteer heard from us."""

    how = forms.ChoiceField(label="Hoe?", choices=HOW, widget=ChoiceInLines)
