"""What someone asks about her own data."""

from django import forms

from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice

RIGHTS = (
    ("look_again", "Kijk opnieuw naar wat er over mij besloten is"),
    ("correct", "Verbeter wat niet klopt"),
    ("delete", "Verwijder mijn gegevens"),
    ("copy", "Stuur mij alles op papier"),
)


class RightForm(forms.Form):
    """One thing to ask, and room to say more."""

    kind = forms.ChoiceField(label="Wat wilt u vragen?", choices=RIGHTS, widget=Choice)
    words = words_field("Wilt u er iets bij zeggen?", required=False)
