"""A volunteer asks the professional behind her match for advice, and reads the answer (TRI-06)."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.queries.rhythm import next_time
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.volunteer.with_whom import with_whom


class AskForm(forms.Form):
    """What she wants to know; the professional reads it without a name."""

    words = words_field(
        "Wat wilt u vragen?",
        rows=3,
        missing="Schrijf op wat u wilt vragen.",
        help_text="Schrijf geen naam op. Haast, of gevaar? Bel dan.",
    )


@require_GET
@as_actor
def match(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    """One match as its volunteer reads it."""
    return _page(request, actor, dossiers.match(actor, match_id), AskForm())


@require_POST
@as_actor
def ask_advice(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    """Her question goes to the professional, who has five working days."""
    found = dossiers.match(actor, match_id)
    form = AskForm(request.POST)
    if done(request, form, lambda: actions.ask_advice(actor, match_id, **form.cleaned_data)):
        return redirect("volunteer:match", match_id)
    return _page(request, actor, found, form)


def _page(request: HttpRequest, actor: Actor, row: Any, form: AskForm) -> HttpResponse:  # noqa: ANN401
    context = {
        "match": with_whom(row),
        "agreed": row,
        "next": next_time(actor, row.pk),
        "neighbour": queries.neighbour(actor, row.pk),
        "advices": queries.advices(actor).filter(match_id=row.pk).order_by("-asked_at", "-pk"),
        "form": form,
    }
    return render(request, "volunteer/match.html", context, status=status(form))
