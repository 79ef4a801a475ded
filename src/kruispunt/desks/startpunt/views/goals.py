"""Goals of one question: set them, look back with each side, and step down to less help."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.permits import goals as permits
from kruispunt.arrangements.queries import footing
from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.goals import (
    FarewellForm,
    GoalForm,
    HoldsForm,
    LookBackForm,
    PlanForm,
    StepForm,
)
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.cards import kind_for_volunteers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import NOTHING_TRIED, Attempt, posted
from kruispunt.questions import queries as asks

BEGIN: dict[str, tuple[type[forms.Form], Callable[[Actor, int, dict[str, Any]], object]]] = {
    "set_goal": (
        GoalForm,
        lambda actor, pk, said: actions.set_goal(actor, pk, wanted=actions.Wanted(**said)),
    ),
    "plan_evaluation": (
        PlanForm,
        lambda actor, pk, said: actions.plan_evaluation(actor, pk, **said),
    ),
    "plan_step": (StepForm, lambda actor, pk, said: actions.plan_step(actor, pk, **said)),
}
TITLES = {
    "set_goal": ("Nieuw doel", "Bewaar dit doel"),
    "plan_evaluation": ("Plan een gesprek om terug te kijken", "Plan het gesprek"),
    "plan_step": ("Een stap naar minder hulp", "Plan deze stap"),
}
GOAL_VERBS: dict[str, Callable[[Actor, int], Any]] = {
    "reach_goal": actions.reach_goal,
    "let_go_of_goal": actions.let_go_of_goal,
}
STEP_VERBS: dict[str, Callable[..., object]] = {
    "take_step": actions.take_step,
    "drop_step": actions.drop_step,
    "keep_going": actions.keep_going,
    "slip_back": actions.slip_back,
}
TOLD = ("keep_going", "slip_back")


@require_http_methods(["GET", "POST"])
@as_actor
def goals(request: HttpRequest, actor: Actor, question_id: int, verb: str = "") -> HttpResponse:
    found = dossiers.question(actor, question_id)
    tried = NOTHING_TRIED
    if verb in BEGIN:
        form, act = BEGIN[verb]
        tried = posted(request, verb, form, lambda said: act(actor, question_id, said))
    if tried.done:
        return redirect("startpunt:goals", question_id)
    context = {
        "question": found,
        "goals": queries.goals(actor, question_id),
        "evaluations": queries.evaluations(actor, question_id),
        "steps_down": queries.steps_down(actor, question_id),
        "changed": footing.change(footing.footings(actor, question_id)),
        "may_look_back": _looks_back(actor),
        "steps": [_begin(name, question_id, tried) for name in BEGIN if _may(actor, name)],
        "today": actor.today,
    }
    return render(request, "startpunt/goals.html", context, status=tried.status)


@require_POST
@as_actor
def goal(request: HttpRequest, actor: Actor, goal_id: int, verb: str) -> HttpResponse:  # noqa: ARG001
    moved = GOAL_VERBS[verb](actor, goal_id)
    return redirect("startpunt:goals", moved.arrangement.question_id)


@require_http_methods(["GET", "POST"])
@as_actor
def step(request: HttpRequest, actor: Actor, step_id: int, verb: str) -> HttpResponse:
    """A step is taken or not with one button; whether it holds is told in words.

    Weeks after a question was closed only its steps are still to be seen, so the way back differs.
    """
    found = dossiers.step(actor, step_id)
    question = found.arrangement.question
    is_open = asks.visible(actor).filter(pk=question.pk).exists()
    back = ("startpunt:goals", question.pk) if is_open else ("startpunt:early_signs",)
    if verb not in TOLD:
        if request.method == "POST":
            STEP_VERBS[verb](actor, step_id)
        return redirect(*back)
    form = HoldsForm(request.POST or None)
    if done(request, form, lambda: STEP_VERBS[verb](actor, step_id, **form.cleaned_data)):
        return redirect(*back)
    context = {
        "question": question,
        "step": found,
        "form": form,
        "held": verb == "keep_going",
        "is_open": is_open,
    }
    return render(request, "startpunt/step.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def look_back(request: HttpRequest, actor: Actor, evaluation_id: int) -> HttpResponse:
    found = dossiers.evaluation(actor, evaluation_id)
    question = found.arrangement.question
    goals = [(one.pk, one.words) for one in queries.open_goals(actor, question.pk)]
    form = LookBackForm(request.POST or None, goals=goals)

    def keep() -> None:
        actions.look_back_together(actor, evaluation_id, said=actions.LookedBack(**form.said()))

    if done(request, form, keep):
        return redirect("startpunt:goals", question.pk)
    context = {"question": question, "evaluation": found, "form": form}
    return render(request, "startpunt/look_back.html", context, status=status(form))


@require_POST
@as_actor
def farewell(request: HttpRequest, actor: Actor, match_id: int, farewell_id: int) -> HttpResponse:
    form = FarewellForm(request.POST)
    # A day that is no day sends one back to the same form; nothing else can be wrong in it.
    done(request, form, lambda: actions.say_farewell(actor, farewell_id, **form.cleaned_data))
    return redirect("startpunt:match", match_id)


@require_GET
@as_actor
def thanks(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    """A page to print and give: what a volunteer did, without who was helped."""
    found = dossiers.match(actor, match_id)
    held = [one for side, one in queries.agreed_and_delivered(actor, match_id)]
    context = {
        "match": found,
        "volunteer": found.volunteering.person,
        "what": found.activity or kind_for_volunteers(found.arrangement.question.kind),
        "met": max((one.met for one in held), default=0),
    }
    return render(request, "startpunt/thanks.html", context)


def _may(actor: Actor, name: str) -> bool:
    """Looking back is for the coordinator; the rest for whoever guides."""
    return name != "plan_evaluation" or _looks_back(actor)


def _looks_back(actor: Actor) -> bool:
    return permits.LOOK_BACK_TOGETHER.every_row(actor)


def _begin(name: str, question_id: int, tried: Attempt) -> dict[str, Any]:
    title, button = TITLES[name]
    fresh = BEGIN[name][0](auto_id=f"{name}_%s")
    address = reverse("startpunt:goals_begin", args=[question_id, name])
    return tried.step(name, (title, "", button), fresh, address, folded=True)
