"""What a volunteer wants and can do, and what was seen of it."""

from typing import Any

from django import forms

from kruispunt.core.vocabulary import TERM_MONTHS, Frequency, Intensity, Kind, Role, Training
from kruispunt.core.vocabulary.recruiting import Source
from kruispunt.desks.startpunt.forms.clarifying import HOUSE, Listed
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import SLOTS, Choice, ChoiceInLines, Choices, Tick, Week

VOG = (
    ("not_needed", "niet nodig"),
    ("requested", "aangevraagd"),
    ("in_order", "in orde"),
    ("expired", "verlopen"),
    ("not_issued", "niet inzetbaar"),
)


class OriginForm(forms.Form):
    """How somebody found us: asked once (A9)."""

    source = forms.ChoiceField(
        label="Langs welke weg?", choices=Source.choices(), widget=ChoiceInLines
    )


class CertifyForm(forms.Form):
    """Training, certificate of conduct and agreement: seen, never copied (VOG-05)."""

    trainings = forms.MultipleChoiceField(
        label="Welke training is gedaan?",
        choices=Training.choices(),
        required=False,
        widget=Choices,
    )
    vog = forms.ChoiceField(label="VOG", choices=VOG, widget=Choice)
    vog_issued_on = day_field("Datum op de VOG", required=False)
    agreed = forms.BooleanField(
        label="Afspraken",
        required=False,
        widget=Tick("De vrijwilligersovereenkomst is getekend"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("vog") == "in_order" and not said.get("vog_issued_on"):
            self.add_error("vog_issued_on", "Vul de datum in die op de VOG staat.")
        said["trainings"] = tuple(said.get("trainings") or ())
        return said


class ProfileForm(forms.Form):
    """In the volunteer's own words and in ours."""

    kinds = forms.MultipleChoiceField(
        label="Wat doet iemand graag?", choices=Kind.choices(), widget=Choices
    )
    description = words_field("In eigen woorden", rows=2, required=False)
    slots = forms.MultipleChoiceField(label="Wanneer?", choices=SLOTS, required=False, widget=Week)
    hours = forms.DecimalField(label="Uren per week", min_value=0, max_value=60, localize=True)
    max_km = forms.DecimalField(label="Hoe ver, in kilometer?", min_value=0, localize=True)
    places = forms.IntegerField(label="Hoeveel mensen tegelijk?", min_value=0, max_value=9)
    max_intensity = forms.ChoiceField(
        label="Hoe zwaar mag het zijn?", choices=Intensity.choices(), widget=Choice
    )
    roles = forms.MultipleChoiceField(
        label="Wat voor maatje?", choices=Role.choices(), required=False, widget=Choices
    )
    frequencies = forms.MultipleChoiceField(
        label="Hoe vaak?", choices=Frequency.choices(), required=False, widget=Choices
    )
    terms = forms.TypedMultipleChoiceField(
        label="Voor hoe lang?",
        choices=[(months, f"{months} maanden") for months in TERM_MONTHS],
        coerce=int,
        required=False,
        widget=Choices,
    )
    objections = forms.MultipleChoiceField(
        label="Wat liever niet?", choices=HOUSE, required=False, widget=Choices
    )
    interests = Listed(label="Houdt van", required=False)
    dislikes = Listed(label="Houdt niet van", required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        return {k: tuple(v) if isinstance(v, list) else v for k, v in said.items()}


class PupilForm(forms.Form):
    """Who follows the internship for the school, and until when."""

    mentor_id = forms.TypedChoiceField(label="Wie begeleidt vanuit school?", coerce=int)
    school_year_ends = day_field("Wanneer eindigt het schooljaar?")
