"""Forms for anyone: at most five things to fill in, in words that everybody knows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import name_field, phone_field, words_field
from kruispunt.desks.ui.telling import TellingField
from kruispunt.desks.ui.voice import SpeakingForm
from kruispunt.desks.ui.widgets import PictureChoices, Tick

ABOUT = (
    ("BOODSCHAPPEN", _("Boodschappen")),
    ("VERVOER", _("Rijden of meegaan")),
    ("GEZELSCHAP", _("Praten en gezelligheid")),
    ("WANDELEN", _("Wandelen")),
    ("KLUS_HUIS", _("Kleine klusjes")),
    ("DIGITALE_HULP", _("Computer of telefoon")),
    ("ADMINISTRATIE", _("Post en papieren")),
    ("TAAL", _("Nederlands oefenen")),
)


class AskForm(SpeakingForm, AreaForm):
    """Five things at most, no account; only what was said and how to call back (TAX-02).

    The first one may be typed, said aloud, or pointed at.
    """

    field_order = ("words", "spoken", "given_name", "phone", "area", "for_someone_else")
    area_label = _("In welke buurt woont u?")
    area_help = _("Dan zoeken we iemand dichtbij.")

    words = TellingField(
        _("Waar wilt u hulp bij?"),
        about=ABOUT,
        help_text=_("Bijvoorbeeld: ik kom de deur niet meer uit en mis aanspraak."),
        missing=_("Schrijf op wat er is, spreek het in, of kies een plaatje."),
    )
    given_name = name_field()
    phone = phone_field()
    for_someone_else = forms.BooleanField(
        label=_("Voor wie is de vraag?"),
        required=False,
        widget=Tick(_("Ik vraag dit voor een ander, en die weet dat")),
    )

    def ask_no_name(self) -> None:
        """We know who asks: her words are enough."""
        for name in ("given_name", "phone", "area", "for_someone_else"):
            del self.fields[name]


class GiveForm(AreaForm):
    """Five fields: what, who, how to call, where; a link on a poster says by itself which one."""

    field_order = ("kinds", "description", "given_name", "phone", "area", "campagne")
    area_label = _("In welke buurt woont u?")

    kinds = forms.MultipleChoiceField(
        label=_("Wat wilt u doen?"),
        help_text=_("Kies er gerust een paar."),
        choices=ABOUT,
        widget=PictureChoices,
        error_messages={"required": _("Kies minstens één ding dat u graag doet.")},
    )
    campagne = forms.SlugField(required=False, max_length=30, widget=forms.HiddenInput)
    description = words_field(_("Wilt u er iets over vertellen?"), required=False)
    given_name = name_field()
    phone = phone_field()
