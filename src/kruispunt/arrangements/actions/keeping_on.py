"""A hybrid trajectory on its way: working on goals, looking back, and needing less (SM-6)."""

from datetime import date, timedelta

from kruispunt.arrangements.actions.steps_of_teams import move_trajectory, take_trajectory
from kruispunt.arrangements.models import Trajectory
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.base.actor import Actor
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.core import terms


@action
def stop_trajectory(actor: Actor, trajectory_id: int, *, why: str = "") -> Trajectory:
    """Stop. The resident can always, and nobody has to say why."""
    trajectory = take_trajectory(actor, trajectory_id, permits.STOP_TRAJECTORY)
    trajectory.ending = why
    return move_trajectory(actor, trajectory, "stop_trajectory")


def _next_review(actor: Actor) -> date:
    """We look back at least every three months (HYB-04)."""
    weeks = timedelta(weeks=amount(actor, "trajectory.evaluate_weeks"))
    return terms.working_day_from(actor.today + weeks)
