"""What an organisation answers."""

from django import forms

from kruispunt.arrangements.states.reasons import RefusalReason
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice


class AskBackForm(forms.Form):
    """What is not clear yet."""

    words = words_field("Wat wilt u weten?")


class RefuseForm(forms.Form):
    """A no with its reason: what is missing gets counted, so that it is seen."""

    refusal = forms.ChoiceField(label="Waarom niet?", choices=RefusalReason.choices, widget=Choice)
    remark = words_field("Wilt u er iets bij zeggen?", rows=2, required=False)


class OfferForm(forms.Form):
    """What the organisation will do, and from when."""

    offered = words_field("Wat gaat u doen?")
    starts_on = day_field("Vanaf wanneer?")


class DeliverForm(forms.Form):
    """When it began."""

    on = day_field("Wanneer is het begonnen?", help_text="Leeg betekent: vandaag.", required=False)
