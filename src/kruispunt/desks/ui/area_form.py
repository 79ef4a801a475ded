"""A form that asks for the neighbourhood, of which each municipality has its own."""

from typing import Any

from django import forms


class AreaForm(forms.Form):
    """The neighbourhood may stay unsaid."""

    area_label = "In welke buurt?"
    area_help = ""

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
