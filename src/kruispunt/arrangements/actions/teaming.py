"""A hybrid team at its table: what welfare can do, who starts and why, and the start (SM-6)."""

from datetime import date

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions import letters_of_teams as letters
from kruispunt.arrangements.actions.referring import NotShared
from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.actions.steps_of_teams import move_trajectory, take_trajectory
from kruispunt.arrangements.actions.steps_when_running import answer_runs
from kruispunt.arrangements.actions.steps_when_stuck import report_stuck
from kruispunt.arrangements.models import HybridTeam, TeamMember, Trajectory, Voice
from kruispunt.arrangements.models.escalation import Cause
from kruispunt.arrangements.models.trajectory import Chair
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.arrangements.states.trajectory import TRAJECTORY_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, named
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.offers import queries as offers
from kruispunt.questions import queries as asks


class NoRoom(ImpossibleMove):
    """The organisation that is named has no room for one more."""


@action
def consult_team(actor: Actor, trajectory_id: int) -> Trajectory:
    """The team comes together; only when the resident said yes to everyone at the table."""
    trajectory = take_trajectory(actor, trajectory_id, permits.CONSULT_TEAM)
    if not queries.has_agreed_team(actor, trajectory):
        raise NotShared("De inwoner heeft nog geen ja gezegd tegen het hele team.")
    moved = move_trajectory(actor, trajectory, "consult_team")
    letters.ask_table(actor, moved)
    return moved


@action
def weigh_welfare(
    actor: Actor, trajectory_id: int, *, welfare: str, activity_id: int | None = None
) -> Trajectory:
    """The welfare coach says what there is nearby, or why nothing suits; nobody skips it (C5)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.WEIGH_WELFARE)
    trajectory.welfare = welfare
    activities = offers.activities(actor)
    trajectory.welfare_activity = activities.get(pk=activity_id) if activity_id else None
    keep(trajectory)
    journal.write(actor, "trajectory.weigh_welfare", trajectory, activity=activity_id)
    return trajectory


@action
def name_starter(actor: Actor, trajectory_id: int, *, member_id: int, reason: str) -> Trajectory:
    """A provider names who should start. When all name the same one, the team has chosen (C4)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.NAME_STARTER)
    TRAJECTORY_MOVES.target("choose_starter", trajectory.state)
    if not trajectory.welfare:
        raise NotYet("Kijk eerst wat welzijn kan doen. De welzijnscoach schrijft dat op.")
    providers = trajectory.team.members.filter(chair=Chair.PROVIDER).order_by("pk")
    starter = providers.get(pk=member_id)
    _has_room(actor, starter)
    mine = providers.filter(organisation_id__in=sorted(actor.organisation_ids)).get()
    voice, _ = Voice.objects.update_or_create(
        municipality_id=actor.municipality_id,
        trajectory=trajectory,
        member=mine,
        defaults={"starter": starter, "reason": reason, "by_id": named(actor), "at": actor.at},
    )
    journal.write(actor, "trajectory.name_starter", trajectory, member=voice.member_id)
    said = {each.member_id: each.starter_id for each in trajectory.voices.all()}
    if set(said) != {each.pk for each in providers} or set(said.values()) != {starter.pk}:
        return trajectory
    return _choose(actor, trajectory, starter)


@action
def start_support(
    actor: Actor, trajectory_id: int, *, on: date | None = None, with_coach: bool = False
) -> Trajectory:
    """The chosen provider had the first intake, perhaps together with the welfare coach (C8)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.START_SUPPORT)
    trajectory.started_on = on or actor.today
    trajectory.coach_joined_intake = with_coach
    moved = move_trajectory(actor, trajectory, "start_support", with_coach=with_coach)
    answer_runs(actor.through("arrangements"), moved.arrangement)
    return moved


@action
def join_group_team(actor: Actor, trajectory_id: int, *, team_id: int) -> Trajectory:
    """A team that works in groups comes beside the one that helps one by one (HYB-07)."""
    trajectory = take_trajectory(actor, trajectory_id, permits.JOIN_GROUP_TEAM)
    groups = HybridTeam.objects.filter(municipality_id=actor.municipality_id, sort="group")
    trajectory.group_team = groups.get(pk=team_id)
    keep(trajectory, giving=actor)
    journal.write(actor, "trajectory.join_group_team", trajectory, team=team_id)
    return trajectory


@action
def warn_team(actor: Actor, trajectory_id: int) -> Trajectory:
    """The agreed term is over: first everyone at the table hears it, then Petra (HYB-02, SM-8)."""
    trajectory = take(actor, Trajectory, trajectory_id, may=permits.WARN_TEAM)
    if trajectory.warned_at is None:
        trajectory.warned_at, trajectory.was_late = actor.at, True
        trajectory.due_on = due(actor, "trajectory.warned")
        letters.too_late(actor, trajectory)
    else:
        trajectory.due_on = None
        question_id = trajectory.arrangement.question_id
        if asks.may_get_stuck(actor.through("arrangements"), question_id):
            tried = f"Het hybride team {trajectory.team} kwam niet op tijd tot een start."
            inside = actor.through("arrangements")
            report_stuck(inside, question_id, cause=Cause.START_BROKEN, what="", tried=tried)
    keep(trajectory)
    journal.write(actor, "trajectory.warn_team", trajectory)
    return trajectory


def _choose(actor: Actor, trajectory: Trajectory, starter: TeamMember) -> Trajectory:
    trajectory.starter = starter.organisation
    trajectory.starter_reason = "\n".join(
        dict.fromkeys(voice.reason for voice in trajectory.voices.order_by("at", "pk"))
    )
    trajectory.warned_at = None
    chosen = move_trajectory(actor, trajectory, "choose_starter", member=starter.pk)
    letters.starter_chosen(actor, chosen)
    return chosen


def _has_room(actor: Actor, starter: TeamMember) -> None:
    running = queries.running_by_organisation(actor, starter.team_id)
    if running.get(starter.organisation_id, 0) >= starter.places:
        raise NoRoom("Deze organisatie heeft nu geen plaats. Noem een ander.")
