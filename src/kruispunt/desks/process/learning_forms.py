"""What sticks, what is made, and what was agreed with a partner."""

from django import forms

from kruispunt.arrangements.states.learning import Level, Stretch
from kruispunt.core.vocabulary import Kind
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Choices


class BottleneckForm(forms.Form):
    """What sticks, where, and perhaps how it can be done better."""

    stretch = forms.ChoiceField(label="Waar zit het vast?", choices=Stretch.choices)
    words = words_field("Wat gaat er mis?", help_text="Zonder namen.")
    proposal = words_field("Hoe kan het beter?", required=False)


class ProposalForm(forms.Form):
    """How it can be done better."""

    proposal = words_field("Wat stelt u voor?")


class AnswerForm(forms.Form):
    """What was decided about a proposal."""

    answer = words_field("Wat is besloten, en waarom?")


class NeedForm(forms.Form):
    """What several people ask and nobody gives."""

    kind = forms.ChoiceField(label="Wat voor hulp?", choices=Kind.choices())
    words = words_field("Wat is er nodig?", help_text="Zonder namen.")


class DesignForm(forms.Form):
    """With whom it is designed: at least one organisation and one person."""

    words = words_field("Hoe gaat het eruitzien?")
    organisation_ids = forms.TypedMultipleChoiceField(
        label="Met welke organisaties?", coerce=int, widget=Choices
    )
    residents = forms.IntegerField(
        label="Hoeveel vrijwilligers en inwoners denken mee?", min_value=0, max_value=99
    )
    with_whom = words_field(
        "Wie zijn dat?", required=False, help_text="Bijvoorbeeld: een vrijwilliger. Zonder naam."
    )


class LearnedForm(forms.Form):
    """What was learned, and the entry that shows it from now on."""

    entry = forms.ChoiceField(label="Wat staat er nu op de sociale kaart?")
    learned = words_field("Wat leerde de proef?")


class StopForm(forms.Form):
    """Why it does not come."""

    learned = words_field("Waarom gaat het niet door?")


class CovenantForm(forms.Form):
    """What was agreed, at which level, until when."""

    level = forms.ChoiceField(label="Met wie?", choices=Level.choices, widget=Choice)
    words = words_field("Wat is afgesproken?")
    until = day_field("Tot wanneer?", required=False)


class MandateForm(forms.Form):
    """The result and the competences that are asked."""

    result = words_field("Welk resultaat vraagt u?")
    competences = words_field("Wat moeten mensen daarvoor kunnen?")


class MandateAnswerForm(forms.Form):
    """Who answered for the organisation."""

    answered_by = forms.CharField(label="Wie antwoordde namens de organisatie?", max_length=200)
    yes = forms.ChoiceField(
        label="Wat was het antwoord?",
        choices=(("accept", "Ja, dit is onze opdracht"), ("decline", "Nee, dit niet")),
        widget=ChoiceInLines,
    )
