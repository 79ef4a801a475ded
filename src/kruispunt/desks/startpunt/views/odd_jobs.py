"""Odd jobs at the desk: the list, one job, testing it by rule and planning who comes (SM-12)."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.arrangements.actions import odd_jobs as actions
from kruispunt.arrangements.permits import odd_jobs as permits
from kruispunt.arrangements.queries import odd_jobs as queries
from kruispunt.arrangements.states.odd_jobs import ODD_JOB_MOVES as MOVES
from kruispunt.base.actor import Actor
from kruispunt.core.odd_jobs import judge as weigh
from kruispunt.desks.startpunt import story
from kruispunt.desks.startpunt.forms.odd_jobs import (
    CancelForm,
    DecideJobForm,
    FinishForm,
    HearForm,
    JudgeForm,
    RequestForm,
    VisitForm,
)
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.matching import queries as scales

MOST_DIGITS = 4
VERBS = (
    Verb(
        "finish_odd_job",
        "Is de klus gedaan?",
        "Daarna vragen we de inwoner of het goed is.",
        "De klus is klaar",
        may=permits.FINISH_ODD_JOB,
        states=sources(MOVES, "finish_odd_job"),
        act=lambda actor, job_id, said: actions.finish_odd_job(actor, job_id, **said),
        form=FinishForm,
    ),
    Verb(
        "hand_back_odd_job",
        "Kan wie zou komen toch niet?",
        "De inwoner krijgt bericht. U zoekt een ander.",
        "Zoek een ander",
        may=permits.HAND_BACK_ODD_JOB,
        states=sources(MOVES, "hand_back_odd_job"),
        act=lambda actor, job_id, _: actions.hand_back_odd_job(actor, job_id),
        folded=True,
    ),
    Verb(
        "hear_odd_job",
        "Is de inwoner tevreden?",
        "De inwoner kreeg een bericht. Geen antwoord? Bel even.",
        "Leg dit vast",
        may=permits.HEAR_ODD_JOB,
        states=sources(MOVES, "hear_odd_job"),
        act=lambda actor, job_id, said: actions.hear_odd_job(actor, job_id, **said),
        form=HearForm,
    ),
    Verb(
        "cancel_odd_job",
        "Hoeft het niet meer?",
        "Wie zou komen, krijgt bericht.",
        "De klus hoeft niet meer",
        may=permits.CANCEL_ODD_JOB,
        states=sources(MOVES, "cancel_odd_job"),
        act=lambda actor, job_id, said: actions.cancel_odd_job(actor, job_id, **said),
        form=CancelForm,
        folded=True,
    ),
)


@require_GET
@as_actor
def odd_jobs(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits, what is planned, and what odd jobs brought this year."""
    context = {
        "jobs": queries.open_odd_jobs(actor),
        "counted": queries.counted_odd_jobs(actor, actor.today.year),
        "year": actor.today.year,
        "today": actor.today,
    }
    return render(request, "startpunt/odd_jobs.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def request_odd_job(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """A question turns out to ask for a small job."""
    found = dossiers.question(actor, question_id)
    form = RequestForm(request.POST or None, initial={"words": found.words, "kind": found.kind})
    if done(
        request, form, lambda: actions.request_odd_job(actor, question_id, **form.cleaned_data)
    ):
        return redirect("startpunt:odd_jobs")
    context = {"question": found, "form": form}
    return render(request, "startpunt/request_odd_job.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def odd_job(request: HttpRequest, actor: Actor, job_id: int, verb: str = "") -> HttpResponse:
    """One job, and everything that can be done with it now."""
    found = dossiers.odd_job(actor, job_id)
    tried = attempt(request, actor, job_id, verb, among=VERBS)
    if tried.done:
        return redirect("startpunt:odd_job", job_id)
    context = {
        "job": found,
        "question": found.arrangement.question,
        "may_judge": "accept_odd_job" in MOVES.verbs(found.state)
        and permits.JUDGE_ODD_JOB.allows(actor, found),
        "may_plan": "plan_odd_job" in MOVES.verbs(found.state)
        and permits.PLAN_ODD_JOB.allows(actor, found),
        "verdict": queries.verdict_of(actor, found),
        "story": story.told(found),
        "steps": tried.steps(possible(VERBS, actor, found), "startpunt:odd_job_verb", job_id),
        "today": actor.today,
    }
    return render(request, "startpunt/odd_job.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def judge_odd_job(request: HttpRequest, actor: Actor, job_id: int) -> HttpResponse:
    """First the answers, then what the rules say line by line; a person decides."""
    found = dossiers.odd_job(actor, job_id)
    form = JudgeForm(request.POST or None)
    context: dict[str, Any] = {"job": found, "question": found.arrangement.question, "form": form}
    if request.method == "POST" and form.is_valid():
        verdict = weigh(form.answers(), queries.most_hours(actor))
        proposed = "yes" if verdict.fits else "no"
        posted = request.POST if "fits" in request.POST else None
        decision = DecideJobForm(posted, initial={"fits": proposed})
        if posted is not None and done(
            request,
            decision,
            lambda: actions.judge_odd_job(
                actor,
                job_id,
                answers=form.answers(),
                self_reliance=form.cleaned_data["self_reliance"],
                **decision.cleaned_data,
            ),
        ):
            return redirect("startpunt:odd_job", job_id)
        context |= {"verdict": verdict, "decision": decision}
        return render(request, "startpunt/judge_odd_job.html", context, status=status(decision))
    return render(request, "startpunt/judge_odd_job.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def plan_odd_job(request: HttpRequest, actor: Actor, job_id: int) -> HttpResponse:
    """Who passes the hard rules for this job, best first, and one visit to agree on."""
    found = dossiers.odd_job(actor, job_id)
    question_id = found.arrangement.question_id
    desk = scales.desk(actor, question_id, page=_number(request.GET.get("blad")))
    people = [(one.volunteering_id, _told(one)) for one in desk.candidates]
    form = VisitForm(
        request.POST or None,
        people=people,
        initial={"materials": found.materials or Decimal(0), "part": found.part},
    )

    def agree() -> None:
        said = {name: value for name, value in form.cleaned_data.items() if name != "agreed"}
        actions.plan_odd_job(actor, job_id, visit=actions.Visit(**said))

    if done(request, form, agree):
        return redirect("startpunt:odd_job", job_id)
    context = {
        "job": found,
        "question": found.arrangement.question,
        "form": form,
        "desk": desk,
        "page": Paginator(range(desk.passing), scales.A_PAGE).get_page(request.GET.get("blad")),
    }
    return render(request, "startpunt/plan_odd_job.html", context, status=status(form))


def _told(candidate: scales.Candidate) -> str:
    """A name, a neighbourhood, and why the scales put her there."""
    where = f", {candidate.neighbourhood}" if candidate.neighbourhood else ""
    return f"{candidate.name}{where} ({candidate.why})"


def _number(said: str | None) -> int:
    return max(int(said), 1) if said and said.isdecimal() and len(said) <= MOST_DIGITS else 1
