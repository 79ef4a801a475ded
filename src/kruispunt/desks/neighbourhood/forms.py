"""What the neighbourhood team answers."""

from django import forms

from kruispunt.desks.ui.fields import words_field


class PassOnForm(forms.Form):
    """Who must do it."""

    to = forms.CharField(
        label="Wie moet dit doen?", help_text="Zoals: de gemeente, de woningcorporatie.",
        max_length=120,
    )  # fmt: skip


class AnswerForm(forms.Form):
    """What came of it."""

    outcome = words_field("Wat gebeurde ermee?", help_text="Wie het doorgaf, krijgt dit te lezen.")
