"""Forms of the letters that ask how it goes: two minutes at most (CHK-02)."""

from django import forms

YES_NO = (("", "Kies"), ("yes", "Ja"), ("no", "Nee"))
SCORES = (
    ("", "Kies"),
    ("5", "5: heel goed"),
    ("4", "4: goed"),
    ("3", "3: gaat wel"),
    ("2", "2: niet zo goed"),
    ("1", "1: niet goed"),
)


def _yes(said: str) -> bool:
    return said == "yes"


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
    costs_more = forms.TypedChoiceField(
        label="Kost het u meer dan u dacht?",
        choices=YES_NO,
        coerce=_yes,
        error_messages={"required": "Kies ja of nee."},
    )
    as_agreed = forms.TypedChoiceField(
        label="Gaat het nog zoals u heeft afgesproken?",
        choices=YES_NO,
        coerce=_yes,
        error_messages={"required": "Kies ja of nee."},
    )
    needs = forms.CharField(
        label="Heeft u hulp nodig?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    words = forms.CharField(
        label="Wilt u nog iets vertellen?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AdviceForm(forms.Form):
    """The answer of a professional to a volunteer."""

    answer = forms.CharField(
        label="Wat raadt u aan?",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Schrijf uw antwoord op."},
    )
