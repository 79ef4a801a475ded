"""Guidance: early signs of matches and volunteers, the minutes it takes, what fits in a week."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions import guiding, replacing
from kruispunt.arrangements.queries import guidance
from kruispunt.base.actor import Actor
from kruispunt.core import capacity
from kruispunt.desks.startpunt.forms.guidance import CapacityForm, MinutesForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status

A_PAGE = 20
START = {"hours": 8, "new_a_week": 1, "weeks": 36}
NOUNS = {"match": "match_id", "question": "question_id", "volunteer": "volunteering_id"}
BACK = {"match": "startpunt:match", "question": "startpunt:question"}


@require_GET
@as_actor
def early_signs(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Whom to call: two by two on one page, volunteers by themselves on the other (SIG-01, A21)."""
    of_volunteers = request.GET.get("toon") == "vrijwilligers"
    rows: Any = queries.burdened(actor) if of_volunteers else queries.watched(actor)
    context = {
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("blad")),
        "of_volunteers": of_volunteers,
        "keep": "toon=vrijwilligers&" if of_volunteers else "",
        "evaluations": queries.evaluations_due(actor)[:A_PAGE],
        "farewells": queries.farewells_due(actor)[:A_PAGE],
        "steps_to_check": queries.steps_to_check(actor)[:A_PAGE],
        "today": actor.today,
    }
    return render(request, "startpunt/early_signs.html", context)


@require_POST
@as_actor
def note(request: HttpRequest, actor: Actor, about: str, row_id: int) -> HttpResponse:
    """Minutes about a match, a question or a volunteer; a wrong form changes nothing."""
    form = MinutesForm(request.POST)
    here = reverse(BACK.get(about, "startpunt:volunteer"), args=[row_id])

    def keep() -> None:
        said: dict[str, Any] = {**form.cleaned_data, NOUNS[about]: row_id}
        guiding.note_minutes(actor, worked=guiding.Worked(**said))

    if done(request, form, keep):
        return redirect(here)
    context = {"form": form, "here": here}
    return render(request, "startpunt/minutes_page.html", context, status=status(form))


@require_POST
@as_actor
def stand_in(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:  # noqa: ARG001
    match = replacing.replace(actor, match_id)
    return redirect("startpunt:question", match.arrangement.question_id)


@require_http_methods(["GET", "POST"])
@as_actor
def work(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What guidance takes, and what that means for the coming weeks (CAP-04, CAP-05)."""
    form = MinutesForm(request.POST or None, initial={"kind": "recruitment"})
    if done(
        request,
        form,
        lambda: guiding.note_minutes(actor, worked=guiding.Worked(**form.cleaned_data)),
    ):
        return redirect("startpunt:work")
    asked = CapacityForm(request.GET if "hours" in request.GET else START)
    measured = guidance.measured(actor)
    context: dict[str, Any] = {
        "form": form,
        "asked": asked,
        "medians": guidance.medians(actor),
        "measured": measured,
        "basis": measured or capacity.STANDARD,
    }
    if asked.is_valid():
        context["outcome"] = _outcome(measured or capacity.STANDARD, **asked.cleaned_data)
    code = max(status(form), status(asked))
    return render(request, "startpunt/work.html", context, status=code)


def _outcome(
    basis: capacity.Guidance, *, hours: float, new_a_week: float, weeks: int
) -> dict[str, float | bool]:
    needed = capacity.hours_a_week(new_a_week, weeks, basis)
    return {
        "needed": needed,
        "fits": needed <= hours,
        "running": capacity.running(new_a_week, weeks),
        "longest": capacity.longest_weeks(hours, new_a_week, basis),
        "most": capacity.most_a_week(hours, weeks, basis),
        "a_match": capacity.hours_a_match(weeks, basis),
    }
