"""How long it took, and what the coming time would take."""

from django import forms

from kruispunt.arrangements.states.guidance import GuidanceKind


class MinutesForm(forms.Form):
    """Two fields, on the page where the work was done (CAP-04)."""

    kind = forms.ChoiceField(label="Waarvoor?", choices=GuidanceKind.choices)
    minutes = forms.IntegerField(
        label="Hoeveel minuten?",
        min_value=1,
        max_value=600,
        error_messages={"required": "Vul de minuten in."},
    )


class CapacityForm(forms.Form):
    """What if: so many hours, so many new matches, lasting so long (CAP-05)."""

    hours = forms.FloatField(label="Uren per week", min_value=0.5, max_value=400)
    new_a_week = forms.FloatField(label="Nieuwe koppelingen per week", min_value=0.1, max_value=50)
    weeks = forms.IntegerField(label="Een koppeling duurt (weken)", min_value=1, max_value=260)
