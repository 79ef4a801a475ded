"""What a volunteer answers to a question for help: by the link in her letter, or on the phone."""

from django import forms

from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.widgets import Choice
from kruispunt.matching.states import NoReason


class AnswerForm(forms.Form):
    """A volunteer's yes or no; a no may say why, and need not."""

    no_reason = forms.ChoiceField(
        label="Waarom past het nu niet?",
        choices=NoReason.choices,
        required=False,
        widget=Choice,
    )
    remark = words_field("Wilt u er iets bij zeggen?", rows=2, required=False)
