"""The three questions in a talk: what she says now beside what she said first (C15)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import footing as actions
from kruispunt.arrangements.queries import footing as queries
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.footing_form import FootingForm
from kruispunt.desks.ui.posting import done, status


@require_http_methods(["GET", "POST"])
@as_actor
def footing(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    question = dossiers.question(actor, question_id)
    form = FootingForm(request.POST or None)

    def note() -> None:
        actions.note_footing(actor, question_id, said=actions.Stands(**form.cleaned_data))

    if done(request, form, note):
        return redirect("startpunt:footing", question_id)
    found = queries.footings(actor, question_id)
    context = {
        "question": question,
        "form": form,
        "asked": found,
        "changed": queries.change(found),
    }
    return render(request, "startpunt/footing.html", context, status=status(form))
