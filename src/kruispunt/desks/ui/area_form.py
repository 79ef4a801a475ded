"""A form that asks for the neighbourhood, of which each municipality has its own."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class AreaForm(forms.Form):
    """The neighbourhood may stay unsaid."""

    area_label: "StrOrPromise" = gettext_lazy("In welke buurt?")
    area_help: "StrOrPromise" = ""

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = forms.TypedChoiceField(
            label=self.area_label,
            help_text=self.area_help,
            choices=areas,
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.order_fields(self.field_order)
