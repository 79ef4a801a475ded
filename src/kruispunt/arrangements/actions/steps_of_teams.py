"""The steps that every verb of a hybrid trajectory shares."""

from datetime import date

from kruispunt.arrangements.models import Trajectory
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.arrangements.states.trajectory import (
    ENDED_TRAJECTORY,
    TRAJECTORY_MOVES,
    TrajectoryState,
)
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due

T = TrajectoryState
TERM_OF = {
    T.REPORTED: "trajectory.reported",
    T.TALKED: "trajectory.talked",
    T.INDICATED: "trajectory.indicated",
    T.CONSULTING: "trajectory.consulting",
    T.STARTER_CHOSEN: "trajectory.starter_chosen",
    T.STARTED: "trajectory.started",
    T.REVIEWING: "trajectory.reviewing",
}


def take_trajectory(actor: Actor, trajectory_id: int, may: Permit) -> Trajectory:
    """Lock the row; whoever may only follow it sees it, but may do no more than its permit says."""
    return take(actor, Trajectory, trajectory_id, may=may, see=permits.FOLLOW_TRAJECTORY)


def move_trajectory(
    actor: Actor, trajectory: Trajectory, verb: str, *, due_on: date | None = None, **facts: object
) -> Trajectory:
    """Make the move, and count from today how long the new state may last."""
    target = T(TRAJECTORY_MOVES.target(verb, trajectory.state))
    trajectory.due_on = due_on or (due(actor, TERM_OF[target]) if target in TERM_OF else None)
    if target in ENDED_TRAJECTORY:
        trajectory.ended_on = actor.today
    return make_move(
        actor,
        trajectory,
        table=TRAJECTORY_MOVES,
        verb=verb,
        person_id=trajectory.arrangement.question.asked_by_id,
        **facts,
    )
