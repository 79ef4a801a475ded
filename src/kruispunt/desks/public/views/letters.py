"""Answering by the word in a letter, without signing in: the volunteer's and the resident's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.ui import cards, dossiers
from kruispunt.desks.ui.answer_form import AnswerForm
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.tongues import in_own_language
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations


@require_http_methods(["GET", "POST"])
@for_everyone
def invitation(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What the volunteer is asked, in functional words: yes or no is one button."""
    invitation_id, person_id, municipality_id = invitations.by_link(word)
    her = actor.answering(person_id, municipality_id, Role.VOLUNTEER)
    found = invitations.asked(her, invitation_id)
    form = AnswerForm(request.POST or None)

    def answer() -> None:
        if request.POST.get("answer") == "yes":
            arrangements.accept_invitation(her, invitation_id)
        else:
            said = form.cleaned_data
            matching.decline(
                her,
                invitation_id,
                no_reason=said["no_reason"] or "other",
                remark=said["remark"],
            )

    if done(request, form, answer):
        return redirect("public:invitation", word)
    context: dict[str, Any] = {"card": _invited(her, found), "form": form}
    return render(request, "public/invitation.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@in_own_language
@for_everyone
def proposal(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What the resident is asked: would you like to meet this volunteer, whose name comes later."""
    match_id, person_id, municipality_id = answers.by_link(word)
    resident = actor.answering(person_id, municipality_id, Role.RESIDENT)
    found = dossiers.match(resident, match_id)
    if request.method == "POST":
        if request.POST.get("answer") == "yes":
            arrangements.agree_as_resident(resident, match_id)
        else:
            arrangements.decline(resident, match_id, side="resident")
        return redirect("public:proposal", word)
    return render(request, "public/proposal.html", {"card": cards.proposed(found)})


def _invited(her: Actor, found: Any) -> cards.Invited:  # noqa: ANN401  (an invitation)
    """What she is asked, as long as she may read it; afterwards only what she answered."""
    tells = invitations.tells(her, found)
    return cards.invited(found) if tells else cards.was_invited(found)
