"""Answering by the word in a letter how a volunteer is herself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import guiding
from kruispunt.arrangements.queries import guidance
from kruispunt.arrangements.states.guidance import WellbeingState
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.wellbeing_forms import WellbeingForm


@require_http_methods(["GET", "POST"])
@for_everyone
def wellbeing(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """One minute; only the coordinator reads it."""
    asked_id, person_id, municipality_id = guidance.wellbeing_by_link(word)
    them = actor.answering(person_id, municipality_id)
    found = guidance.wellbeing(them).get(pk=asked_id)
    form = WellbeingForm(request.POST or None)

    def answer() -> None:
        guiding.answer_wellbeing(them, asked_id, said=guiding.Feels(**form.cleaned_data))

    if done(request, form, answer):
        return redirect("public:wellbeing", word)
    context = {"open": found.state != WellbeingState.ANSWERED, "form": form}
    return render(request, "public/wellbeing.html", context, status=status(form))
