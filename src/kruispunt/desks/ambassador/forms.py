"""Forms of the ambassador."""

from django import forms

from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.widgets import Choice

ABOUT = (
    ("question", "Een vraag"),
    ("talent", "Een talent"),
    ("carer", "Een mantelzorger"),
    ("liveability", "De buurt"),
)


class NoticeForm(AreaForm):
    """What someone heard or saw: a street is enough, a name is not asked (PRV-11)."""

    words = forms.CharField(label="Wat hoorde of zag u?", widget=forms.Textarea(attrs={"rows": 5}))
    about = forms.ChoiceField(
        label="Waar gaat het over?", choices=ABOUT, initial="question", widget=Choice
    )
    place = forms.CharField(
        label="In welke straat of flat?",
        max_length=120,
        required=False,
        help_text="Geen huisnummer.",
    )
