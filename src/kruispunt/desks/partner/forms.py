"""What an organisation answers."""

from django import forms

from kruispunt.desks.ui.widgets import Choice

REFUSALS = (
    ("not_ours", "Dit doen wij niet"),
    ("no_place", "Wij hebben geen plaats"),
    ("waiting_list", "Te lange wachttijd"),
    ("outside", "Buiten ons gebied"),
    ("needs_decision", "Eerst is een besluit van de gemeente nodig"),
    ("other", "Een andere reden"),
)


class AskBackForm(forms.Form):
    """What is not clear yet."""

    words = forms.CharField(label="Wat wilt u weten?", widget=forms.Textarea(attrs={"rows": 3}))


class RefuseForm(forms.Form):
    """A no with its reason: what is missing gets counted, so that it is seen."""

    refusal = forms.ChoiceField(label="Waarom niet?", choices=REFUSALS, widget=Choice)
    remark = forms.CharField(
        label="Wilt u er iets bij zeggen?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class OfferForm(forms.Form):
    """What the organisation will do, and from when."""

    offered = forms.CharField(label="Wat gaat u doen?", widget=forms.Textarea(attrs={"rows": 3}))
    starts_on = forms.DateField(
        label="Vanaf wanneer?", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class DeliverForm(forms.Form):
    """When it began."""

    on = forms.DateField(
        label="Wanneer is het begonnen?",
        help_text="Leeg betekent: vandaag.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
