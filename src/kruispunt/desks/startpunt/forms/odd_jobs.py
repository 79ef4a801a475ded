"""A small job: what it is, whether it fits, who comes when, and how it went (SM-12)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from kruispunt.arrangements.states.odd_jobs import Part, Satisfied
from kruispunt.core.odd_jobs import ForWhom, OddJob
from kruispunt.desks.startpunt.forms.clarifying import LEVELS
from kruispunt.desks.ui.fields import day_field, is_yes, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Tick

ODD_KINDS = (("KLUS_HUIS", "In huis"), ("KLUS_TUIN", "In de tuin of buiten"))
YES_NO = (("yes", "Ja"), ("no", "Nee"))


def _yes_no(label: str, help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, help_text=help_text, choices=YES_NO, coerce=is_yes, widget=Choice
    )


def _money(label: str, help_text: str, *, required: bool = True) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        min_value=Decimal(0),
        max_value=Decimal(500),
        decimal_places=2,
        localize=True,
        required=required,
    )


class RequestForm(forms.Form):
    """What must be done, and where."""

    words = words_field(
        "Wat moet er gebeuren?", rows=2, help_text="Wie komt, moet weten wat mee moet."
    )
    kind = forms.ChoiceField(label="Waar is het?", choices=ODD_KINDS, widget=Choice)


class JudgeForm(forms.Form):
    """What the rules want to know."""

    for_whom = forms.ChoiceField(
        label="Voor wie is de klus?", choices=ForWhom.choices(), widget=ChoiceInLines
    )
    self_reliance = forms.TypedChoiceField(
        label="Hoe zelfredzaam is deze persoon?", choices=LEVELS, coerce=int, widget=ChoiceInLines
    )
    hours = forms.DecimalField(
        label="Hoeveel uur werk is het?",
        min_value=Decimal("0.1"),
        max_value=Decimal(40),
        decimal_places=2,
        localize=True,
    )
    certified = _yes_no("Is er een vakman voor nodig?", "Zoals bij gas, de meterkast of het dak.")
    paid_work = _yes_no(
        "Wordt iemand hier normaal voor betaald?", "Een bedrijf, de verhuurder of de gemeente."
    )
    materials_only = _yes_no("Betaalt de inwoner alleen het materiaal?")

    def answers(self) -> OddJob:
        said = {name: self.cleaned_data[name] for name in OddJob.__dataclass_fields__}
        return OddJob(**said)


class DecideJobForm(forms.Form):
    """A person confirms what the rules propose, or says why not."""

    fits = forms.TypedChoiceField(
        label="Uw besluit",
        choices=(("yes", "Wij doen deze klus"), ("no", "Dit past hier niet")),
        coerce=is_yes,
        widget=Choice,
    )
    reason = words_field(
        "Waarom wijkt u af?",
        rows=2,
        required=False,
        help_text="Alleen nodig als u iets anders kiest dan het voorstel.",
    )


class VisitForm(forms.Form):
    """Who comes, when, and what the materials may cost: agreed with both."""

    on = day_field("Op welke dag?")
    part = forms.ChoiceField(label="Welk deel van de dag?", choices=Part.choices, widget=Choice)
    materials = _money(
        "Hoeveel mag het materiaal kosten?", "In euro. De inwoner betaalt dit, met een bon."
    )

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["volunteering_id"] = forms.TypedChoiceField(
            label="Wie komt er?",
            choices=list(people),
            coerce=int,
            widget=ChoiceInLines,
            error_messages={"required": "Kies wie er komt."},
        )
        self.fields["agreed"] = forms.BooleanField(
            label="Afgesproken?",
            widget=Tick("De inwoner en de vrijwilliger zeiden allebei ja"),
            error_messages={"required": "Vraag het eerst aan allebei."},
        )
        self.order_fields(("volunteering_id", "on", "part", "materials", "agreed"))


class FinishForm(forms.Form):
    """How long it took, and what the materials cost in the end."""

    minutes = forms.IntegerField(label="Hoeveel minuten duurde het?", min_value=1, max_value=600)
    materials = _money("Wat kostte het materiaal?", "Laat leeg als het klopt.", required=False)


class HearForm(forms.Form):
    """What the resident says of it."""

    satisfied = forms.ChoiceField(
        label="Is het goed?", choices=Satisfied.choices, widget=ChoiceInLines
    )
    said = words_field("Wat zegt de inwoner?", rows=2, required=False)


class CancelForm(forms.Form):
    """Why it need not be done any more; nobody has to say."""

    reason = words_field("Waarom niet meer?", rows=2, required=False)
