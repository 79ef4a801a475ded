"""Pages of the process manager: what stays without an answer, without any name."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Intensity, Kind
from kruispunt.desks.ui.door import as_actor
from kruispunt.questions import queries
from kruispunt.questions.states import ROUTES, State

SHOWN = 50


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = queries.glance(actor)
    stuck = rows.filter(state=State.UNANSWERED)
    late = rows.filter(state__in=ROUTES, due_on__lt=actor.today)
    context = {
        "stuck": [_told(row) for row in stuck.order_by("state_since", "pk")[:SHOWN]],
        "late": [_told(row) for row in late.order_by("due_on", "pk")[:SHOWN]],
        "today": actor.today,
    }
    return render(request, "process/home.html", context)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    words = {
        "kind": Kind(row["kind"]).label if row["kind"] else "Nog niet verhelderd",
        "intensity": Intensity(row["intensity"]).label if row["intensity"] else "",
        "state": State(row["state"]).label,
    }
    return {**row, **words}
