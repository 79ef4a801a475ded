"""What someone wants to reach, what they say looking back, and the steps to less help."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kruispunt.arrangements.states.goals import Domain, Hitch, NextStep, Reached, Rung
from kruispunt.arrangements.states.reasons import Side
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Choices, Tick

DOMAINS = [("", "Kies, of laat leeg"), *Domain.choices]


class GoalForm(forms.Form):
    """A goal in someone's own words (HYB-04)."""

    words = words_field("Wat wilt u bereiken?", rows=2, help_text="In eigen woorden.")
    by = day_field("Voor wanneer?")
    who_does_what = words_field("Wie doet wat?", rows=2)
    domain = forms.ChoiceField(label="Waar gaat het over?", choices=DOMAINS, required=False)
    start_situation = words_field("Hoe is het nu?", rows=2, required=False)
    informal = forms.BooleanField(
        label="Eigen mensen of een vrijwilliger",
        required=False,
        initial=True,
        widget=Tick("Zij doen mee"),
    )


class LookBackForm(forms.Form):
    """What works, what does not, why, how far each goal came, and what is next (CHK-03)."""

    works = words_field("Wat lukt wel?", rows=2)
    works_not = words_field("Wat lukt niet?", rows=2, required=False)
    why = forms.MultipleChoiceField(
        label="Waarom lukt het niet?", choices=Hitch.choices, required=False, widget=Choices
    )
    next_step = forms.ChoiceField(
        label="Hoe nu verder?", choices=NextStep.choices, widget=ChoiceInLines
    )
    next_words = words_field("Wat spreken we daarover af?", rows=2, required=False)

    def __init__(self, *args: Any, goals: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal_ids = []
        for goal_id, words in goals:
            self.goal_ids.append(goal_id)
            self.fields[f"goal_{goal_id}"] = forms.ChoiceField(
                label=f"Is dit bereikt? {words}", choices=Reached.choices, widget=Choice
            )

    def said(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        found = dict(self.cleaned_data)
        reached = {goal_id: found.pop(f"goal_{goal_id}") for goal_id in self.goal_ids}
        return {**found, "why": tuple(found["why"]), "reached": reached}


class PlanForm(forms.Form):
    """A day to look back together."""

    due_on = day_field("Wanneer kijken we terug?")
    side = forms.ChoiceField(label="Met wie?", choices=Side.choices[:2], widget=Choice)


class StepForm(forms.Form):
    """A step to less help (C12)."""

    rung = forms.ChoiceField(label="Naar wat?", choices=Rung.choices, widget=ChoiceInLines)
    words = words_field("Wat is de stap?", rows=2)
    planned_on = day_field("Wanneer?")


class HoldsForm(forms.Form):
    """Weeks after a step: what people say of it."""

    words = words_field("Hoe gaat het nu?", rows=2)


class FarewellForm(forms.Form):
    """How the farewell went."""

    held_on = day_field("Wanneer was het?", help_text="Leeg betekent: vandaag.", required=False)
    words = words_field("Hoe was het?", rows=2, required=False)
