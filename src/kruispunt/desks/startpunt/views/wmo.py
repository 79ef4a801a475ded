"""A notification to the municipality: what happened, what is due, and what one should know."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.wmo import (
    ExtendForm,
    LookAgainForm,
    LookedForm,
    MilestoneForm,
    UrgentForm,
)
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import NOTHING_TRIED, Attempt, posted
from kruispunt.questions import actions
from kruispunt.questions.queries import wmo as queries

ACTS: dict[str, tuple[type[forms.Form], Callable[..., object]]] = {
    "note_milestone": (MilestoneForm, actions.note_milestone),
    "make_urgent": (UrgentForm, actions.make_urgent),
    "extend": (ExtendForm, actions.extend),
    "note_looked_at": (LookedForm, actions.note_looked_at),
}
FOLDED = (
    ("note_looked_at", "Waar is naar gekeken?", "Bewaar"),
    ("make_urgent", "Kan het niet wachten?", "Hulp is nu al nodig"),
    ("extend", "Heeft de gemeente meer tijd nodig?", "De gemeente neemt meer tijd"),
)


@require_http_methods(["GET", "POST"])
@as_actor
def notification(
    request: HttpRequest, actor: Actor, question_id: int, verb: str = ""
) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    walk = queries.walk_of(actor, question_id)
    if walk is None:
        raise ObjectDoesNotExist
    row = walk.notification
    tried = NOTHING_TRIED
    if verb in ACTS:
        form, act = ACTS[verb]
        tried = posted(request, verb, form, lambda said: act(actor, row.pk, **_said(said)))
    if tried.done:
        return redirect("startpunt:wmo", question_id)
    context = {
        "question": found,
        "notification": row,
        "steps_of_law": [(step, step.is_late(actor.today)) for step in walk.steps],
        "object_by": walk.object_by,
        "steps": [_step(question_id, row, told, tried) for told in FOLDED],
        "form": tried.form,
        "today": actor.today,
    }
    return render(request, "startpunt/wmo.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def look_again(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Is this help still needed? (A5)."""
    found = dossiers.question(actor, question_id)
    form = LookAgainForm(request.POST or None)
    if done(request, form, lambda: actions.look_again(actor, question_id, **form.cleaned_data)):
        return redirect("startpunt:question", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/look_again.html", context, status=status(form))


def _said(said: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in said.items()
    }


def _step(
    question_id: int,
    row: Any,  # noqa: ANN401  (a notification)
    told: tuple[str, str, str],
    tried: Attempt,
) -> dict[str, Any]:
    verb, title, button = told
    fresh = ACTS[verb][0](initial={"looked_at": row.looked_at}, auto_id=f"{verb}_%s")
    address = reverse("startpunt:wmo_verb", args=[question_id, verb])
    return tried.step(verb, (title, "", button), fresh, address, folded=True)
