"""My data: who looked and why, what I said yes to, and what I may ask about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.resident.forms import RightForm
from kruispunt.desks.resident.own_file import own_file
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.reaching import ReachForm
from kruispunt.people import actions, queries

SHOWN = 100


@require_http_methods(["GET", "POST"])
@as_actor
def data(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who looked in my data, and the form with which I ask something about them."""
    form = RightForm(request.POST or None)
    if done(request, form, lambda: actions.ask_right(actor, **form.cleaned_data)):
        messages.success(request, "We hebben uw verzoek. U hebt binnen een maand antwoord.")
        return redirect("resident:data")
    me = queries.myself(actor)
    context = {
        "looks": queries.who_looked(actor, me.pk)[:SHOWN],
        "requests": queries.rights_requests(actor).filter(person_id=me.pk),
        "form": form,
    }
    return render(request, "resident/data.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def reach(request: HttpRequest, actor: Actor) -> HttpResponse:
    """How I want to hear from you: by phone, on paper, by mail or by text message."""
    me = queries.myself(actor)
    now = {"channel": me.channel, "phone": me.phone, "email": me.email}
    form = ReachForm(request.POST or None, initial=now)
    if done(request, form, lambda: actions.choose_channel(actor, me.pk, **form.cleaned_data)):
        messages.success(request, "Dat is geregeld. Zo hoort u voortaan van ons.")
        return redirect("resident:reach")
    return render(request, "resident/reach.html", {"form": form}, status=status(form))


@require_GET
@as_actor
def download(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    """Everything we hold of me, as a file."""
    answer = JsonResponse(own_file(actor), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_GET
@as_actor
def consents(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What I said yes to: who gets what, what for, until when."""
    me = queries.myself(actor)
    context = {"consents": queries.consents(actor, me.pk)}
    return render(request, "resident/consents.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def withdraw(request: HttpRequest, actor: Actor, consent_id: int) -> HttpResponse:
    """First what happens then, and only after that the button."""
    me = queries.myself(actor)
    found = queries.consents(actor, me.pk).get(pk=consent_id)
    if request.method == "POST":
        actions.withdraw_consent(actor, found.pk)
        messages.success(request, "Dat is geregeld. Wij delen hier niets meer van.")
        return redirect("resident:consents")
    return render(request, "resident/withdraw.html", {"consent": found})


@require_POST
@as_actor
def answer(request: HttpRequest, actor: Actor, consent_id: int) -> HttpResponse:
    """Say yes or no to what was asked; both buttons are equal."""
    me = queries.myself(actor)
    found = queries.consents(actor, me.pk).get(pk=consent_id)
    if request.POST.get("answer") == "yes":
        actions.give_consent(actor, found.pk, until=actor.today + actions.AT_MOST)
    else:
        actions.refuse_consent(actor, found.pk)
    return redirect("resident:consents")
