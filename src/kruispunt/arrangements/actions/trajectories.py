"""A hybrid trajectory up to the indication: opened, agreed with, talked over, recorded (SM-6)."""

from dataclasses import dataclass, fields
from datetime import date, timedelta

from kruispunt.arrangements.actions import letters_of_teams as letters
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_of_teams import (
    TERM_OF,
    T,
    move_trajectory,
    take_trajectory,
)
from kruispunt.arrangements.models import HybridTeam, TeamMember, Trajectory
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.parts import refuse_apart
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.questions import actions as questions
from kruispunt.questions.actions.routes import WrongWay
from kruispunt.questions.states import FOR_VOLUNTEERS, ROUTES, State

A_YEAR = timedelta(days=365)
PURPOSE = "Samen met u kijken wie u kan helpen, en hoe het gaat."


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """One organisation that comes to sit at the table of a team."""

    organisation_id: int
    chair: str
    expertise: tuple[str, ...] = ()
    places: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Indication:
    """What the municipality decided, as its advisor records it."""

    scope: str
    valid_from: date
    valid_until: date | None = None


@action
def gather_team(
    actor: Actor, *, name: str, members: tuple[Seated, ...], sort: str = "single"
) -> HybridTeam:
    """Bring providers and a welfare coach together around one table (C2)."""
    may_begin(actor, permits.GATHER_TEAM)
    team = keep(HybridTeam(municipality_id=actor.municipality_id, name=name, sort=sort))
    organisations = known.organisations(actor)
    seated_ids = [seated.organisation_id for seated in members]
    contacts = organisations.filter(pk__in=seated_ids).values_list("contact_id", flat=True)
    refuse_apart(actor, {one for one in contacts if one is not None})
    for seated in members:
        keep(
            TeamMember(
                municipality_id=actor.municipality_id,
                team=team,
                organisation=organisations.get(pk=seated.organisation_id),
                chair=seated.chair,
                expertise=list(seated.expertise),
                places=seated.places,
            )
        )
    journal.write(actor, "team.gather", team, members=len(members))
    return team


@action
def open_trajectory(actor: Actor, question_id: int, *, team_id: int) -> Trajectory:
    """Bring a question to the municipality's advisor and a team, and ask the resident's yes."""
    may_begin(actor, permits.OPEN_A_TRAJECTORY)
    arrangement = arrangement_of(actor, question_id)
    if arrangement.question.state != State.WITH_MUNICIPALITY:
        questions.notify(actor.through("arrangements"), question_id)
    trajectory = keep(
        Trajectory(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            team=HybridTeam.objects.get(pk=team_id, municipality_id=actor.municipality_id),
            state_since=actor.at,
            opened_on=actor.today,
            due_on=due(actor, TERM_OF[T.REPORTED]),
        ),
        giving=actor,
    )
    asker = arrangement.question.asked_by_id
    journal.write(actor, "trajectory.open", trajectory, person_id=asker)
    for member in trajectory.team.members.order_by("pk"):
        if not _agrees(actor, asker, member.organisation_id):
            people.ask_consent(
                actor,
                person_id=asker,
                scope="question",
                purpose=PURPOSE,
                organisation_id=member.organisation_id,
            )
    letters.ask_for_yes(actor, trajectory)
    return trajectory


@action
def agree_trajectory(actor: Actor, trajectory_id: int) -> Trajectory:
    """The resident says yes to the team, for a year at most; it can be taken back any day."""
    trajectory = take_trajectory(actor, trajectory_id, permits.AGREE_TRAJECTORY)
    asker = trajectory.arrangement.question.asked_by_id
    at_the_table = trajectory.team.members.values_list("organisation_id", flat=True)
    asked = known.consents(actor, asker).filter(state="asked", organisation_id__in=at_the_table)
    for consent in asked:
        people.give_consent(actor, consent.pk, until=actor.today + A_YEAR)
    trajectory.agreed_on = actor.today
    keep(trajectory)
    journal.write(actor, "trajectory.agree", trajectory, person_id=asker)
    return trajectory


@action
def talk_over(
    actor: Actor, trajectory_id: int, *, talk: str, on: date | None = None, with_coach: bool = False
) -> Trajectory:
    """The advisor talked with the resident; the welfare coach may have joined."""
    trajectory = take_trajectory(actor, trajectory_id, permits.TALK_OVER)
    trajectory.advisor_id = named(actor)
    trajectory.talk, trajectory.talked_on = talk, on or actor.today
    trajectory.coach_joined_talk = with_coach
    return move_trajectory(actor, trajectory, "talk_over", with_coach=with_coach)


@action
def indicate(actor: Actor, trajectory_id: int, *, indication: Indication) -> Trajectory:
    """Record that the municipality gave an indication. We record and remind; we never decide."""
    trajectory = take_trajectory(actor, trajectory_id, permits.INDICATE)
    named(actor)
    for field in fields(indication):
        setattr(trajectory, field.name, getattr(indication, field.name))
    trajectory.indicated_on = actor.today
    letters.talked_with_municipality(actor, trajectory, goes_on=True)
    return move_trajectory(actor, trajectory, "indicate")


@action
def not_indicate(actor: Actor, trajectory_id: int, *, why: str) -> Trajectory:
    """Record that there is no indication: the question goes on, informally."""
    trajectory = take_trajectory(actor, trajectory_id, permits.INDICATE)
    named(actor)
    trajectory.ending = why
    letters.talked_with_municipality(actor, trajectory, goes_on=False)
    moved = move_trajectory(actor, trajectory, "not_indicate")
    _look_nearby(actor.through("arrangements"), moved)
    return moved


def _look_nearby(inside: Actor, trajectory: Trajectory) -> None:
    """Look for people nearby; with a professional beside them where the rules ask for one."""
    question = trajectory.arrangement.question
    if question.state not in ROUTES - FOR_VOLUNTEERS:
        return
    try:
        questions.search(inside, question.pk)
    except WrongWay:
        questions.combine(inside, question.pk)


def _agrees(actor: Actor, person_id: int, organisation_id: int) -> bool:
    return known.has_consent(
        actor, person_id=person_id, scope="question", organisation_id=organisation_id
    )
