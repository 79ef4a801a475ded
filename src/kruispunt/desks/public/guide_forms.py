"""What is asked of someone who chooses a guide, writes on the sheet, or looks back."""

from typing import Any

from django import forms

from kruispunt.arrangements.states.guides import NoteSort
from kruispunt.core.vocabulary import SocialField
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice, Tick

ONE_TO_FIVE = [(number, str(number)) for number in range(1, 6)]


class WhoChoosesForm(forms.Form):
    """Whoever is known here need not say it again."""

    field = forms.ChoiceField(
        label="Waar gaat het over?",
        required=False,
        choices=[("", "Dat weet ik nog niet"), *SocialField.choices()],
    )
    words = words_field(
        "Wilt u er iets over zeggen?", help_text="Alleen uw meedenker leest dit.", required=False
    )
    given_name = forms.CharField(
        label="Hoe heet u?", max_length=60, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="Op welk nummer belt uw meedenker u?",
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["given_name"], self.fields["phone"]


class ChooseForm(forms.Form):
    """Which guide."""

    guide_id = forms.IntegerField()


class NoteForm(forms.Form):
    """One line of the sheet."""

    sort = forms.ChoiceField(label="Waar gaat het over?", choices=NoteSort.choices)
    words = words_field("Schrijf het op", rows=2)


class VoiceForm(forms.Form):
    """How it was; nobody can see who said it."""

    chose_myself = forms.BooleanField(
        label="Wie koos?", required=False, widget=Tick("Ik koos mijn meedenker zelf")
    )
    stood_beside_me = forms.TypedChoiceField(
        label="Stond uw meedenker naast u? 1 is nee, 5 is ja.",
        choices=ONE_TO_FIVE,
        coerce=int,
        widget=Choice,
    )
    knew_the_way = forms.TypedChoiceField(
        label="Wist uw meedenker de weg? 1 is nee, 5 is ja.",
        choices=ONE_TO_FIVE,
        coerce=int,
        widget=Choice,
    )
    words = words_field("Wilt u iets zeggen?", rows=2, required=False)
