"""Forms of the letters to organisations: one question each."""

from django import forms

from kruispunt.arrangements.states.reasons import RefusalReason
from kruispunt.desks.ui.fields import day_field, words_field

REFUSALS = [("", "Kies een reden"), *RefusalReason.choices]


class AskBackForm(forms.Form):
    """What is not clear yet."""

    words = words_field("Wat wilt u eerst weten?", missing="Schrijf op wat u wilt weten.")


class RefuseForm(forms.Form):
    """Why it cannot be."""

    refusal = forms.ChoiceField(
        label="Waarom lukt het niet?",
        choices=REFUSALS,
        error_messages={"required": "Kies een reden. Dan zien wij wat er mist."},
    )
    remark = words_field("Wilt u er iets bij zeggen?", rows=2, required=False)


class OfferForm(forms.Form):
    """What the organisation will do, and from when."""

    offered = words_field("Wat gaat u doen?", missing="Schrijf op wat u gaat doen.")
    starts_on = day_field("Wanneer begint het?", missing="Vul in wanneer het begint.")


class BringForm(forms.Form):
    """What an organisation can bring to an offer together, or that it has nothing to bring."""

    words = words_field(
        "Wat kan uw organisatie brengen?", rows=4, missing="Schrijf op wat u kunt doen."
    )
