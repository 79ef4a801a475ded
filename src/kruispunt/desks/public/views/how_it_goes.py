"""Answering by the word in a letter how a match goes, or what a volunteer asks a professional."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.states import AdviceState, CheckInState
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.how_it_goes_forms import AdviceForm, HowItGoesForm
from kruispunt.desks.ui.posting import done, status

OPEN = (CheckInState.PLANNED, CheckInState.ASKED, CheckInState.MISSED)


@require_http_methods(["GET", "POST"])
@for_everyone
def check_in(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """Two minutes: five questions and room for words; the other side never reads it."""
    check_in_id, person_id, municipality_id = queries.check_in_by_link(word)
    them = actor.answering(person_id, municipality_id)
    found = queries.check_ins(them).get(pk=check_in_id)
    form = HowItGoesForm(request.POST or None)

    def answer() -> None:
        goes = actions.HowItGoes(**form.cleaned_data)
        actions.answer_check_in(them, check_in_id, goes=goes)

    if done(request, form, answer):
        return redirect("public:check_in", word)
    context = {"open": found.state in OPEN, "form": form}
    return render(request, "public/check_in.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@for_everyone
def advice(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What a volunteer asks, without any name; the answer goes straight back."""
    advice_id, person_id, municipality_id = queries.advice_by_link(word)
    them = actor.answering(person_id, municipality_id)
    found = queries.advices(them).get(pk=advice_id)
    form = AdviceForm(request.POST or None)

    def answer() -> None:
        actions.answer_advice(them, advice_id, answer=form.cleaned_data["answer"])

    if done(request, form, answer):
        return redirect("public:advice", word)
    context = {
        "words": found.words,
        "answer": found.answer,
        "open": found.state == AdviceState.ASKED,
        "form": form,
    }
    return render(request, "public/advice.html", context, status=status(form))
