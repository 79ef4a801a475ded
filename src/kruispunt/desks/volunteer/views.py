"""Pages of the volunteer."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import odd_jobs
from kruispunt.arrangements.queries.rhythm import next_time
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY, MatchState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.core.vocabulary import Frequency
from kruispunt.desks.ui import cards, dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.matching import queries as invitations
from kruispunt.offers.queries.waiting import weeks_to_wait
from kruispunt.people import queries as people

STANDING = {
    MatchState.PROPOSED: "Er wacht een vraag op uw antwoord",
    MatchState.VOLUNTEER_AGREED: "U zei ja, we wachten op de ander",
    MatchState.RESIDENT_AGREED: "De ander zei ja, en u?",
    MatchState.INTRODUCTION: "Kennismaken",
    MatchState.TRIAL: "Samen proberen, 6 weken",
    MatchState.ACTIVE: "Loopt",
    MatchState.PAUSED: "Even pauze",
    MatchState.WINDING_DOWN: "Bijna klaar",
}


@dataclass(frozen=True, slots=True)
class WithWhom:
    """Someone the volunteer is matched with: a name only after both said yes (PRV-05)."""

    id: int
    name: str
    standing: str
    activity: str
    often: str
    open: bool


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    matches = arrangements.matches(actor).filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    context = {
        "invitations": invitations.mine(actor),
        "jobs": odd_jobs.jobs_i_come_for(actor),
        "matches": [_with_whom(match) for match in matches.order_by("-state_since", "pk")],
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


@require_GET
@as_actor
def match(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    found = dossiers.match(actor, match_id)
    context = {
        "match": _with_whom(found),
        "agreed": found,
        "next": next_time(actor, match_id),
        "neighbour": arrangements.neighbour(actor, match_id),
    }
    return render(request, "volunteer/match.html", context)


def _with_whom(row: Any) -> WithWhom:  # noqa: ANN401  (a match)
    question = row.arrangement.question
    known = row.state in UNDER_WAY
    return WithWhom(
        id=row.pk,
        name=question.asked_by.given_name if known else "Iemand uit de buurt",
        standing=STANDING.get(row.state, row.get_state_display()),
        activity=row.activity or cards.kind_for_volunteers(question.kind),
        often=Frequency(row.frequency).label if row.frequency else "",
        open=known,
    )
