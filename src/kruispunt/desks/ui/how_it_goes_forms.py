"""Forms of the letters that ask how it goes: two minutes at most (CHK-02)."""

from django import forms

from kruispunt.desks.ui.fields import is_yes, words_field

YES_NO = (("", "Kies"), ("yes", "Ja"), ("no", "Nee"))
SCORES = (
    ("", "Kies"),
    ("5", "5: heel goed"),
    ("4", "4: goed"),
    ("3", "3: gaat wel"),
    ("2", "2: niet zo goed"),
    ("1", "1: niet goed"),
)


def yes_field(label: str, *, help_text: str = "") -> forms.TypedChoiceField:
    """Yes or no, and not by accident: nothing is chosen beforehand."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=YES_NO,
        coerce=is_yes,
        error_messages={"required": "Kies ja of nee."},
    )


class HowItGoesForm(forms.Form):
    """Did you meet, how is it, does it cost more, is it as agreed, what do you need?"""

    times_met = forms.IntegerField(
        label="Hoe vaak zag u elkaar sinds de vorige keer?",
        min_value=0,
        max_value=100,
        error_messages={"required": "Vul een getal in. Het mag ook 0 zijn."},
    )
    contact_score = forms.TypedChoiceField(
        label="Hoe is het contact?",
        choices=SCORES,
        coerce=int,
        error_messages={"required": "Kies hoe het gaat."},
    )
    costs_more = yes_field("Kost het u meer dan u dacht?")
    as_agreed = yes_field("Gaat het nog zoals u heeft afgesproken?")
    needs = words_field("Heeft u hulp nodig?", rows=2, required=False)
    words = words_field("Wilt u nog iets vertellen?", rows=2, required=False)


class AdviceForm(forms.Form):
    """The answer of a professional to a volunteer."""

    answer = words_field("Wat raadt u aan?", rows=5, missing="Schrijf uw antwoord op.")
