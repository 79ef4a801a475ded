"""Forms of the letters to organisations: one question each."""

from django import forms

REFUSALS = (
    ("", "Kies een reden"),
    ("not_ours", "Dit doen wij niet"),
    ("no_place", "Wij hebben geen plaats"),
    ("waiting_list", "Te lange wachttijd"),
    ("outside", "Buiten ons gebied"),
    ("needs_decision", "Eerst is een besluit van de gemeente nodig"),
    ("other", "Een andere reden"),
)


class AskBackForm(forms.Form):
    """What is not clear yet."""

    words = forms.CharField(
        label="Wat wilt u eerst weten?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat u wilt weten."},
    )


class RefuseForm(forms.Form):
    """Why it cannot be."""

    refusal = forms.ChoiceField(
        label="Waarom lukt het niet?",
        choices=REFUSALS,
        error_messages={"required": "Kies een reden. Dan zien wij wat er mist."},
    )
    remark = forms.CharField(
        label="Wilt u er iets bij zeggen?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class OfferForm(forms.Form):
    """What the organisation will do, and from when."""

    offered = forms.CharField(
        label="Wat gaat u doen?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat u gaat doen."},
    )
    starts_on = forms.DateField(
        label="Wanneer begint het?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Vul in wanneer het begint."},
    )


class BringForm(forms.Form):
    """What an organisation can bring to an offer together."""

    words = forms.CharField(
        label="Wat kan uw organisatie brengen?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat u kunt doen."},
    )
