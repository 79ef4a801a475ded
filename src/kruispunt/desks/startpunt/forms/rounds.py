"""Deciding on one line of a round."""

from django import forms

from kruispunt.desks.ui.fields import words_field


class AdoptForm(forms.Form):
    """What the volunteer will read."""

    words = words_field(
        "Wat de vrijwilliger leest",
        rows=2,
        help_text="Geen naam, geen adres en geen ziekte.",
        missing="Schrijf op wat u vraagt.",
    )


class PutAsideForm(forms.Form):
    """Why this pair is not followed."""

    reason = forms.CharField(
        label="Waarom neemt u dit niet over?",
        max_length=300,
        error_messages={"required": "Schrijf op waarom niet. Daar leren we van."},
    )
