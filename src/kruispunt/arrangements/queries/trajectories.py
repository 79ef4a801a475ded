"""Reading hybrid trajectories: everyone at the table, as far as the resident agrees today."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from kruispunt.arrangements.models import (
    Booking,
    CoachYear,
    HybridTeam,
    TeamMember,
    Trajectory,
    Voice,
)
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.arrangements.states.trajectory import (
    ENDED_TRAJECTORY,
    WITH_STARTER,
    BookingState,
    TrajectoryState,
)
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.terms import amount
from kruispunt.people import queries as people

MINUTES = 60


@dataclass(frozen=True, slots=True)
class AboutResident:
    """What someone at the table may read of the resident; nothing when the yes was taken back."""

    name: str
    phone: str
    words: str


@dataclass(frozen=True, slots=True)
class AtTheTable:
    """One organisation of the team: expertise, room, and whom it names (C4)."""

    member_id: int
    organisation: str
    chair: str
    expertise: tuple[str, ...]
    places: int
    running: int
    names: str
    reason: str

    @property
    def free(self) -> int:
        return max(self.places - self.running, 0)


@dataclass(frozen=True, slots=True)
class CoachHours:
    """The hours of one resident in one calendar year, in minutes (HYB-03)."""

    year: int
    allowed: int
    booked: int
    used: int

    @property
    def left(self) -> int:
        return self.allowed - self.booked - self.used


def teams(actor: Actor) -> QuerySet[HybridTeam]:
    return permits.READ_TEAM.narrow(HybridTeam.objects.all(), actor).order_by("name")


def group_teams(actor: Actor) -> QuerySet[HybridTeam]:
    """Teams that work in groups, which can come beside one that helps one by one (HYB-07)."""
    return teams(actor).filter(sort="group")


def trajectories(actor: Actor) -> QuerySet[Trajectory]:
    """Trajectories in which I have a part, due first, and those that ended last."""
    rows = Trajectory.objects.select_related("team", "starter", "advisor")
    found = permits.READ_TRAJECTORY.narrow(rows, actor)
    return found.order_by("ended_on", "due_on", "pk")


def trajectory(actor: Actor, trajectory_id: int) -> Trajectory:
    return trajectories(actor).get(pk=trajectory_id)


def my_trajectories(actor: Actor) -> QuerySet[Trajectory]:
    """Teams that help the actor herself."""
    return trajectories(actor).filter(arrangement__question__asked_by_id=actor.person_id)


def trajectories_of_question(actor: Actor, question_id: int) -> QuerySet[Trajectory]:
    """How far a team is, for who asked it to help; nothing of what was said."""
    rows = Trajectory.objects.select_related("team", "starter")
    found = permits.FOLLOW_TRAJECTORY.narrow(rows, actor)
    return found.filter(arrangement__question_id=question_id).order_by("-pk")


def about_resident(actor: Actor, trajectory_id: int) -> AboutResident:
    """Who it is about: for the advisor and the resident always, for others with a yes (PRV-04)."""
    found = trajectory(actor, trajectory_id)
    question = found.arrangement.question
    who = question.asked_by
    if actor.person_id == who.pk or actor.is_a(Role.WMO_ADVISOR) or _shared(actor, who.pk):
        return AboutResident(who.given_name, who.phone, question.words)
    return AboutResident("", "", "")


def table(actor: Actor, trajectory_id: int) -> list[AtTheTable]:
    """Who sits around the table of a trajectory, with expertise and room in view."""
    found = trajectory(actor, trajectory_id)
    members = TeamMember.objects.filter(team_id=found.team_id).select_related("organisation")
    named = Voice.objects.filter(trajectory=found).select_related("starter__organisation")
    voices = {voice.member_id: voice for voice in named}
    running = running_by_organisation(actor, found.team_id)
    return [
        AtTheTable(
            member.pk,
            member.organisation.name,
            member.chair,
            tuple(member.expertise),
            member.places,
            running.get(member.organisation_id, 0),
            voices[member.pk].starter.organisation.name if member.pk in voices else "",
            voices[member.pk].reason if member.pk in voices else "",
        )
        for member in members.order_by("chair", "pk")
    ]


def running_by_organisation(actor: Actor, team_id: int) -> dict[int, int]:
    """How many trajectories each organisation of a team carries now, for counting only."""
    rows = Trajectory.objects.filter(
        municipality_id=actor.municipality_id,
        team_id=team_id,
        state__in=sorted(WITH_STARTER - ENDED_TRAJECTORY),
    )
    counted = rows.values_list("starter_id").annotate(Count("pk")).order_by()
    return {organisation: count for organisation, count in counted if organisation is not None}


def trajectories_to_warn(actor: Actor) -> list[int]:
    """Where nobody was chosen, or nobody started, within the agreed term (HYB-02)."""
    waits = (TrajectoryState.CONSULTING, TrajectoryState.STARTER_CHOSEN)
    rows = permits.WARN_TEAM.narrow(Trajectory.objects.all(), actor)
    late = rows.filter(state__in=waits, due_on__lt=actor.today).order_by("due_on", "pk")
    return list(late.values_list("pk", flat=True))


def carried_by_a_team(actor: Actor) -> set[int]:
    """Questions that a hybrid team is busy with: they have a term of their own."""
    rows = Trajectory.objects.filter(municipality_id=actor.municipality_id)
    busy = rows.exclude(state__in=sorted(ENDED_TRAJECTORY))
    return set(busy.values_list("arrangement__question_id", flat=True))


def started_in_time(actor: Actor) -> tuple[int, int]:
    """Of the trajectories that started: how many within the agreed term, and how many (C6)."""
    rows = permits.FOLLOW_TRAJECTORY.narrow(Trajectory.objects.all(), actor)
    started = rows.filter(started_on__isnull=False)
    return started.filter(was_late=False).count(), started.count()


def coach_hours(actor: Actor, person_id: int, year: int) -> CoachHours:
    """What was booked, used and is left in this calendar year; last year's rest does not count."""
    rows = permits.READ_BOOKING.narrow(Booking.objects.all(), actor)
    mine = rows.filter(year__person_id=person_id, year__year=year)
    found = {BookingState.BOOKED: 0, BookingState.USED: 0, BookingState.CANCELLED: 0}
    for state, minutes in mine.values_list("state", "minutes"):
        found[BookingState(state)] += minutes
    kept = CoachYear.objects.filter(
        municipality_id=actor.municipality_id, person_id=person_id, year=year
    ).first()
    allowed = kept.allowed if kept else amount(actor, "coach.hours_a_year") * MINUTES
    return CoachHours(year, allowed, found[BookingState.BOOKED], found[BookingState.USED])


