"""The walk-in desk: one line for who comes by, and how many that are in a week (D17)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.questions import actions
from kruispunt.questions.permits import neighbourhood as may
from kruispunt.questions.queries import walk_ins as queries


class WalkInForm(forms.Form):
    """One line; both may stay empty when there is no time."""

    words = forms.CharField(
        label="Waar ging het over?",
        help_text="Eén regel. Geen naam nodig.",
        max_length=200,
        required=False,
    )
    topic = forms.ChoiceField(
        label="Onderwerp", choices=[("", "Iets anders"), *queries.TOPICS], required=False
    )


@require_http_methods(["GET", "POST"])
@as_actor
def walk_ins(request: HttpRequest, actor: Actor) -> HttpResponse:
    may_begin(actor, may.NOTE_WALK_IN)
    form = WalkInForm(request.POST or None)
    if done(request, form, lambda: actions.note_walk_in(actor, **form.cleaned_data)):
        messages.success(request, "Genoteerd.")
        return redirect("startpunt:walk_ins")
    context = {
        "form": form,
        "came": queries.walk_ins(actor),
        "weeks": queries.walk_ins_a_week(actor),
    }
    return render(request, "startpunt/walk_ins.html", context, status=status(form))


@require_POST
@as_actor
def bring(request: HttpRequest, actor: Actor, walk_in_id: int) -> HttpResponse:  # noqa: ARG001
    """From here on it goes as every signal goes; there it becomes a question as well."""
    signal = actions.bring_walk_in(actor, walk_in_id)
    return redirect("startpunt:signal", signal.pk)
