"""Pages of the neighbourhood team: what came in about the street, and what is done with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.neighbourhood.working import VERBS
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.verbs import attempt, possible
from kruispunt.questions.queries import neighbourhood as queries

LATEST = 10


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = queries.liveability(actor)
    context = {
        "open": queries.open_liveability(actor),
        "told": rows.filter(state="fed_back").order_by("-state_since", "-pk")[:LATEST],
        "today": actor.today,
    }
    return render(request, "neighbourhood/home.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def one(request: HttpRequest, actor: Actor, liveability_id: int, verb: str = "") -> HttpResponse:
    """One thing about the street, and everything that can be done with it now."""
    found = queries.liveability(actor).get(pk=liveability_id)
    tried = attempt(request, actor, liveability_id, verb, among=VERBS)
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect("neighbourhood:one", liveability_id)
    context = {
        "found": found,
        "steps": tried.steps(possible(VERBS, actor, found), "neighbourhood:verb", liveability_id),
        "today": actor.today,
    }
    return render(request, "neighbourhood/one.html", context, status=tried.status)
