"""What people do together: the idea, the day, and what it brought."""

from typing import Any

from django import forms

from kruispunt.desks.startpunt.forms.clarifying import kinds
from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice
from kruispunt.offers.states import GatheringSort


class IdeaForm(AreaForm):
    """What, of which sort, and who carries it."""

    name = forms.CharField(label="Wat gaan mensen samen doen?", max_length=120)
    sort = forms.ChoiceField(
        label="Wat voor activiteit?", choices=GatheringSort.choices, widget=Choice
    )
    kind = forms.ChoiceField(label="Bij welke vragen past het?", choices=kinds)
    description = words_field("In één zin", rows=2, required=False)
    area_label = "Voor welke buurt?"

    def __init__(self, *args: Any, organisations: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation_id"] = forms.TypedChoiceField(
            label="Wie organiseert het?", choices=organisations, coerce=int
        )


class PlanForm(forms.Form):
    """Which day, and how many people fit."""

    on = day_field("Op welke dag?")
    places = forms.IntegerField(label="Hoeveel mensen passen er?", min_value=1, required=False)


class CountForm(forms.Form):
    """How many came, and how many hours it took."""

    participants = forms.IntegerField(label="Hoeveel mensen deden mee?", min_value=0)
    hours = forms.DecimalField(
        label="Hoeveel uur gaven vrijwilligers samen?", min_value=0, decimal_places=2, localize=True
    )
    note = words_field("Wat leerden we?", rows=2, required=False)
