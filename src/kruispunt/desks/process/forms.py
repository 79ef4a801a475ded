"""What the process manager writes down: the clear question, who is invited, what was decided."""

from django import forms

from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choices


class ClearUpForm(forms.Form):
    """The clear question: what is asked and what was tried, never who asks."""

    what = words_field("Wat is er nodig?", help_text="Zonder naam, adres of ziekte.")
    tried = words_field("Wat is er geprobeerd, en wie zei nee?")


class InviteForm(forms.Form):
    """Who is invited to make an offer together."""

    organisation_ids = forms.TypedMultipleChoiceField(
        label="Wie nodigt u uit?", coerce=int, widget=Choices
    )


class DeadlineForm(forms.Form):
    """Who does it, and before when."""

    responsible_id = forms.TypedChoiceField(label="Wie doet het?", coerce=int)
    deadline = day_field("Voor wanneer?")


class AgreeForm(DeadlineForm):
    """What the parties agreed."""

    agreed = words_field("Wat is afgesproken?")


class DecideForm(DeadlineForm):
    """A decision over the heads of organisations, with its reason."""

    reason = words_field("Waarom beslist u dit?")


class EvaluateForm(forms.Form):
    """What can be learned."""

    evaluation = words_field("Wat liep er vast, en waarom?")
    proposal = words_field("Wat stelt u voor?", rows=2, required=False)
