"""A volunteer says yes or no to an invitation on the phone, and whoever hears it notes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.answer_form import AnswerForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.matching import actions, queries
from kruispunt.matching.states import ANSWERABLE

WHY_NOT = "other"


@require_http_methods(["GET", "POST"])
@as_actor
def answer(request: HttpRequest, actor: Actor, invitation_id: int) -> HttpResponse:
    """The questions of the letter, answered for her by whoever called (MAT-04)."""
    found = queries.one(actor, invitation_id)
    question = dossiers.question(actor, found.question_id)
    form = AnswerForm(request.POST or None)

    def note() -> None:
        if request.POST.get("answer") == "yes":
            arrangements.accept_invitation(actor, invitation_id)
        else:
            said = form.cleaned_data
            reason = said["no_reason"] or WHY_NOT
            actions.decline(actor, invitation_id, no_reason=reason, remark=said["remark"])

    over = request.method == "GET" and found.state not in ANSWERABLE
    if done(request, form, note) or over:
        return redirect("startpunt:question", question.pk)
    context = {
        "invitation": found,
        "question": question,
        "person": found.volunteering.person,
        "form": form,
    }
    return render(request, "startpunt/answer_invitation.html", context, status=status(form))
