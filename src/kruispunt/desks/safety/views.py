"""Pages of safety: being worried aloud, and the desk of the officer."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.safety.forms import QUESTIONS, ConcernForm, IncidentForm
from kruispunt.desks.safety.steps import VERBS
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import attempt, possible
from kruispunt.safety import actions, queries

A_PAGE = 20
WORDS = {"yes": "Ja", "no": "Nee", "unsure": "Weet ik niet"}


@require_http_methods(["GET", "POST"])
@as_actor
def worry(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Anyone who is signed in; the first line is for danger now (MLD-01)."""
    start = {"seen_on": actor.today, "match_id": request.GET.get("koppeling", "")}
    form = ConcernForm(request.POST or None, matches=_with_whom(actor, request), initial=start)
    told: list[Any] = []

    def write_down() -> None:
        told.append(actions.report_concern(actor, seen=actions.Seen(**form.cleaned_data)))

    if done(request, form, write_down):
        calamity = "?ernstig=ja" if form.cleaned_data["kind"] == "calamity" else ""
        return redirect(reverse("safety:thanks") + calamity)
    return render(request, "safety/worry.html", {"form": form}, status=status(form))


@require_GET
@as_actor
def thanks(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    return render(request, "safety/thanks.html", {"calamity": "ernstig" in request.GET})


@require_GET
@as_actor
def desk(request: HttpRequest, actor: Actor) -> HttpResponse:
    page = Paginator(queries.on_the_desk(actor), A_PAGE).get_page(request.GET.get("blad"))
    context = {"page": page, "officer": queries.is_officer(actor), "today": actor.today}
    return render(request, "safety/desk.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def concern(request: HttpRequest, actor: Actor, concern_id: int, verb: str = "") -> HttpResponse:
    found = dossiers.concern(actor, concern_id)
    tried = attempt(request, actor, concern_id, verb, among=VERBS)
    if tried.done:
        return redirect("safety:concern", concern_id)
    context = {
        "concern": found,
        "officer": queries.is_officer(actor),
        "weighed": _weighed(found.weighed),
        "unsafe": found.weighed.get("unsafe") == "yes",
        "steps": tried.steps(possible(VERBS, actor, found), "safety:verb", concern_id),
        "today": actor.today,
    }
    return render(request, "safety/concern.html", context, status=tried.status)


@require_POST
@as_actor
def release(request: HttpRequest, actor: Actor, concern_id: int) -> HttpResponse:  # noqa: ARG001
    actions.release(actor, concern_id)
    return redirect("safety:concern", concern_id)


@require_http_methods(["GET", "POST"])
@as_actor
def incident(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = IncidentForm(request.POST or None, initial={"happened_on": actor.today})
    kept: list[Any] = []

    def write_down() -> None:
        kept.append(actions.report_incident(actor, **form.cleaned_data))

    if done(request, form, write_down):
        return redirect("safety:incident_paper", kept[0].pk)
    context = {"form": form, "incidents": queries.incidents(actor)[:A_PAGE]}
    return render(request, "safety/incident.html", context, status=status(form))


@require_GET
@as_actor
def incident_paper(request: HttpRequest, actor: Actor, incident_id: int) -> HttpResponse:
    """One page to print and send to the municipality."""
    found = queries.incidents(actor).get(pk=incident_id)
    return render(request, "safety/incident_paper.html", {"incident": found})


def _weighed(answers: dict[str, str]) -> list[tuple[str, str]]:
    return [(label, WORDS.get(answers.get(name, ""), "")) for name, label in QUESTIONS if answers]


def _with_whom(actor: Actor, request: HttpRequest) -> list[tuple[int, str]]:
    """My own matches; for who guides, the one match whose page she came from."""
    rows = arrangements.matches(actor).filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    asked = request.GET.get("koppeling") or request.POST.get("match_id") or ""
    if not actor.roles & {Role.VOLUNTEER, Role.RESIDENT}:
        rows = rows.filter(pk=int(asked)) if asked.isdigit() else rows.none()
    as_resident = actor.is_a(Role.RESIDENT)
    return [
        (
            match.pk,
            match.volunteering.person.given_name
            if as_resident
            else match.arrangement.question.asked_by.given_name,
        )
        for match in rows.filter(state__in=sorted(UNDER_WAY)).order_by("pk")[:A_PAGE]
    ]
