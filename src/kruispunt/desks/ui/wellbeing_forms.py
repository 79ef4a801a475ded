"""How is the volunteer herself? One minute (SIG-02)."""

from django import forms

from kruispunt.arrangements.states.guidance import Wish
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.how_it_goes_forms import SCORES, yes_field
from kruispunt.desks.ui.widgets import ChoiceInLines

# Stopping last: it is always possible, and never the first thought.
WISHES = [
    (one.value, one.label) for one in (Wish.GO_ON, Wish.LESS, Wish.REST, Wish.MORE, Wish.STOP)
]


class WellbeingForm(forms.Form):
    """How are you, is it too much, did your life change, what would you like?"""

    feels = forms.TypedChoiceField(
        label="Hoe gaat het met u?",
        choices=SCORES,
        coerce=int,
        error_messages={"required": "Kies hoe het gaat."},
    )
    too_much = yes_field("Is het u te veel?")
    life_changed = yes_field(
        "Is er iets groots veranderd in uw leven?",
        help_text="Bijvoorbeeld ander werk, verhuizen of ziek zijn.",
    )
    wish = forms.ChoiceField(label="Wat wilt u?", choices=WISHES, widget=ChoiceInLines)
    words = words_field("Wilt u nog iets vertellen?", rows=2, required=False)
