"""What can happen to a training: planned, filled, given, completed; and what it leaves (SM-10)."""

from dataclasses import dataclass, fields
from datetime import date

from django.db import IntegrityError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take, writing
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.models import Course, Participant, Volunteering
from kruispunt.offers.queries import training as queries
from kruispunt.offers.states import (
    COURSE_MOVES,
    PARTICIPANT_MOVES,
    CourseState,
    ParticipantState,
)
from kruispunt.people import queries as people

P = ParticipantState
TOGETHER = ("2", "3")
# One sentence for full, closed, taken a moment ago and joined before: it gives nobody away.
NO_SEAT = "Deze training is vol of niet meer open, of u doet al mee."


class NoSeatLeft(ImpossibleMove):
    """The training is full, or somebody was just before us."""


class NotTogether(ImpossibleMove):
    """This training is for two roles together, and only one of them was there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePlan:
    """What is given, when, where, and for how many."""

    title: str
    on: date
    module: str = ""
    phase: str = ""
    where: str = ""
    places: int = 12
    trainer_id: int | None = None
    organisation_id: int | None = None


@action
def plan_course(actor: Actor, *, plan: CoursePlan) -> Course:
    """Plan a training; partners in care often bring the knowledge."""
    may_begin(actor, permits.PLAN_COURSE)
    course = Course(municipality_id=actor.municipality_id, state_since=actor.at)
    for field in fields(plan):
        setattr(course, field.name, getattr(plan, field.name))
    keep(course)
    journal.write(actor, "course.plan", course, module=plan.module)
    return course


@action
def open_course(actor: Actor, course_id: int) -> Course:
    """Let people take a place."""
    return _move(actor, _take(actor, course_id, permits.PLAN_COURSE), "open_course")


@action
def join_course(
    actor: Actor, course_id: int, *, person_id: int | None = None, role: str = "volunteer"
) -> Participant:
    """Take a place, for oneself or noted by the registry; the database refuses one too many."""
    course = _take(actor, course_id, permits.READ_COURSE)
    if course.state != CourseState.OPEN:
        raise NoSeatLeft(NO_SEAT)
    who = people.known(actor, person_id or actor.person_id or 0)
    if queries.is_kept_from(actor, course, who.pk):
        raise NoSeatLeft(NO_SEAT)
    held = course.participants.exclude(state=P.LEFT).values_list("number", flat=True)
    taken = set(held)
    free = [number for number in range(1, course.places + 1) if number not in taken]
    if not free:
        raise NoSeatLeft(NO_SEAT)
    participant = Participant(
        municipality_id=actor.municipality_id,
        course=course,
        person=who,
        role=role,
        number=free[0],
        out_of=course.places,
    )
    try:
        with writing():
            keep(participant)
    except IntegrityError as refused:
        raise NoSeatLeft(NO_SEAT) from refused
    permits.JOIN_COURSE.require(actor, participant)
    journal.write(actor, "participant.join", participant, person_id=participant.person_id)
    if len(free) == 1:
        _move(actor, course, "fill_course")
    return participant


@action
def leave_course(actor: Actor, participant_id: int) -> Participant:
    """Give the place back; somebody else can have it."""
    participant = take(
        actor, Participant, participant_id, may=permits.JOIN_COURSE, see=permits.JOIN_COURSE
    )
    left = _step(actor, participant, "leave_course")
    course = _take(actor, participant.course_id, permits.READ_COURSE)
    if course.state == CourseState.FULL:
        _move(actor, course, "free_course")
    return left


@action
def give_course(actor: Actor, course_id: int, *, present: tuple[int, ...]) -> Course:
    """The training was given: note who was there."""
    course = _take(actor, course_id, permits.NOTE_ATTENDANCE)
    for participant in course.participants.filter(state=P.APPLIED).order_by("number"):
        verb = "attend_course" if participant.pk in present else "miss_course"
        _step(actor, participant, verb)
    return _move(actor, course, "give_course", present=len(present))


@action
def complete_course(actor: Actor, course_id: int) -> Course:
    """Whoever was there has it from now on, and it counts when we look for someone."""
    course = _take(actor, course_id, permits.GIVE_COURSE)
    there = list(course.participants.filter(state=P.PRESENT).order_by("number"))
    if course.phase in TOGETHER and len({one.role for one in there}) < 2:  # noqa: PLR2004
        raise NotTogether("Deze training telt pas als beide rollen er samen waren.")
    years = amount(actor, "training.valid_years")
    for participant in there:
        participant.achieved_on = actor.today
        participant.valid_until = course.on.replace(
            year=course.on.year + years, day=min(course.on.day, 28)
        )
        _step(actor, participant, "achieve_course")
        _keep_fact(actor, participant.person_id, course.module, there=True)
    return _move(actor, course, "complete_course", achieved=len(there))


@action
def expire_training(actor: Actor, participant_id: int) -> Participant:
    """What was learned long ago counts no more, until it is done again."""
    participant = take(actor, Participant, participant_id, may=permits.EXPIRE_TRAINING)
    _keep_fact(actor, participant.person_id, participant.course.module, there=False)
    participant.valid_until = None
    keep(participant)
    journal.write(actor, "participant.expire", participant, person_id=participant.person_id)
    return participant


def _keep_fact(actor: Actor, person_id: int, module: str, *, there: bool) -> None:
    """Bring the training to the facts on which volunteers are weighed."""
    mine = Volunteering.objects.select_for_update(of=("self",)).filter(
        municipality_id=actor.municipality_id, person_id=person_id
    )
    for volunteering in mine if module else ():
        known = [one for one in volunteering.trainings if one != module]
        volunteering.trainings = [*known, module] if there else known
        keep(volunteering)


def _take(actor: Actor, course_id: int, may: Permit) -> Course:
    return take(actor, Course, course_id, may=may, see=permits.READ_COURSE)


def _move(actor: Actor, course: Course, verb: str, **facts: object) -> Course:
    return make_move(actor, course, table=COURSE_MOVES, verb=verb, **facts)


def _step(actor: Actor, participant: Participant, verb: str) -> Participant:
    return make_move(
        actor,
        participant,
        table=PARTICIPANT_MOVES,
        verb=verb,
        person_id=participant.person_id,
    )
