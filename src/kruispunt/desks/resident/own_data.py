"""My data: who looked and why, what I said yes to, and what I may ask about it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.resident.forms import RightForm
from kruispunt.desks.resident.own_file import own_file
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.reaching import ReachForm
from kruispunt.people import actions, queries
from kruispunt.people.queries import households

SHOWN = 100
IN_MY_HOUSE: dict[str, Callable[[Actor, int], object]] = {
    "agree_housemate": actions.agree_housemate,
    "decline_housemate": actions.decline_housemate,
    "leave_household": actions.leave_household,
}


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
        "houses": households.my_houses(actor),
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


@require_POST
@as_actor
def housemate(request: HttpRequest, actor: Actor, housemate_id: int, verb: str) -> HttpResponse:  # noqa: ARG001
    """May I be seen with the others of my house? Yes, no, or not any more."""
    found = households.my_houses(actor).get(pk=housemate_id)
    if verb not in IN_MY_HOUSE:
        raise Http404("no such verb")
    IN_MY_HOUSE[verb](actor, found.pk)
    return redirect("resident:data")
