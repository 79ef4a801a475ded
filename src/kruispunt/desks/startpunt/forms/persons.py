"""Who someone is and what they ask, at the desk or by phone."""

from django import forms

from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice

INTAKES = (("desk", "aan de balie"), ("phone", "telefoon"), ("paper", "op papier"))


class PersonForm(AreaForm):
    """Who someone is and how to reach them: a name is enough to begin with."""

    given_name = forms.CharField(label="Voornaam", max_length=60)
    surname = forms.CharField(label="Achternaam", max_length=80, required=False)
    phone = forms.CharField(
        label="Telefoon",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    street = forms.CharField(label="Straat en huisnummer", max_length=120, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    city = forms.CharField(label="Plaats", max_length=80, required=False)
    area_label = "Buurt"


class IntakeForm(PersonForm):
    """A question that someone asks at the desk or by phone."""

    words = words_field(
        "Wat vraagt iemand?", rows=4, help_text="In de eigen woorden van deze persoon."
    )
    intake = forms.ChoiceField(
        label="Hoe kwam de vraag binnen?", choices=INTAKES, initial="desk", widget=Choice
    )
    field_order = ("words", "intake")
