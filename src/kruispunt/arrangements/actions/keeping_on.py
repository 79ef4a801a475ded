"""A hybrid trajectory on its way: working on goals, looking back, and needing less (SM-6)."""

from datetime import timedelta

from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.actions.steps_of_looking_back import LookedBack, look_back
from kruispunt.arrangements.actions.steps_of_teams import T, move_trajectory, take_trajectory
from kruispunt.arrangements.actions.steps_when_running import part_ended
from kruispunt.arrangements.models import Evaluation, Trajectory
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.arrangements.states.goals import (
    EvaluationState,
    GoalState,
    Moment,
    StepDownState,
)
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.base.moves import NotFromHere
from kruispunt.base.steps import keep
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.core import terms


@action
def run_on_goals(actor: Actor, trajectory_id: int) -> Trajectory:
    """The plan stands: at least one goal with its part of life and where it starts (HYB-04)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.RUN_ON_GOALS)
    whole = trajectory.arrangement.goals.filter(state=GoalState.SET)
    if not whole.exclude(domain="").exclude(start_situation="").exists():
        raise NotYet("Schrijf eerst een doel op, met de eigen woorden en hoe het nu gaat.")
    return _until_next_review(actor, trajectory, "run_on_goals")


@action
def review_goals(actor: Actor, trajectory_id: int) -> Trajectory:
    """Begin to look back together; at least every three months."""
    trajectory = take_trajectory(actor, trajectory_id, permits.REVIEW_GOALS)
    return move_trajectory(actor, trajectory, "review_goals")


@action
def look_back_with_team(actor: Actor, trajectory_id: int, *, said: LookedBack) -> Evaluation:
    """Keep what works, what does not and why, as the resident tells it (C10)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.REVIEW_GOALS)
    if trajectory.state != T.REVIEWING:
        raise NotFromHere("Begin eerst met terugkijken.")
    evaluation = Evaluation(
        municipality_id=actor.municipality_id,
        arrangement=trajectory.arrangement,
        moment=Moment.QUARTERLY,
        side=Side.RESIDENT,
        due_on=actor.today,
        state_since=actor.at,
    )
    return look_back(actor, keep(evaluation), said)


@action
def prolong(actor: Actor, trajectory_id: int) -> Trajectory:
    """Go on for another while, after having looked back."""
    trajectory = take_trajectory(actor, trajectory_id, permits.PROLONG)
    _looked_back(trajectory)
    return _until_next_review(actor, trajectory, "prolong")


@action
def phase_out(actor: Actor, trajectory_id: int, *, ending: str) -> Trajectory:
    """The team steps back; what comes after is on paper, and is looked at later (HYB-06, C13)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.PHASE_OUT)
    _looked_back(trajectory)
    path = (StepDownState.PLANNED, StepDownState.TAKEN, StepDownState.KEPT)
    if not trajectory.arrangement.steps.filter(state__in=path).exists():
        raise NotYet("Spreek eerst een stap naar minder hulp af, zoals een eetclub of een maatje.")
    trajectory.ending = ending
    done = move_trajectory(actor, trajectory, "phase_out")
    part_ended(actor.through("arrangements"), done.arrangement, planned=True, why="trajectory")
    return done


@action
def stop_trajectory(actor: Actor, trajectory_id: int, *, why: str = "") -> Trajectory:
    """Stop. The resident can always, and nobody has to say why."""
    trajectory = take_trajectory(actor, trajectory_id, permits.STOP_TRAJECTORY)
    trajectory.ending = why
    stopped = move_trajectory(actor, trajectory, "stop_trajectory")
    inside = actor.through("arrangements")
    part_ended(inside, stopped.arrangement, planned=False, why="trajectory")
    return stopped


def _until_next_review(actor: Actor, trajectory: Trajectory, verb: str) -> Trajectory:
    """We look back at least every three months (HYB-04)."""
    weeks = timedelta(weeks=amount(actor, "trajectory.evaluate_weeks"))
    due_on = terms.working_day_from(actor.today + weeks)
    return move_trajectory(actor, trajectory, verb, due_on=due_on)


def _looked_back(trajectory: Trajectory) -> None:
    held = trajectory.arrangement.evaluations.filter(state=EvaluationState.HELD)
    if not held.filter(state_since__gte=trajectory.state_since).exists():
        raise NotYet("Kijk eerst samen terug: wat lukt, wat lukt niet, en waarom?")
