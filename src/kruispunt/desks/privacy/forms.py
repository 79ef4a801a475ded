"""What the privacy officer answers."""

from django import forms

from kruispunt.desks.ui.fields import words_field


class AnswerForm(forms.Form):
    """The answer, in words for who asked."""

    answer = words_field("Uw antwoord")
