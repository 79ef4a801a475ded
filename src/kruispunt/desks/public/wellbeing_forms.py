"""How is the volunteer herself? One minute (SIG-02)."""

from django import forms

from kruispunt.desks.public.how_it_goes_forms import SCORES, YES_NO
from kruispunt.desks.ui.widgets import ChoiceInLines

WISHES = (
    ("go_on", "Zo doorgaan"),
    ("less", "Minder doen"),
    ("rest", "Even pauze"),
    ("more", "Meer doen"),
    ("stop", "Stoppen"),
)


def _yes(said: str) -> bool:
    return said == "yes"


class WellbeingForm(forms.Form):
    """How are you, is it too much, did your life change, what would you like?"""

    feels = forms.TypedChoiceField(
        label="Hoe gaat het met u?",
        choices=SCORES,
        coerce=int,
        error_messages={"required": "Kies hoe het gaat."},
    )
    too_much = forms.TypedChoiceField(
        label="Is het u te veel?",
        choices=YES_NO,
        coerce=_yes,
        error_messages={"required": "Kies ja of nee."},
    )
    life_changed = forms.TypedChoiceField(
        label="Is er iets groots veranderd in uw leven?",
        help_text="Bijvoorbeeld ander werk, verhuizen of ziek zijn.",
        choices=YES_NO,
        coerce=_yes,
        error_messages={"required": "Kies ja of nee."},
    )
    wish = forms.ChoiceField(label="Wat wilt u?", choices=WISHES, widget=ChoiceInLines)
    words = forms.CharField(
        label="Wilt u nog iets vertellen?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
