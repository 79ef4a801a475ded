"""What nearly every form asks in the same way: some words, a day, yes or no."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def words_field(
    label: "StrOrPromise",
    *,
    rows: int = 3,
    required: bool = True,
    help_text: "StrOrPromise" = "",
    missing: "StrOrPromise" = "",
) -> forms.CharField:
    """A few sentences; what is said when they are missing can be in the form's own words."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing} if missing else None,
    )


def day_field(
    label: str, *, required: bool = True, help_text: str = "", missing: str = ""
) -> forms.DateField:
    """A day, chosen in the browser's own calendar."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": missing} if missing else None,
    )


def name_field() -> forms.CharField:
    """How someone is called; a first name is enough."""
    return forms.CharField(
        label=gettext_lazy("Hoe heet u?"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": gettext_lazy("Schrijf uw naam op. Uw voornaam is genoeg."),
        },
    )


def phone_field() -> forms.CharField:
    """The number to call someone back on."""
    return forms.CharField(
        label=gettext_lazy("Op welk nummer mogen we u bellen?"),
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
        error_messages={
            "required": gettext_lazy("Schrijf een telefoonnummer op. Dan kunnen we u bellen."),
        },
    )


def let_choose(form: forms.Form, **choices: Iterable[tuple[object, str]]) -> None:
    """Fill in what there is to choose from today, in those of these fields that the form has."""
    for name, some in choices.items():
        field = form.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = list(some)


def is_yes(said: str) -> bool:
    """What a form makes of yes or no."""
    return said == "yes"
