"""Noting how a notification to the municipality goes."""

from django import forms

from kruispunt.core.wmo import Looked
from kruispunt.desks.ui.fields import day_field
from kruispunt.desks.ui.widgets import Choices


class MilestoneForm(forms.Form):
    """On which day it happened; today when nothing is said."""

    what = forms.CharField(widget=forms.HiddenInput)
    on = day_field("Op welke dag?", required=False)


class UrgentForm(forms.Form):
    """Why it cannot wait."""

    why = forms.CharField(label="Waarom kan dit niet wachten?", max_length=300)


class ExtendForm(forms.Form):
    """Until when the municipality takes longer, and why."""

    to = day_field("Tot welke dag?")
    why = forms.CharField(label="Welke reden gaf de gemeente?", max_length=300)


class LookedForm(forms.Form):
    """What the investigation looked at."""

    looked_at = forms.MultipleChoiceField(
        label="Waar is naar gekeken?", choices=Looked.choices(), required=False, widget=Choices
    )


class LookAgainForm(forms.Form):
    """Until when this help goes on."""

    until = day_field("Wanneer kijken we weer?")
