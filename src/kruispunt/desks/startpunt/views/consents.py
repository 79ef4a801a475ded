"""What one resident said yes to, at the desk: asked, given, until when, for whom, and what next."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.people import actions, queries

NEXT = {
    "asked": "Vraag wat het antwoord is.",
    "given": "Dit telt. Vraag het opnieuw voor de laatste dag.",
    "refused": "Wij delen dit niet.",
    "withdrawn": "Wij delen dit niet meer.",
    "expired": "De tijd is om. Vraag het opnieuw als het nodig is.",
}


def _give(actor: Actor, consent_id: int) -> object:
    return actions.give_consent(actor, consent_id, until=actor.today + actions.AT_MOST)


ACTS: dict[str, Callable[[Actor, int], object]] = {
    "give": _give,
    "refuse": actions.refuse_consent,
    "withdraw": actions.withdraw_consent,
}
BUTTONS = {"asked": (("give", "Ja, dit mag"), ("refuse", "Nee, liever niet")),
           "given": (("withdraw", "Wil stoppen met delen"),)}  # fmt: skip


@require_GET
@as_actor
def consents(request: HttpRequest, actor: Actor, person_id: int) -> HttpResponse:
    who = actions.look_into_person(actor, person_id)
    lines = [
        {"consent": one, "next": NEXT[one.state], "buttons": BUTTONS.get(one.state, ())}
        for one in queries.consents(actor, who.pk)
    ]
    context = {"person": who, "lines": lines, "today": actor.today}
    return render(request, "startpunt/consents.html", context)


@require_POST
@as_actor
def answer(request: HttpRequest, actor: Actor, consent_id: int, verb: str) -> HttpResponse:
    """Note what was said at the desk or by phone."""
    if verb not in ACTS:
        raise Http404
    person_id = queries.consent_of(actor, consent_id)
    ACTS[verb](actor, consent_id)
    messages.success(request, "Dat is bewaard.")
    return redirect("startpunt:consents", person_id)
