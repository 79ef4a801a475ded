"""What is agreed at the table: a number to aim at, and from which day."""

from typing import Any

from django import forms

from kruispunt.core.aims import Aim
from kruispunt.desks.ui.fields import day_field

Rows = list[tuple[int, str]]


class AimForm(forms.Form):
    """One number; left empty it is unknown, and that is said as well."""

    at = forms.ChoiceField(label="Waarover gaat het?", choices=Aim.choices())
    number = forms.DecimalField(
        label="Streefgetal",
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text="Nog niet bekend? Laat het leeg.",
    )
    baseline = forms.DecimalField(
        label="Hoeveel was het eerst?",
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text="Dan ziet u wat er extra is.",
    )
    valid_from = day_field("Vanaf welke dag?", required=False, help_text="Leeg is vandaag.")


class CampaignForm(forms.Form):
    """A story with which we look for people, and the word in its link."""

    name = forms.CharField(label="Hoe heet de campagne?", max_length=80)
    word = forms.SlugField(
        label="Woord in de link",
        max_length=30,
        help_text="Kort, zonder spaties. Bijvoorbeeld: lente.",
        error_messages={"invalid": "Gebruik alleen letters, cijfers en streepjes."},
    )
    begins_on = day_field("Vanaf welke dag?")
    ends_on = day_field("Tot welke dag?", required=False)
    euros = forms.DecimalField(
        label="Wat kost het, in euro?",
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
        help_text="Nog niet bekend? Laat het leeg.",
    )


def _one_of(label: str, rows: Rows) -> forms.TypedChoiceField:
    """One row of those we know, or none."""
    return forms.TypedChoiceField(
        label=label, choices=[("", "-"), *rows], coerce=int, empty_value=None, required=False
    )


class OutingForm(forms.Form):
    """Where people can see us: in a neighbourhood, with a partner, or both."""

    on = day_field("Op welke dag?")
    what = forms.CharField(
        label="Wat doen we?", max_length=120, help_text="Bijvoorbeeld: een kraam op de markt."
    )

    def __init__(
        self, *args: Any, areas: Rows, organisations: Rows, campaigns: Rows, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood_id"] = _one_of("In welke buurt?", areas)
        self.fields["organisation_id"] = _one_of("Bij welke organisatie?", organisations)
        self.fields["campaign_id"] = _one_of("Voor welke campagne?", campaigns)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not said.get("neighbourhood_id") and not said.get("organisation_id"):
            self.add_error("neighbourhood_id", "Kies een buurt, of een organisatie.")
        return said


class HomesForm(forms.Form):
    """How many homes stand in a neighbourhood, and whose figure that is."""

    homes = forms.IntegerField(label="Hoeveel huizen staan er?", min_value=1, max_value=999_999)
    homes_source = forms.CharField(
        label="Wie telde ze, en in welk jaar?", max_length=60, help_text="Bijvoorbeeld: CBS 2025."
    )

    def __init__(self, *args: Any, areas: Rows, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood_id"] = forms.TypedChoiceField(
            label="In welke buurt?", choices=[("", "-"), *areas], coerce=int
        )
        self.order_fields(("neighbourhood_id",))


class CountedForm(forms.Form):
    """How many people we spoke."""

    reached = forms.IntegerField(label="Hoeveel mensen sprak u?", min_value=0, max_value=9999)
