"""Answering by the word in a letter how one stands: three questions, or rather not (C15)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import footing as actions
from kruispunt.arrangements.queries import footing as queries
from kruispunt.arrangements.states.footing import UNANSWERED
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.footing_form import FootingForm
from kruispunt.desks.ui.posting import done, status


@require_http_methods(["GET", "POST"])
@for_everyone
def footing(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """One minute; saying no is one button, and help goes on either way."""
    asked_id, person_id, municipality_id = queries.footing_by_link(word)
    them = actor.answering(person_id, municipality_id)
    found = queries.footing(them, asked_id)
    if request.method == "POST" and "rather_not" in request.POST:
        actions.decline_footing(them, asked_id)
        return redirect("public:footing", word)
    form = FootingForm(request.POST or None)

    def answer() -> None:
        actions.answer_footing(them, asked_id, said=actions.Stands(**form.cleaned_data))

    if done(request, form, answer):
        return redirect("public:footing", word)
    context = {"open": found.state in UNANSWERED, "state": found.state, "form": form}
    return render(request, "public/footing.html", context, status=status(form))