def bookings(actor: Actor, person_id: int) -> QuerySet[Booking]:
    rows = permits.READ_BOOKING.narrow(Booking.objects.select_related("organisation"), actor)
    return rows.filter(year__person_id=person_id).order_by("-on", "-pk")


def resident_of(actor: Actor, trajectory_id: int) -> int:
    """Whose trajectory this is, for whoever sits at its table."""
    return int(trajectory(actor, trajectory_id).arrangement.question.asked_by_id)


def has_agreed_team(actor: Actor, found: Trajectory) -> bool:
    """Say whether the resident's yes counts today for every organisation at the table."""
    organisations = found.team.members.values_list("organisation_id", flat=True)
    person_id = found.arrangement.question.asked_by_id
    return all(_agrees(actor, person_id, each) for each in organisations)


def needs_pulse(found: Trajectory, today: date) -> bool:
    """Say whether the coach has not looked yet this month."""
    return not found.pulses.filter(month=today.replace(day=1)).exists()


def _shared(actor: Actor, person_id: int) -> bool:
    return any(_agrees(actor, person_id, each) for each in sorted(actor.organisation_ids))


def _agrees(actor: Actor, person_id: int, organisation_id: int) -> bool:
    return people.has_consent(
        actor, person_id=person_id, scope="question", organisation_id=organisation_id
    )
