"""How long each step takes: in the middle and for nine in ten, by neighbourhood and class (D31)."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.desks.steering.tables import Table, cell
from kruispunt.desks.ui.door import as_actor
from kruispunt.insights.queries import lead_times as queries

HEADS = ("Aantal", "Dagen (midden)", "9 van de 10 binnen")


@require_GET
@as_actor
def lead_times(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = queries.lead_times(actor)
    context = {
        "steps": _table("Alle stappen", "Stap", found.steps),
        "neighbourhoods": [_table(one.step, "Buurt", one.parts) for one in found.by_neighbourhood],
        "classes": [_table(one.step, "Zwaarte", one.parts) for one in found.by_class],
        "today": actor.today,
    }
    return render(request, "steering/lead_times.html", context)


def _table(title: str, first: str, leads: Iterable[queries.Lead]) -> Table:
    lines = [(one.name, (cell(one.times), cell(one.middle), cell(one.most))) for one in leads]
    return Table(title, first, HEADS, lines)
