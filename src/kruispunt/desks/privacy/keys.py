"""Who holds a key to sealed addresses: named by the privacy officer, and nobody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.people import actions, queries


@require_http_methods(["GET", "POST"])
@as_actor
def keys(request: HttpRequest, actor: Actor) -> HttpResponse:
    able = queries.may_hold_a_key(actor)
    if request.method == "POST":
        named = request.POST.get("person", "")
        if named in {str(one) for one, _ in able}:
            actions.name_key_holder(actor, int(named))
            return redirect("privacy:keys")
    context = {"holders": queries.key_holder_rows(actor), "able": able}
    wrong = request.method == "POST"
    return render(request, "privacy/keys.html", context, status=422 if wrong else 200)


@require_POST
@as_actor
def take_back(request: HttpRequest, actor: Actor, holder_id: int) -> HttpResponse:  # noqa: ARG001
    actions.take_key_back(actor, holder_id)
    return redirect("privacy:keys")
