"""Choosing how to be reached: four ways that are equal, in words that everybody knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings

from kruispunt.core.phones import hidden
from kruispunt.desks.ui.widgets import ChoiceInLines, PictureChoiceInLines

# In the order of the alphabet: none of them is the best one.
WAYS = (
    ("phone", "Bel mij"),
    ("letter", "Stuur een brief"),
    ("mail", "Stuur een e-mail"),
    ("text", "Stuur een sms"),
)
AT_THE_DESK = (
    ("phone", "Bellen"),
    ("letter", "Brief op papier"),
    ("mail", "E-mail"),
    ("text", "Sms"),
)
AGAIN = {"required": "Kies er één."}


class WayForm(forms.Form):
    """Which way, for who holds a letter: numbers and addresses cannot be changed here."""

    channel = forms.ChoiceField(
        label="Hoe wilt u iets van ons horen?",
        choices=WAYS,
        widget=PictureChoiceInLines,
        error_messages=AGAIN,
    )


class ReachForm(WayForm):
    """Which way, and where that leads to."""

    phone = forms.CharField(
        label="Telefoonnummer",
        help_text="Een sms kan alleen naar een nummer dat begint met 06.",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class DeskReachForm(ReachForm):
    """The same, noted by the desk for someone who asked."""

    channel = forms.ChoiceField(
        label="Hoe wil deze persoon iets van ons horen?",
        choices=AT_THE_DESK,
        widget=ChoiceInLines,
        error_messages=AGAIN,
    )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of a letter on a page: words, and perhaps where they lead."""

    words: str
    address: str = ""

    @property
    def is_heading(self) -> bool:
        """One of several things in one letter begins with its number."""
        return re.match(r"\d+\. .{1,120}$", self.words) is not None


def paragraphs(whole: str) -> Iterator[Paragraph]:
    """The parts of a letter; an address of our own becomes a button instead of a long line."""
    for part in whole.split("\n\n"):
        before, found, after = part.partition(settings.SITE)
        if found and after.startswith("/"):
            address, _, rest = after.partition(" ")
            yield Paragraph(f"{before.strip().removesuffix(':')} {rest}".strip(), address)
        else:
            yield Paragraph(part)


def what_we_know(person: Any) -> list[tuple[str, str]]:  # noqa: ANN401  (a person of the rooms)
    """Along which ways someone can be reached, so that only the owner knows the number."""
    name, at, home = person.email.partition("@")
    known = [("Telefoon", hidden(person.phone)), ("E-mail", f"{name[:1]}…@{home}" if at else "")]
    return [(label, shown) for label, shown in known if shown]
