"""Answering by the word in a letter whether one takes the place that fell free (K22)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import waiting_line as actions
from kruispunt.arrangements.queries import enrolment
from kruispunt.arrangements.queries.places import place_by_link
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.ui.door import for_everyone
from kruispunt.offers.queries import days


@require_http_methods(["GET", "POST"])
@for_everyone
def place(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """One button for yes and one for no; no reason is asked."""
    enrolment_id, person_id, municipality_id = place_by_link(word)
    them = actor.answering(person_id, municipality_id, Role.RESIDENT)
    found = enrolment(them, enrolment_id)
    if request.method == "POST":
        answer = actions.decline_place if "no" in request.POST else actions.confirm_place
        answer(them, enrolment_id)
        return redirect("public:place", word)
    context = {
        "activity": found.activity,
        "state": found.state,
        "due_on": found.due_on,
        "soon": days.next_by_activity(them, [found.activity_id]).get(found.activity_id),
    }
    return render(request, "public/place.html", context)
