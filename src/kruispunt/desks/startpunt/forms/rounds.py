"""Deciding on one line of a round."""

from django import forms


class AdoptForm(forms.Form):
    """What the volunteer will read."""

    words = forms.CharField(
        label="Wat de vrijwilliger leest",
        help_text="Geen naam, geen adres en geen ziekte.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op wat u vraagt."},
    )


class PutAsideForm(forms.Form):
    """Why this pair is not followed."""

    reason = forms.CharField(
        label="Waarom neemt u dit niet over?",
        max_length=300,
        error_messages={"required": "Schrijf op waarom niet. Daar leren we van."},
    )
