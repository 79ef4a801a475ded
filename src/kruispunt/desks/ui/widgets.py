"""Ways to answer: large choices, one sentence to tick, and the week in parts of days."""

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

DAYS = (
    ("ma", "maandag"),
    ("di", "dinsdag"),
    ("wo", "woensdag"),
    ("do", "donderdag"),
    ("vr", "vrijdag"),
    ("za", "zaterdag"),
    ("zo", "zondag"),
)
PARTS = ("ochtend", "middag", "avond")
SLOTS = [(f"{short}-{part}", f"{day} {part}") for short, day in DAYS for part in PARTS]


FEW = 3
BOX = forms.CheckboxInput.template_name


class Choice(forms.RadioSelect):
    """One of a few: large targets beside each other."""

    template_name = "ui/forms/choices.html"

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["box"] = BOX
        context["widget"]["few"] = len(list(self.choices)) <= FEW
        return context


class ChoiceInLines(Choice):
    """One of a few, each on its own line because the words are longer."""

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"in_lines": True, "few": False}
        return context


class Choices(forms.CheckboxSelectMultiple):
    """Any of a few: large targets beside each other."""

    template_name = "ui/forms/choices.html"

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["box"] = BOX
        return context


class Pictured(forms.Widget):
    """Shows a drawing beside each word."""

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["pictured"] = True
        return context


class PictureChoices(Pictured, Choices):
    """Any of a few, each with a drawing beside its word."""


class PictureChoice(Pictured, Choice):
    """One of a few beside each other, each with a drawing beside its word."""


class PictureChoiceInLines(Pictured, ChoiceInLines):
    """One of a few on its own line, with a drawing beside its words."""


class Tick(forms.CheckboxInput):
    """One sentence to agree with; the label above it says what it is about."""

    template_name = "ui/forms/tick.html"

    def __init__(self, sentence: "StrOrPromise") -> None:
        super().__init__()
        self.sentence = sentence

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["sentence"] = self.sentence
        context["widget"]["box"] = BOX
        return context


class Week(forms.CheckboxSelectMultiple):
    """The week as a small table: mornings, afternoons and evenings to tick."""

    template_name = "ui/forms/slots.html"

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        ticked = set(value) if isinstance(value, (list, tuple, set, frozenset)) else set[str]()
        context["widget"]["parts"] = PARTS
        context["widget"]["days"] = [
            (day, [_box(f"{short}-{part}", f"{day} {part}", ticked) for part in PARTS])
            for short, day in DAYS
        ]
        return context


def _box(value: str, spoken: str, ticked: set[str]) -> dict[str, Any]:
    return {"value": value, "spoken": spoken, "ticked": value in ticked}
