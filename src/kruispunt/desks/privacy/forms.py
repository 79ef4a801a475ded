"""What the privacy officer answers."""

from django import forms


class AnswerForm(forms.Form):
    """The answer, in words for who asked."""

    answer = forms.CharField(label="Uw antwoord", widget=forms.Textarea(attrs={"rows": 3}))
