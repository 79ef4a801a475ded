"""Forms for anyone: at most five things to fill in, in words that everybody knows."""

from django import forms

from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import name_field, phone_field, words_field
from kruispunt.desks.ui.voice import SpeakingForm
from kruispunt.desks.ui.widgets import Choice, Choices, Tick
from kruispunt.matching.states import NoReason

ABOUT = (
    ("BOODSCHAPPEN", "Boodschappen"),
    ("VERVOER", "Rijden of meegaan"),
    ("GEZELSCHAP", "Praten en gezelligheid"),
    ("WANDELEN", "Wandelen"),
    ("KLUS_HUIS", "Kleine klusjes"),
    ("DIGITALE_HULP", "Computer of telefoon"),
    ("ADMINISTRATIE", "Post en papieren"),
    ("TAAL", "Nederlands oefenen"),
)


class AskForm(SpeakingForm, AreaForm):
    """Five things at most, no account; only what was said and how to call back (TAX-02).

    The first one may be typed or said aloud.
    """

    field_order = ("words", "spoken", "given_name", "phone", "area", "for_someone_else")
    area_label = "In welke buurt woont u?"
    area_help = "Dan zoeken we iemand dichtbij."

    words = words_field(
        "Waar wilt u hulp bij?",
        rows=5,
        help_text="Bijvoorbeeld: ik kom de deur niet meer uit en mis aanspraak.",
        missing="Schrijf in een paar woorden op wat er is, of spreek het in.",
    )
    given_name = name_field()
    phone = phone_field()
    for_someone_else = forms.BooleanField(
        label="Voor wie is de vraag?",
        required=False,
        widget=Tick("Ik vraag dit voor een ander, en die weet dat"),
    )


class GiveForm(AreaForm):
    """Five fields: what, who, how to call, where; a link on a poster says by itself which one."""

    field_order = ("kinds", "description", "given_name", "phone", "area", "campagne")
    area_label = "In welke buurt woont u?"

    kinds = forms.MultipleChoiceField(
        label="Wat wilt u doen?",
        help_text="Kies er gerust een paar.",
        choices=ABOUT,
        widget=Choices,
        error_messages={"required": "Kies minstens één ding dat u graag doet."},
    )
    campagne = forms.SlugField(required=False, max_length=30, widget=forms.HiddenInput)
    description = words_field("Wilt u er iets over vertellen?", required=False)
    given_name = name_field()
    phone = phone_field()


class AnswerForm(forms.Form):
    """A volunteer's yes or no; a no may say why, and need not."""

    no_reason = forms.ChoiceField(
        label="Waarom past het nu niet?",
        choices=NoReason.choices,
        required=False,
        widget=Choice,
    )
    remark = words_field("Wilt u er iets bij zeggen?", rows=2, required=False)
