"""What was typed and not sent: kept while someone types, and thrown away when she says so."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kruispunt.base import unsent
from kruispunt.base.actor import Actor
from kruispunt.base.unsent import Typed
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.unsent import FIELD, place_of

MOST = 30_000
TITLE = 120
KEY = 64
KEPT = "unsent"
"""Said in the session, so that whoever signs out is asked what to do with it."""


@require_POST
@as_actor
def keep(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Called by the page itself. No form is sent here, so there is no key of a form either."""
    place = place_of(actor, request.POST.get(FIELD, ""))
    words, turn = request.POST.get("words", ""), request.POST.get("turn", "")
    if place is None or len(words) > MOST or not (turn.isdecimal() and len(turn) < 9):  # noqa: PLR2004
        return HttpResponse(status=422)
    title, key = request.POST.get("title", "")[:TITLE], request.POST.get("key", "")[:KEY]
    try:
        kept = unsent.keep(actor, place, Typed(words, title, key, int(turn)))
    except ValidationError:
        return HttpResponse(status=422)
    if kept and not request.session.get(KEPT):
        request.session[KEPT] = True
    return HttpResponse(status=204 if kept else 409)


@require_POST
@as_actor
def drop(request: HttpRequest, actor: Actor, unsent_id: int) -> HttpResponse:
    page = next((one.place.page for one in unsent.waiting(actor) if one.id == unsent_id), "")
    unsent.drop(actor, unsent_id)
    return redirect(page if "hier" in request.POST else "work:home")


@require_POST
@as_actor
def drop_all(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Throw away everything that was not sent; signing out is the next press."""
    unsent.drop_all(actor)
    request.session.pop(KEPT, None)
    messages.success(request, "Wat u typte is weg.")
    return redirect("account_logout")
