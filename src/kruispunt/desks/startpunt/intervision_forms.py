"""What is asked about intervision: a group, a day, who was there."""

from django import forms

from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choices


class GroupForm(forms.Form):
    """A name, who leads it, and where."""

    name = forms.CharField(label="Hoe heet de groep?", max_length=80)
    facilitator_id = forms.TypedChoiceField(label="Wie leidt de groep?", coerce=int)
    where = forms.CharField(label="Waar?", required=False, max_length=120)


class JoinForm(forms.Form):
    """Who takes part."""

    volunteering_id = forms.TypedChoiceField(label="Wie doet er mee?", coerce=int)


class MeetingForm(forms.Form):
    """When, where, for how many, and who prepares it."""

    on = day_field("Wanneer?")
    owner_id = forms.TypedChoiceField(label="Wie bereidt het voor?", coerce=int)
    where = forms.CharField(
        label="Waar?", help_text="Leeg is: op de vaste plek.", required=False, max_length=120
    )
    places = forms.IntegerField(label="Hoeveel plaatsen?", min_value=2, max_value=40, initial=8)


class HeldForm(forms.Form):
    """Who was there, and what the group takes with it."""

    present = forms.TypedMultipleChoiceField(
        label="Wie was er?", coerce=int, required=False, widget=Choices
    )
    learned = words_field(
        "Wat neemt de groep mee?",
        help_text="Zonder namen, ook niet van wie iemand helpt.",
        required=False,
        rows=3,
    )
    minutes = forms.IntegerField(
        label="Hoeveel minuten werk was het?", required=False, min_value=1, max_value=600
    )


class CallOffForm(forms.Form):
    """Why it does not take place."""

    why = forms.CharField(label="Waarom gaat het niet door?", max_length=200)


class TalkForm(forms.Form):
    """What somebody said who was often not there."""

    said = words_field("Wat sprak u af?", rows=2)
