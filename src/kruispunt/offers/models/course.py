"""Rows of trainings that are given, and of the numbered places people take in them (SM-10)."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.roles import Role
from kruispunt.core.vocabulary import Training
from kruispunt.offers.states import CoursePhase, CourseState, ParticipantState


class Course(models.Model):
    """One training on one day, with so many places."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=120)
    module = models.CharField(max_length=11, choices=Training.choices(), blank=True)
    phase = models.CharField(max_length=1, choices=CoursePhase, blank=True)
    trainer = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Who brings the knowledge: often a partner in care (A19).
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField()
    where = models.CharField(max_length=120, blank=True)
    places = models.PositiveSmallIntegerField(default=12)
    state = models.CharField(max_length=9, choices=CourseState, default=CourseState.PLANNED)
    state_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="course_state_known", condition=Q(state__in=CourseState.values)
            ),
            models.CheckConstraint(name="course_has_places", condition=Q(places__range=(1, 200))),
        ]

    def __str__(self) -> str:
        return self.title


class Participant(models.Model):
    """One numbered place in a training; two takers of the last one write the same number."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    # As what someone takes part: some trainings only work when both roles are there (OUT-04).
    role = models.CharField(max_length=20, choices=Role, default=Role.VOLUNTEER)
    number = models.PositiveSmallIntegerField()
    out_of = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=8, choices=ParticipantState, default=ParticipantState.APPLIED
    )
    achieved_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="participant_state_known", condition=Q(state__in=ParticipantState.values)
            ),
            models.UniqueConstraint(
                fields=["course", "number"],
                condition=~Q(state=ParticipantState.LEFT),
                name="course_place_taken_once",
            ),
            models.UniqueConstraint(
                fields=["course", "person"],
                condition=~Q(state=ParticipantState.LEFT),
                name="in_a_course_once",
            ),
            models.CheckConstraint(
                name="course_place_exists", condition=Q(number__gte=1, number__lte=F("out_of"))
            ),
        ]

    def __str__(self) -> str:
        return f"plaats {self.number}"
