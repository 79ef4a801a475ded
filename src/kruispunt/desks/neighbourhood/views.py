"""Pages of the neighbourhood team: what came in about the street, and what is done with it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.neighbourhood.working import BY_NAME, VERBS
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import possible, shown
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
    posted: tuple[str, forms.Form] | None = None
    if request.method == "POST" and verb in BY_NAME:
        chosen = BY_NAME[verb]
        form = chosen.form(request.POST)
        posted = (verb, form)
        if done(request, form, lambda: chosen.act(actor, liveability_id, form.cleaned_data)):
            messages.success(request, "Bewaard.")
            return redirect("neighbourhood:one", liveability_id)
    context = {
        "found": found,
        "steps": [
            shown(
                each,
                reverse("neighbourhood:verb", args=[liveability_id, each.name]),
                posted=posted,
            )
            for each in possible(VERBS, actor, found)
        ],
        "today": actor.today,
    }
    code = status(posted[1]) if posted else 200
    return render(request, "neighbourhood/one.html", context, status=code)
