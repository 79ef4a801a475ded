"""A team that helps me: who they are, what we agreed, my yes, and how many hours I have."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY, TrajectoryState
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import View, as_actor

STANDING = {
    TrajectoryState.REPORTED: "De gemeente belt u voor een gesprek.",
    TrajectoryState.TALKED: "U hebt met de gemeente gepraat. Zij schrijft u een brief.",
    TrajectoryState.NOT_INDICATED: "Wij zoeken hulp bij u in de buurt.",
    TrajectoryState.INDICATED: "Het team gaat praten over wie er begint.",
    TrajectoryState.CONSULTING: "Het team praat over wie er begint.",
    TrajectoryState.STARTER_CHOSEN: "Er is iemand gekozen. Zij bellen u.",
    TrajectoryState.STARTED: "De hulp is begonnen. Samen schrijft u op wat u wilt.",
    TrajectoryState.RUNNING: "U werkt samen aan wat u wilt.",
    TrajectoryState.REVIEWING: "U kijkt samen terug: wat lukt, en wat niet?",
    TrajectoryState.PROLONGED: "De hulp gaat nog even door.",
    TrajectoryState.PHASED_OUT: "Het team is klaar. Wij vragen later hoe het gaat.",
    TrajectoryState.STOPPED: "Deze hulp is gestopt.",
}
VERBS: dict[str, Callable[[Actor, int], object]] = {
    "agree_trajectory": actions.agree_trajectory,
    "stop_trajectory": actions.stop_trajectory,
}


@require_GET
@as_actor
def team(request: HttpRequest, actor: Actor, trajectory_id: int) -> HttpResponse:
    found = queries.trajectory(actor, trajectory_id)
    me = actor.person_id or 0
    context = {
        "trajectory": found,
        "standing": STANDING[TrajectoryState(found.state)],
        "open": found.state not in ENDED_TRAJECTORY,
        "table": queries.table(actor, trajectory_id),
        "goals": queries.goals(actor, found.arrangement.question_id),
        "hours": queries.coach_hours(actor, me, actor.today.year),
        "bookings": queries.bookings(actor, me).filter(on__gte=actor.today, state="booked"),
    }
    return render(request, "resident/team.html", context)


def one_button(act: Callable[[Actor, int], object]) -> View[[int]]:
    """My yes, or that I stop: one button, and nobody asks why."""

    @require_POST
    @as_actor
    def said(request: HttpRequest, actor: Actor, trajectory_id: int) -> HttpResponse:  # noqa: ARG001
        act(actor, trajectory_id)
        return redirect("resident:team", trajectory_id)

    said.asks_who = True  # type: ignore[attr-defined]
    return said
