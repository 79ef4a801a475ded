"""What the process manager writes down: the clear question, who is invited, what was decided."""

from django import forms

from kruispunt.desks.ui.widgets import Choices


class ClearUpForm(forms.Form):
    """The clear question: what is asked and what was tried, never who asks."""

    what = forms.CharField(
        label="Wat is er nodig?",
        help_text="Zonder naam, adres of ziekte.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tried = forms.CharField(
        label="Wat is er geprobeerd, en wie zei nee?", widget=forms.Textarea(attrs={"rows": 3})
    )


class InviteForm(forms.Form):
    """Who is invited to make an offer together."""

    organisation_ids = forms.TypedMultipleChoiceField(
        label="Wie nodigt u uit?", coerce=int, widget=Choices
    )


class DeadlineForm(forms.Form):
    """Who does it, and before when."""

    responsible_id = forms.TypedChoiceField(label="Wie doet het?", coerce=int)
    deadline = forms.DateField(
        label="Voor wanneer?", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class AgreeForm(DeadlineForm):
    """What the parties agreed."""

    agreed = forms.CharField(label="Wat is afgesproken?", widget=forms.Textarea(attrs={"rows": 3}))


class DecideForm(DeadlineForm):
    """A decision over the heads of organisations, with its reason."""

    reason = forms.CharField(
        label="Waarom beslist u dit?", widget=forms.Textarea(attrs={"rows": 3})
    )


class EvaluateForm(forms.Form):
    """What can be learned."""

    evaluation = forms.CharField(
        label="Wat liep er vast, en waarom?", widget=forms.Textarea(attrs={"rows": 3})
    )
    proposal = forms.CharField(
        label="Wat stelt u voor?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


def choose_from(form: forms.Form, organisations: list[tuple[int, str]]) -> None:
    """Let a form choose from the organisations of this municipality."""
    for name in ("organisation_ids", "responsible_id"):
        if name in form.fields:
            form.fields[name].choices = organisations  # type: ignore[attr-defined]
