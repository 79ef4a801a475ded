"""Reading trainings: what one can join, who was there, and what runs out."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from kruispunt.base import parts
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile
from kruispunt.offers import permits
from kruispunt.offers.models import Course, Participant
from kruispunt.offers.states import CourseState, ParticipantState
from kruispunt.people import queries as people

COURSE_STEPS = {
    CourseState.PLANNED: "Zet de training open",
    CourseState.OPEN: "Leg vast wie er was",
    CourseState.FULL: "Leg vast wie er was",
    CourseState.GIVEN: "Rond de training af",
}
TRAINER_STEPS = {state: COURSE_STEPS[state] for state in (CourseState.OPEN, CourseState.FULL)}
GONE = Q(participants__state=ParticipantState.LEFT)


def courses(actor: Actor) -> QuerySet[Course]:
    """Trainings, the next one first; with how many places are taken."""
    rows = permits.READ_COURSE.narrow(Course.objects.select_related("organisation"), actor)
    return rows.annotate(taken=Count("participants", filter=~GONE)).order_by("-on", "pk")


def courses_to_join(actor: Actor) -> QuerySet[Course]:
    """What one can still join."""
    found = courses(actor).filter(state=CourseState.OPEN, on__gte=actor.today)
    return found.exclude(pk__in=_kept_from(actor, actor.person_id or 0)).order_by("on", "pk")


def is_kept_from(actor: Actor, course: Course, person_id: int) -> bool:
    """Say whether someone would meet there whom she may never meet; she hears it is full."""
    return course.pk in _kept_from(actor, person_id)


def _kept_from(actor: Actor, person_id: int) -> set[int]:
    # Nobody is asked for as well, so that a look takes as long whether there is a pair or not.
    never = {0, *parts.apart(actor, (person_id,))[person_id]}
    rows = Course.objects.filter(municipality_id=actor.municipality_id)
    there = ~Q(participants__state=ParticipantState.LEFT) & Q(participants__person__in=never)
    return set(rows.filter(there | Q(trainer__in=never)).values_list("pk", flat=True))


def course(actor: Actor, course_id: int) -> Course:
    """One training, for the registry and for who gives it."""
    return permits.NOTE_ATTENDANCE.narrow(courses(actor), actor).get(pk=course_id)


def courses_to_run(actor: Actor) -> QuerySet[Course]:
    """All trainings for the registry; a trainer sees her own."""
    return permits.NOTE_ATTENDANCE.narrow(courses(actor), actor)


def trainers(actor: Actor) -> list[tuple[int, str]]:
    """Who can give a training here."""
    return people.seated_by_name(actor, Role.TRAINER)


def participants(actor: Actor, course_id: int) -> QuerySet[Participant]:
    """Who takes part, for the registry and for who gives it."""
    rows = Participant.objects.filter(course_id=course_id).exclude(state=ParticipantState.LEFT)
    return permits.READ_PARTICIPANT.narrow(rows.select_related("person"), actor).order_by("number")


def my_courses(actor: Actor) -> QuerySet[Participant]:
    """In which trainings I take part."""
    rows = Participant.objects.filter(person_id=actor.person_id or 0).select_related("course")
    mine = permits.JOIN_COURSE.narrow(rows, actor)
    return mine.exclude(state=ParticipantState.LEFT).order_by("-course__on", "pk")


def trained_since(actor: Actor, day: date) -> "QuerySet[Any, Any]":
    """Who was at a training on or after this day."""
    there = (ParticipantState.PRESENT, ParticipantState.ACHIEVED)
    rows = Participant.objects.filter(
        municipality_id=actor.municipality_id, course__on__gte=day, state__in=there
    )
    return rows.values("person_id")


def trainings_over(actor: Actor) -> list[int]:
    """Trainings that were achieved so long ago that they count no more."""
    rows = permits.EXPIRE_TRAINING.narrow(Participant.objects.all(), actor)
    over = rows.filter(valid_until__lt=actor.today, state=ParticipantState.ACHIEVED)
    return list(over.order_by("pk").values_list("pk", flat=True))


def course_piles(actor: Actor) -> list[Pile]:
    """Trainings wait for the registry, from planning to completing; attendance for the trainer."""
    steps = COURSE_STEPS if actor.roles & set(permits.REGISTRY) else TRAINER_STEPS
    if not actor.roles & {*permits.REGISTRY, Role.TRAINER}:
        return []
    return [Pile("course", "course", steps, courses_to_run(actor), due="on", words="title")]
