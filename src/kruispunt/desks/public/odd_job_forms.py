"""A small job: asked at the door in five fields, and afterwards: is it good? (SM-12)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kruispunt.arrangements.states.odd_jobs import Satisfied
from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import name_field, phone_field, words_field
from kruispunt.desks.ui.widgets import ChoiceInLines, PictureChoice

WHERE = (("KLUS_HUIS", _("In huis")), ("KLUS_TUIN", _("In de tuin of buiten")))


class OddJobForm(AreaForm):
    """What, where, who, how to call, and in which neighbourhood."""

    field_order = ("words", "kind", "given_name", "phone", "area")
    area_label = _("In welke buurt woont u?")
    area_help = _("Dan zoeken we iemand dichtbij.")

    words = words_field(
        _("Wat moet er gebeuren?"),
        help_text=_("Bijvoorbeeld: de lamp op de trap is stuk, ik kan er niet bij."),
        missing=_("Schrijf in een paar woorden op wat er moet gebeuren."),
    )
    kind = forms.ChoiceField(
        label=_("Waar is het?"),
        choices=WHERE,
        widget=PictureChoice,
        error_messages={"required": _("Kies waar het is.")},
    )
    given_name = name_field()
    phone = phone_field()


class HowWasItForm(forms.Form):
    """One choice, and a word if one likes."""

    satisfied = forms.ChoiceField(
        label="Is het goed zo?",
        choices=Satisfied.choices,
        widget=ChoiceInLines,
        error_messages={"required": "Kies wat u ervan vindt."},
    )
    said = words_field("Wilt u er iets bij zeggen?", rows=2, required=False)
