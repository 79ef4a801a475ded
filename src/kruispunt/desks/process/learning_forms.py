"""What sticks, what is made, and what was agreed with a partner."""

from django import forms

from kruispunt.core.vocabulary import Kind
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Choices

STRETCHES = (
    ("signal", "Signaal"),
    ("clarify", "Verhelderen"),
    ("search", "Zoeken"),
    ("referral", "Doorverwijzen"),
    ("start", "Beginnen"),
    ("accompany", "Begeleiden"),
    ("ending", "Afronden"),
    ("rules", "Regels van buiten"),
)
LEVELS = (("board", "Bestuur"), ("direction", "Directie"), ("operations", "Werkvloer"))


def _words(label: str, *, required: bool = True, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=required, help_text=help_text, widget=widget)


class BottleneckForm(forms.Form):
    """What sticks, where, and perhaps how it can be done better."""

    stretch = forms.ChoiceField(label="Waar zit het vast?", choices=STRETCHES)
    words = _words("Wat gaat er mis?", help_text="Zonder namen.")
    proposal = _words("Hoe kan het beter?", required=False)


class ProposalForm(forms.Form):
    """How it can be done better."""

    proposal = _words("Wat stelt u voor?")


class AnswerForm(forms.Form):
    """What was decided about a proposal."""

    answer = _words("Wat is besloten, en waarom?")


class NeedForm(forms.Form):
    """What several people ask and nobody gives."""

    kind = forms.ChoiceField(label="Wat voor hulp?", choices=Kind.choices())
    words = _words("Wat is er nodig?", help_text="Zonder namen.")


class DesignForm(forms.Form):
    """With whom it is designed: at least one organisation and one person."""

    words = _words("Hoe gaat het eruitzien?")
    organisation_ids = forms.TypedMultipleChoiceField(
        label="Met welke organisaties?", coerce=int, widget=Choices
    )
    residents = forms.IntegerField(
        label="Hoeveel vrijwilligers en inwoners denken mee?", min_value=0, max_value=99
    )
    with_whom = _words(
        "Wie zijn dat?", required=False, help_text="Bijvoorbeeld: een vrijwilliger. Zonder naam."
    )


class LearnedForm(forms.Form):
    """What was learned, and the entry that shows it from now on."""

    entry = forms.ChoiceField(label="Wat staat er nu op de sociale kaart?")
    learned = _words("Wat leerde de proef?")


class StopForm(forms.Form):
    """Why it does not come."""

    learned = _words("Waarom gaat het niet door?")


class CovenantForm(forms.Form):
    """What was agreed, at which level, until when."""

    level = forms.ChoiceField(label="Met wie?", choices=LEVELS, widget=Choice)
    words = _words("Wat is afgesproken?")
    until = forms.DateField(
        label="Tot wanneer?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class MandateForm(forms.Form):
    """The result and the competences that are asked."""

    result = _words("Welk resultaat vraagt u?")
    competences = _words("Wat moeten mensen daarvoor kunnen?")


class MandateAnswerForm(forms.Form):
    """Who answered for the organisation."""

    answered_by = forms.CharField(label="Wie antwoordde namens de organisatie?", max_length=200)
    yes = forms.ChoiceField(
        label="Wat was het antwoord?",
        choices=(("accept", "Ja, dit is onze opdracht"), ("decline", "Nee, dit niet")),
        widget=ChoiceInLines,
    )
