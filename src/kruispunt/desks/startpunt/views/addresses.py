"""A sealed address: asking to have it shown, looking along with a colleague, and reading it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import actions, queries

ACTS: dict[str, Callable[..., object]] = {
    "agree_unsealing": actions.agree_unsealing,
    "turn_down_unsealing": actions.turn_down_unsealing,
}


class ReasonForm(forms.Form):
    """Why somebody must know."""

    reason = words_field(
        "Waarom moet u dit adres weten?", rows=2, help_text="Een collega leest dit en kijkt mee."
    )


@require_http_methods(["GET", "POST"])
@as_actor
def address(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Whether the address is sealed, and when it shows to me: the address."""
    question = dossiers.question(actor, question_id)
    who = queries.one(actor, question.asked_by_id)
    form = ReasonForm(request.POST or None)
    if done(request, form, lambda: actions.ask_address(actor, who.pk, **form.cleaned_data)):
        messages.success(request, "Een collega kijkt mee.")
        return redirect("startpunt:address", question_id)
    mine = queries.my_unsealing(actor, who.pk)
    shows = mine is not None and queries.open_unsealings(actor).filter(pk=mine.pk).exists()
    context = {
        "question": question,
        "person": who,
        "form": form,
        "mine": mine,
        "holds_key": actor.person_id in queries.key_holders(actor),
        "address": actions.look_at_address(actor, mine.pk) if mine and shows else "",
    }
    return render(request, "startpunt/address.html", context, status=status(form))


@require_POST
@as_actor
def seal(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """From now on nobody sees this address."""
    question = dossiers.question(actor, question_id)
    actions.seal_address(actor, question.asked_by_id)
    messages.success(request, "Het adres is afgeschermd.")
    return redirect("startpunt:address", question_id)


@require_GET
@as_actor
def addresses(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Colleagues who need an address, for whoever holds a key."""
    context = {"waiting": queries.unsealings_to_decide(actor)}
    return render(request, "startpunt/addresses.html", context)


@require_POST
@as_actor
def decide(request: HttpRequest, actor: Actor, unsealing_id: int, verb: str) -> HttpResponse:
    if verb not in ACTS:
        raise Http404
    found = queries.unsealings_to_decide(actor).get(pk=unsealing_id)
    told = {"safe_to_tell": "tell" in request.POST} if verb == "agree_unsealing" else {}
    ACTS[verb](actor, found.pk, **told)
    messages.success(request, "Dat is bewaard.")
    return redirect("startpunt:addresses")
