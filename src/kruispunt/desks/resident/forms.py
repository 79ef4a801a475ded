"""What someone asks about her own data."""

from django import forms

from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice
from kruispunt.people.states import RightKind


class RightForm(forms.Form):
    """One thing to ask, and room to say more."""

    kind = forms.ChoiceField(label="Wat wilt u vragen?", choices=RightKind.choices, widget=Choice)
    words = words_field("Wilt u er iets bij zeggen?", required=False)
