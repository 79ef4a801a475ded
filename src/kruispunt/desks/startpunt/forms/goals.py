"""What someone wants to reach, what they say looking back, and the steps to less help."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kruispunt.desks.startpunt.forms.matches import SIDES
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Choices, Tick

DOMAINS = (
    ("", "Kies, of laat leeg"),
    ("home", "Wonen"),
    ("health", "Gezondheid"),
    ("care", "Zorg en ondersteuning"),
    ("children", "Kinderen en opvoeding"),
    ("learning", "Leren"),
    ("contacts", "Contact en meedoen"),
    ("work", "Werk en vrijwilligerswerk"),
    ("money", "Geld en papieren"),
)
HITCHES = (
    ("goal_too_big", "Het doel is te groot"),
    ("health", "Gezondheid"),
    ("no_fitting_offer", "Er is geen passend aanbod"),
    ("no_click", "Geen klik"),
    ("transport", "Vervoer"),
    ("money", "Geld"),
    ("motivation", "Geen zin of moed"),
    ("network", "De mensen dichtbij"),
    ("not_as_agreed", "Afspraken niet nagekomen"),
    ("other", "Iets anders"),
)
NEXT_STEPS = (
    ("go_on", "Zo doorgaan"),
    ("adjust", "Het anders doen"),
    ("step_down", "Een stap naar minder hulp"),
    ("end", "Afronden"),
)
REACHED = (("yes", "Ja"), ("partly", "Deels"), ("no", "Nog niet"))
RUNGS = (
    ("formal", "Met een beroepskracht"),
    ("buddy", "Met een vrijwilliger"),
    ("group", "In een groep"),
    ("alone", "Zelf, of met eigen mensen"),
)


def _day(label: str, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget)


def _words(label: str, *, required: bool = False, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=required, help_text=help_text, widget=widget)


class GoalForm(forms.Form):
    """A goal in someone's own words (HYB-04)."""

    words = _words("Wat wilt u bereiken?", required=True, help_text="In eigen woorden.")
    by = _day("Voor wanneer?")
    who_does_what = _words("Wie doet wat?", required=True)
    domain = forms.ChoiceField(label="Waar gaat het over?", choices=DOMAINS, required=False)
    start_situation = _words("Hoe is het nu?")
    informal = forms.BooleanField(
        label="Eigen mensen of een vrijwilliger",
        required=False,
        initial=True,
        widget=Tick("Zij doen mee"),
    )


class LookBackForm(forms.Form):
    """What works, what does not, why, how far each goal came, and what is next (CHK-03)."""

    works = _words("Wat lukt wel?", required=True)
    works_not = _words("Wat lukt niet?")
    why = forms.MultipleChoiceField(
        label="Waarom lukt het niet?", choices=HITCHES, required=False, widget=Choices
    )
    next_step = forms.ChoiceField(label="Hoe nu verder?", choices=NEXT_STEPS, widget=ChoiceInLines)
    next_words = _words("Wat spreken we daarover af?")

    def __init__(self, *args: Any, goals: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal_ids = []
        for goal_id, words in goals:
            self.goal_ids.append(goal_id)
            self.fields[f"goal_{goal_id}"] = forms.ChoiceField(
                label=f"Is dit bereikt? {words}", choices=REACHED, widget=Choice
            )

    def said(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        found = dict(self.cleaned_data)
        reached = {goal_id: found.pop(f"goal_{goal_id}") for goal_id in self.goal_ids}
        return {**found, "why": tuple(found["why"]), "reached": reached}


class PlanForm(forms.Form):
    """A day to look back together."""

    due_on = _day("Wanneer kijken we terug?")
    side = forms.ChoiceField(label="Met wie?", choices=SIDES[:2], widget=Choice)


class StepForm(forms.Form):
    """A step to less help (C12)."""

    rung = forms.ChoiceField(label="Naar wat?", choices=RUNGS, widget=ChoiceInLines)
    words = _words("Wat is de stap?", required=True)
    planned_on = _day("Wanneer?")


class HoldsForm(forms.Form):
    """Weeks after a step: what people say of it."""

    words = _words("Hoe gaat het nu?", required=True)


class FarewellForm(forms.Form):
    """How the farewell went."""

    held_on = forms.DateField(
        label="Wanneer was het?",
        help_text="Leeg betekent: vandaag.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    words = _words("Hoe was het?")
