"""Telling what one needs: in one's own words, by pointing at a picture, or both (D47)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from kruispunt.desks.ui.widgets import PictureChoices

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

POINTED_AT = "over"


@dataclass(frozen=True, slots=True)
class Told:
    """What was written, and the pictures that were pointed at."""

    words: str
    pictures: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.words


class Telling(forms.Textarea):
    """Room for words, and below it pictures to point at: one question, answered either way."""

    template_name = "ui/forms/telling.html"

    def __init__(self, about: Sequence[tuple[str, "StrOrPromise"]]) -> None:
        super().__init__(attrs={"rows": 5})
        self.pictures = PictureChoices(choices=about)

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],
        name: str,
    ) -> Told:
        pointed = self.pictures.value_from_datadict(data, files, f"{name}_{POINTED_AT}")
        return Told(data.get(name) or "", tuple(pointed or ()))

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        pointed = value.pictures if isinstance(value, Told) else ()
        below = f"{name}_{POINTED_AT}"
        drawn = self.pictures.get_context(below, list(pointed), {"id": f"id_{below}"})
        context["pictures"] = drawn["widget"]
        context["widget"]["box"] = forms.Textarea.template_name
        return context


class TellingField(forms.CharField):
    """The words that are kept are Dutch where a picture says them, and one's own otherwise."""

    def __init__(
        self,
        label: "StrOrPromise",
        *,
        about: Sequence[tuple[str, "StrOrPromise"]],
        help_text: "StrOrPromise" = "",
        missing: "StrOrPromise" = "",
    ) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            widget=Telling(about),
            error_messages={"required": missing},
        )
        self.about = tuple(about)

    def clean(self, value: object) -> str:
        if not isinstance(value, Told):
            return str(super().clean(value))
        with translation.override(settings.LANGUAGE_CODE):
            pointed = ", ".join(str(word) for code, word in self.about if code in value.pictures)
        below = f"Aangewezen op een plaatje: {pointed}." if pointed else ""
        return str(super().clean("\n".join(filter(None, (value.words.strip(), below)))))
