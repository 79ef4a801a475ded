"""Pages of the volunteer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import odd_jobs
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.volunteer.with_whom import with_whom
from kruispunt.matching import queries as invitations
from kruispunt.offers.queries.waiting import weeks_to_wait
from kruispunt.people import queries as people


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    matches = arrangements.matches(actor).filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    context = {
        "invitations": invitations.mine(actor),
        "jobs": odd_jobs.jobs_i_come_for(actor),
        "matches": [with_whom(match) for match in matches.order_by("-state_since", "pk")],
        "weeks": weeks_to_wait(actor),
        "work_coach": bool(people.seated(actor, Role.WORK_COACH)),
    }
    return render(request, "volunteer/home.html", context)


@require_GET
@as_actor
def invitation(request: HttpRequest, actor: Actor, invitation_id: int) -> HttpResponse:  # noqa: ARG001
    """The same page that the letter leads to."""
    word = invitations.link(invitations.one(actor, invitation_id))
    return redirect("public:invitation", word)
