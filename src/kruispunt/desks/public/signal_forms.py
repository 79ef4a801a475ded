"""What people of an organisation pass on by their link: one minute, no account (D15, B7)."""

from django import forms

from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice, Tick
from kruispunt.questions.states import About


class PassOnForm(AreaForm):
    """What somebody saw at work; the street is enough."""

    words = words_field(
        "Wat viel u op?", rows=4, help_text="Schrijf geen naam op. De straat is genoeg."
    )
    about = forms.ChoiceField(
        label="Waar gaat het over?", choices=About.choices, initial="question", widget=Choice
    )
    place = forms.CharField(label="In welke straat?", max_length=120, required=False)
    speaker = forms.CharField(
        label="Uw naam", help_text="Dan hoort u wat ermee gebeurt.", max_length=60, required=False
    )
    email = forms.EmailField(label="Uw e-mailadres", required=False)


class PracticeForm(forms.Form):
    """From the consulting room: with the yes of who it is about, and in one line why."""

    given_name = forms.CharField(label="Voornaam van de patiënt", max_length=60)
    phone = forms.CharField(
        label="Telefoon van de patiënt",
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    words = words_field("Waar gaat het om?", rows=2, help_text="In één zin. Geen diagnose.")
    agrees = forms.BooleanField(
        label="Toestemming",
        widget=Tick("De patiënt vindt het goed dat het Startpunt belt"),
        error_messages={"required": "Zonder ja van de patiënt kan dit niet."},
    )
    speaker = forms.CharField(label="Uw naam", max_length=60)
    email = forms.EmailField(label="Uw e-mailadres", help_text="Daar hoort u of het lukte.")
