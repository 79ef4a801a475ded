"""What somebody saw, the steps after it, and the five questions (MLD-02, MLD-03)."""

from typing import Any

from django import forms

from kruispunt.desks.ui.fields import day_field, is_yes, let_choose, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Tick
from kruispunt.safety.states import ConcernKind

YES_NO = (("yes", "Ja"), ("no", "Nee"))
UNSURE = (("yes", "Ja"), ("no", "Nee"), ("unsure", "Weet ik niet"))
# In our own words: what a professional weighs before deciding.
QUESTIONS = (
    ("signs", "Zijn er tekenen van geweld of verwaarlozing?"),
    ("unsafe", "Is iemand nu niet veilig, of steeds weer niet veilig?"),
    ("can_help", "Kunt u met anderen hulp regelen die echt iets verandert?"),
    ("will_take_help", "Willen de mensen zelf die hulp, en doen zij mee?"),
    ("gets_safe", "Wordt het daarmee op tijd veilig, en blijft het zo?"),
)
SAY = "Schrijf hier iets op."
THE_RULE = "Is iemand niet veilig? Dan is de regel: bel Veilig Thuis. U beslist."


class ConcernForm(forms.Form):
    """Facts and a day: what you saw or heard yourself."""

    kind = forms.ChoiceField(
        label="Wat is er?", choices=ConcernKind.choices, initial="worry", widget=ChoiceInLines
    )
    acute = forms.TypedChoiceField(
        label="Is er nu gevaar?",
        help_text="Ja? Bel eerst 112.",
        choices=YES_NO,
        coerce=is_yes,
        widget=Choice,
    )
    words = words_field(
        "Wat zag of hoorde u?", help_text="Schrijf op wat u zelf zag. Geen oordeel.", missing=SAY
    )
    seen_on = day_field("Wanneer was dat?")
    about = words_field(
        "Over wie gaat het?", required=False, help_text="Alleen als u dat wilt zeggen."
    )
    match_id = forms.TypedChoiceField(
        label="Gaat het over iemand met wie u optrekt?",
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, matches: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if matches:
            let_choose(self, match_id=[("", "Nee"), *((str(pk), name) for pk, name in matches)])
        else:
            del self.fields["match_id"]


class NoteForm(forms.Form):
    """One step, in words."""

    words = words_field("Wat is er gedaan of gezegd?", missing=SAY)


class WeighForm(forms.Form):
    """The five questions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in QUESTIONS:
            self.fields[name] = forms.ChoiceField(label=label, choices=UNSURE, widget=Choice)
        self.fields["words"] = words_field("Waarom denkt u dat?", missing=SAY)

    def said(self) -> dict[str, Any]:
        answers = {name: self.cleaned_data[name] for name, _ in QUESTIONS}
        return {"answers": answers, "words": self.cleaned_data["words"]}


class DecideForm(forms.Form):
    """Who does what; a report without a yes asks for its reason (MLD-05)."""

    to_veilig_thuis = forms.TypedChoiceField(
        label="Meldt u het bij Veilig Thuis?",
        help_text="Bel 0800-2000. Dit programma meldt niets voor u.",
        choices=YES_NO,
        coerce=is_yes,
        widget=Choice,
    )
    help_by = words_field("Wie doet wat, en wanneer?", missing=SAY)
    without_consent = words_field(
        "Zonder ja van de mensen zelf? Waarom?",
        required=False,
        help_text="Veilig Thuis mag u ook zonder hun ja vertellen wat u weet. Schrijf op waarom.",
    )
    words = words_field("Wat besluit u?", missing=SAY)


class IncidentForm(forms.Form):
    """Damage or injury while helping (VZK-02)."""

    happened_on = day_field("Wanneer was het?")
    words = words_field("Wat gebeurde er?", missing=SAY)
    damage = words_field("Wat ging er stuk?", required=False)
    injury = words_field("Is er iemand gewond? Wat heeft die persoon?", required=False)
    own_insurance = forms.BooleanField(
        label="Eigen verzekering",
        required=False,
        widget=Tick("Ik heb mijn eigen verzekering gebeld"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("damage") and not said.get("injury"):
            self.add_error("damage", "Schrijf op wat er stuk ging of wie gewond is.")
        return said
