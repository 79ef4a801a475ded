"""Pages of the process manager: what got stuck and what stays without an answer, without a name."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import learning
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Intensity, Kind
from kruispunt.desks.process.solving import VERBS
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.verbs import attempt, possible
from kruispunt.people import queries as people
from kruispunt.questions import queries
from kruispunt.questions.states import ROUTES, State

A_PAGE = 20


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is stuck, a page at a time, the shortest term first; nobody's name."""
    rows = queries.glance(actor)
    page = Paginator(arrangements.open_escalations(actor), A_PAGE).get_page(request.GET.get("blad"))
    ids = [escalation.question_id for escalation in page.object_list]
    about = {row["id"]: _told(row) for row in rows.filter(pk__in=ids)}
    context = {
        "page": page,
        "stuck": [(one, about.get(one.question_id)) for one in page.object_list],
        "late": _late(actor).count(),
        "bottlenecks": arrangements.bottlenecks(actor),
        "needs": learning.open_developments(actor).count(),
        "today": actor.today,
    }
    return render(request, "process/home.html", context)


@require_GET
@as_actor
def waiting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Searches whose term is over, with how long that is."""
    page = Paginator(_late(actor), A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "page": page,
        "rows": [_told(row) for row in page.object_list],
        "today": actor.today,
    }
    return render(request, "process/waiting.html", context)


def _late(actor: Actor) -> Any:  # noqa: ANN401  (columns of questions)
    stuck = arrangements.open_escalations(actor).values("question_id")
    late = queries.glance(actor).filter(state__in=ROUTES, due_on__lt=actor.today)
    return late.exclude(pk__in=stuck).order_by("due_on", "pk")


@require_http_methods(["GET", "POST"])
@as_actor
def escalation(
    request: HttpRequest, actor: Actor, escalation_id: int, verb: str = ""
) -> HttpResponse:
    found = dossiers.escalation(actor, escalation_id)
    organisations = [(one.pk, one.name) for one in people.organisations(actor)]
    fill = partial(let_choose, organisation_ids=organisations, responsible_id=organisations)
    tried = attempt(request, actor, escalation_id, verb, among=VERBS, fill=fill)
    if tried.done:
        return redirect("process:escalation", escalation_id)
    start = {"what": found.what, "tried": found.tried}
    steps = tried.steps(
        possible(VERBS, actor, found), "process:verb", escalation_id, start=start, fill=fill
    )
    context = {
        "escalation": found,
        "about": next(map(_told, queries.glance(actor).filter(pk=found.question_id)), None),
        "steps": steps,
        "today": actor.today,
    }
    return render(request, "process/escalation.html", context, status=tried.status)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    words = {
        "kind": Kind(row["kind"]).label if row["kind"] else "Nog niet verhelderd",
        "intensity": Intensity(row["intensity"]).label if row["intensity"] else "",
        "state": State(row["state"]).label,
    }
    return {**row, **words}
