"""Whom to ask, what two people agreed, and how it ended."""

from django import forms

from kruispunt.arrangements.states.reasons import DeclineReason, EndReason, Side
from kruispunt.core.vocabulary import TERM_MONTHS, Frequency
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, Tick


class InviteForm(forms.Form):
    """What the volunteer gets to read: functional words, a coarse place, no name."""

    words = words_field(
        "Wat leest de vrijwilliger?", rows=5, help_text="Gewone woorden over wat er te doen is."
    )


class MetForm(forms.Form):
    """When they met."""

    met_on = day_field(
        "Wanneer was de kennismaking?", help_text="Leeg betekent: vandaag.", required=False
    )


class AgreementForm(forms.Form):
    """What two people agree on paper (MAT-05)."""

    activity = forms.CharField(label="Wat gaan jullie doen?", max_length=200)
    frequency = forms.ChoiceField(label="Hoe vaak?", choices=Frequency.choices(), widget=Choice)
    term_months = forms.TypedChoiceField(
        label="Voor hoe lang?",
        choices=[(str(months), f"{months} maanden") for months in TERM_MONTHS],
        coerce=int,
        widget=Choice,
    )
    boundaries = words_field("Wat hoort er niet bij?", rows=2, required=False)
    absence = words_field("Wat als iemand niet kan?", rows=2, required=False)


class RenewForm(forms.Form):
    """For how long two people go on, once both said that they want to (MAT-05)."""

    term_months = forms.TypedChoiceField(
        label="Hoe lang gaan zij verder?",
        choices=[(str(months), f"{months} maanden") for months in TERM_MONTHS],
        coerce=int,
        widget=Choice,
    )

    def offer(self, terms: tuple[int, ...]) -> None:
        """Show only the terms that may be agreed here."""
        field = self.fields["term_months"]
        field.choices = [(str(term), f"{term} maanden") for term in terms]  # type: ignore[attr-defined]
        field.widget.choices = field.choices  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """Why it ends, and who said so: nobody is to blame (SIG-03)."""

    reason = forms.ChoiceField(label="Waarom stopt het?", choices=EndReason.choices)
    ended_by = forms.ChoiceField(label="Wie wilde stoppen?", choices=Side.choices, widget=Choice)
    planned = forms.BooleanField(
        label="Afgesproken einde?", required=False, widget=Tick("Ja, dit was zo afgesproken")
    )


class DeclineForm(forms.Form):
    """Who would rather not, and why if that was said (MAT-04)."""

    side = forms.ChoiceField(
        label="Wie zei nee?",
        choices=[(one.value, one.label) for one in (Side.RESIDENT, Side.VOLUNTEER)],
        widget=Choice,
    )
    why = forms.ChoiceField(
        label="Waarom, als dat gezegd is?",
        choices=DeclineReason.choices,
        required=False,
        widget=Choice,
    )


class PauseForm(forms.Form):
    """Why they do not see each other for a while."""

    why = words_field(
        "Waarom, en tot wanneer ongeveer?",
        rows=2,
        required=False,
        help_text="Mag leeg blijven. Schrijf geen ziekte op.",
    )


class BackUpForm(forms.Form):
    """Which professional the volunteer may ask for advice."""

    person_id = forms.TypedChoiceField(label="Welke beroepskracht?", coerce=int)


class GoodToKnowForm(forms.Form):
    """What the volunteer may know, read to the resident and approved (PRV-05, PRV-06)."""

    good_to_know = words_field(
        "Goed om te weten",
        help_text="Lees het voor. Alleen wat de inwoner goed vindt. Schrijf geen ziekte op.",
    )


class LiftForm(forms.Form):
    """Why somebody is looked for, although others go first now."""

    because = words_field("Waarom zoekt u toch?", rows=2)
