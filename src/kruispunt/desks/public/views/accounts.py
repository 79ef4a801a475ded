"""Saying by the word in a letter whether an account stays, without signing in (RET-17)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import for_everyone
from kruispunt.people.actions import accounts as actions
from kruispunt.people.queries import accounts as queries

ANSWERS = {"yes": actions.stay, "no": actions.leave}


@require_http_methods(["GET", "POST"])
@for_everyone
def account(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """One question, two buttons; whoever was too late reads that as well."""
    ask_id, person_id, municipality_id = queries.by_link(word)
    them = actor.answering(person_id, municipality_id)
    ask = queries.asked(them, ask_id)
    answer = ANSWERS.get(request.POST.get("answer", ""))
    if request.method == "POST" and answer is not None:
        answer(them, ask_id)
        return redirect("public:account", word)
    return render(request, "public/account.html", {"ask": ask})
