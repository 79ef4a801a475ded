"""Pages of a hybrid team: what lies at the table, and one trajectory with everything in view."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY
from kruispunt.base.actor import Actor
from kruispunt.desks.partner.at_the_table import ALL
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import View, as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.verbs import attempt, possible
from kruispunt.offers import queries as offers

SHOWN = 100
BOOKINGS: dict[str, Callable[[Actor, int], object]] = {
    "use_coach": actions.use_coach,
    "cancel_coach": actions.cancel_coach,
}
STEPS: dict[str, Callable[[Actor, int], object]] = {
    "take_step": actions.take_step,
    "keep_going": actions.keep_going,
    "drop_step": actions.drop_step,
}


@require_GET
@as_actor
def trajectories(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = queries.trajectories(actor)
    context = {
        "running": rows.exclude(state__in=sorted(ENDED_TRAJECTORY))[:SHOWN],
        "ended": rows.filter(state__in=sorted(ENDED_TRAJECTORY))[:SHOWN],
        "in_time": queries.started_in_time(actor),
        "today": actor.today,
    }
    return render(request, "partner/trajectories.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def trajectory(
    request: HttpRequest, actor: Actor, trajectory_id: int, verb: str = ""
) -> HttpResponse:
    """What was agreed, who sits at the table, and every step that this actor can take now."""
    found = dossiers.trajectory(actor, trajectory_id)
    seats = queries.table(actor, trajectory_id)
    activities = [(one.pk, one.name) for one in offers.activities(actor)]
    fill = partial(
        let_choose,
        member_id=[(seat.member_id, _seat(seat)) for seat in seats if seat.chair == "provider"],
        team_id=[(one.pk, one.name) for one in queries.group_teams(actor)],
        activity_id=[("", "Geen, of iets anders"), *activities],
    )
    tried = attempt(request, actor, trajectory_id, verb, among=ALL, fill=fill)
    if tried.done:
        return redirect("partner:trajectory", trajectory_id)
    steps = tried.steps(possible(ALL, actor, found), "partner:trajectory_verb", found.pk, fill=fill)
    context = {"trajectory": found, "table": seats, "steps": steps, **_agreed(actor, found)}
    return render(request, "partner/trajectory.html", context, status=tried.status)


def one_button(act: Callable[[Actor, int], object]) -> View[[int, int]]:
    """A verb without words, on an appointment or a step of a trajectory."""

    @require_POST
    @as_actor
    def taken(
        request: HttpRequest,  # noqa: ARG001
        actor: Actor,
        trajectory_id: int,
        row_id: int,
    ) -> HttpResponse:
        act(actor, row_id)
        return redirect("partner:trajectory", trajectory_id)

    taken.asks_who = True  # type: ignore[attr-defined]
    return taken


def _agreed(actor: Actor, found: Any) -> dict[str, Any]:  # noqa: ANN401  (a trajectory)
    """Everything around one trajectory that this actor may read."""
    question_id = found.arrangement.question_id
    resident = queries.resident_of(actor, found.pk)
    return {
        "about": queries.about_resident(actor, found.pk),
        "goals": queries.goals(actor, question_id),
        "looked_back": queries.evaluations(actor, question_id),
        "steps_down": queries.steps_down(actor, question_id),
        "pulses": found.pulses.order_by("-month"),
        "hours": queries.coach_hours(actor, resident, actor.today.year),
        "bookings": queries.bookings(actor, resident),
        "today": actor.today,
    }


def _seat(seat: queries.AtTheTable) -> str:
    room = (
        "geen plaats"
        if not seat.free
        else "1 plaats"
        if seat.free == 1
        else f"{seat.free} plaatsen"
    )
    skills = f", goed in {', '.join(seat.expertise)}" if seat.expertise else ""
    return f"{seat.organisation}: {room}{skills}"
