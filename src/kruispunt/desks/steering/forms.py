"""What is agreed at the table: a number to aim at, and from which day."""

from django import forms

from kruispunt.core.aims import Aim
from kruispunt.desks.ui.fields import day_field


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
