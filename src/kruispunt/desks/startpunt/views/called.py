"""Calling who did not answer: the questions of the letter, filled in while we are on the phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import guiding
from kruispunt.arrangements.queries import guidance
from kruispunt.arrangements.states import CheckInState
from kruispunt.arrangements.states.guidance import WellbeingState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.how_it_goes_forms import HowItGoesForm
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.wellbeing_forms import WellbeingForm

OVER = (CheckInState.ANSWERED, CheckInState.DROPPED)


@require_http_methods(["GET", "POST"])
@as_actor
def check_in(request: HttpRequest, actor: Actor, check_in_id: int) -> HttpResponse:
    """How it goes between two people, as one of them tells it on the phone (CHK-02)."""
    asked = queries.check_ins(actor).get(pk=check_in_id)
    match = dossiers.match(actor, asked.match_id)
    form = HowItGoesForm(request.POST or None)

    def answer() -> None:
        goes = actions.HowItGoes(**form.cleaned_data)
        actions.answer_check_in(actor, check_in_id, goes=goes)

    if done(request, form, answer) or (request.method == "GET" and asked.state in OVER):
        return redirect("startpunt:match", match.pk)
    resident, volunteer = match.arrangement.question.asked_by, match.volunteering.person
    person, other = (volunteer, resident) if asked.side == Side.VOLUNTEER else (resident, volunteer)
    context = {
        "person": person,
        "about": f"Hoe gaat het met {other.given_name}?",
        "unread": f"{other.given_name} leest het niet.",
        "asked_on": asked.on,
        "back": reverse("startpunt:match", args=[match.pk]),
        "form": form,
    }
    return render(request, "startpunt/called.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def wellbeing(request: HttpRequest, actor: Actor, wellbeing_id: int) -> HttpResponse:
    """How a volunteer is herself, as she tells it on the phone (SIG-02)."""
    asked = guidance.wellbeing(actor).get(pk=wellbeing_id)
    volunteer = dossiers.volunteer(actor, asked.volunteering_id)
    form = WellbeingForm(request.POST or None)

    def answer() -> None:
        said = guiding.Feels(**form.cleaned_data)
        guiding.answer_wellbeing(actor, wellbeing_id, said=said)

    over = request.method == "GET" and asked.state == WellbeingState.ANSWERED
    if done(request, form, answer) or over:
        return redirect("startpunt:volunteer", volunteer.pk)
    context = {
        "person": volunteer.person,
        "about": "Los van de mensen die hulp krijgen: hoe gaat het?",
        "unread": "Wie hulp krijgt, leest het niet.",
        "asked_on": asked.asked_on,
        "back": reverse("startpunt:volunteer", args=[volunteer.pk]),
        "form": form,
    }
    return render(request, "startpunt/called.html", context, status=status(form))
