"""Forms of the fixed day, of two people or a group: which one, and what about this one time."""

from typing import Any

from django import forms

from kruispunt.arrangements.states.reasons import Side
from kruispunt.core.rhythm import Every, Rhythm
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, Tick

SIDES = (
    (Side.RESIDENT, "De inwoner"),
    (Side.VOLUNTEER, "De vrijwilliger"),
    (Side.BOTH, "Allebei, of wij"),
)


def time_field(label: str, *, required: bool = True) -> forms.TimeField:
    """An hour of the day, chosen in the browser's own clock."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=required, widget=widget)


class RhythmForm(forms.Form):
    """The day on which two people see each other."""

    every = forms.ChoiceField(
        label="Hoe vaak?", choices=Every.choices(), initial=Every.WEEK, widget=Choice
    )
    first_on = day_field(
        "Wanneer is de eerste keer?", help_text="Dit is ook de dag van de week voor daarna."
    )
    at = time_field("Hoe laat begint het?")
    until = time_field("Hoe laat is het klaar?")
    on_holidays = forms.BooleanField(
        label="Feestdagen", required=False, widget=Tick("Het gaat op feestdagen ook door")
    )

    def rhythm(self) -> Rhythm:
        said = self.cleaned_data
        return Rhythm(**{**said, "every": Every(said["every"])})


class OtherDayForm(forms.Form):
    """Not this time, or on another day."""

    how = forms.ChoiceField(
        label="Wat wilt u?",
        choices=(("call_off", "Deze keer overslaan"), ("move_day", "Een andere dag kiezen")),
        widget=Choice,
    )
    to = day_field("Welke dag wordt het?", required=False)
    at = time_field("Hoe laat?", required=False)
    words = words_field(
        "Wilt u er iets bij zeggen?",
        rows=2,
        required=False,
        help_text="De ander leest dit. Schrijf niet op of u ziek bent of wat u hebt.",
    )

    def __init__(self, *args: Any, for_others: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_others:
            self.fields["side"] = forms.ChoiceField(
                label="Wie kan er niet?", choices=SIDES, widget=Choice
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("how") == "move_day":
            for name, missing in (("to", "Kies een dag."), ("at", "Kies een tijd.")):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, missing)
        return said


class DaysForm(RhythmForm):
    """The day on which a group comes together."""

    last_on = day_field(
        "Tot en met welke dag?", required=False, help_text="Laat dit leeg als er geen einde is."
    )


class DayForm(OtherDayForm):
    """One time of a group: not, or on another day."""

    words = words_field(
        "Wilt u er iets bij zeggen?",
        rows=2,
        required=False,
        help_text="Iedereen die meedoet leest dit.",
    )
