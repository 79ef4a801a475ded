"""Forms of the ambassador."""

from typing import Any

from django import forms

from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.voice import SpeakingForm
from kruispunt.desks.ui.widgets import Choice
from kruispunt.questions.states import About


class NoticeForm(SpeakingForm, AreaForm):
    """What someone heard or saw, typed or said aloud: a street is enough, no name (PRV-11)."""

    field_order = ("words", "spoken", "about", "place", "area")

    words = words_field("Wat hoorde of zag u?", rows=5)
    about = forms.ChoiceField(
        label="Waar gaat het over?", choices=About.choices, initial="question", widget=Choice
    )
    place = forms.CharField(
        label="In welke straat of flat?",
        max_length=120,
        required=False,
        help_text="Geen huisnummer.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["spoken"].label = "Liever praten? Spreek het in."
        self.fields["spoken"].help_text = "U hoeft dan niet te typen. Zeg geen naam."


# The wide-angle lens (D7): one is there anyway, so one looks around. The words are of who says it.
TOPICS = (
    ("food", "Eten, drinken en boodschappen", "Lukt het koken en het halen van boodschappen?"),
    ("house", "Huis en tuin", "Is er iets kapot, of blijft er werk liggen?"),
    ("paper", "Post, geld en formulieren", "Ligt er post die niet open gaat?"),
    ("contact", "Mensen om zich heen", "Wie komt er langs? Wie mist u?"),
    ("getting_about", "Naar buiten en vervoer", "Wanneer was u voor het laatst ergens?"),
    ("carer", "Iemand die voor een ander zorgt", "Wie zorgt er voor wie? Hoe lang al?"),
    ("talent", "Iets wat iemand goed kan", "Wat doet u graag? Wat kunt u een ander leren?"),
    ("street", "De straat of de flat", "Wat kan er beter in de straat?"),
)


class VisitForm(AreaForm):
    """All that was heard at one door; leave empty what was not spoken of."""

    place = forms.CharField(
        label="In welke straat of flat was u?", max_length=120, help_text="Geen huisnummer."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for topic, label, ask in TOPICS:
            self.fields[topic] = words_field(label, rows=2, help_text=ask, required=False)
        self.order_fields(("place", "area"))

    def by_topic(self) -> tuple[tuple[str, str], ...]:
        said = self.cleaned_data
        return tuple((topic, said[topic]) for topic, _, _ in TOPICS if said[topic])


class SolveForm(forms.Form):
    """One line about what you did."""

    outcome = forms.CharField(label="Wat deed u?", help_text="Eén regel is genoeg.", max_length=200)
