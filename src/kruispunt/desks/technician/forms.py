"""Who should sit where, and until when."""

from typing import Any

from django import forms

from kruispunt.base.roles import Role
from kruispunt.desks.ui.fields import day_field, let_choose
from kruispunt.people.queries import NOT_OF_THE_TECHNICIAN

ROLES = [(role.value, role.label) for role in Role if role not in NOT_OF_THE_TECHNICIAN]


class SeatForm(forms.Form):
    """A seat: for whom, as what, for which organisation and part of town, until when."""

    given_name = forms.CharField(label="Voornaam", max_length=60)
    surname = forms.CharField(label="Achternaam", max_length=80)
    email = forms.EmailField(label="E-mail van het werk")
    role = forms.ChoiceField(label="Rol", choices=ROLES)
    organisation_id = forms.TypedChoiceField(
        label="Organisatie", required=False, coerce=int, empty_value=None
    )
    neighbourhood_id = forms.TypedChoiceField(
        label="Alleen voor deze buurt", required=False, coerce=int, empty_value=None
    )
    until = day_field("Tot en met", required=False, help_text="Leeg: zonder einddag.")

    def __init__(
        self,
        *args: Any,
        organisations: list[tuple[str, str]],
        areas: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        let_choose(
            self,
            organisation_id=[("", "Geen"), *organisations],
            neighbourhood_id=[("", "Overal"), *areas],
        )


class UntilForm(forms.Form):
    """Until which day a seat lasts."""

    until = day_field("Tot en met")
