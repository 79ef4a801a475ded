"""Rows of intervision: groups of volunteers, their meetings, and who was there (A18, A21)."""

from django.db import models
from django.db.models import F, Q

from kruispunt.arrangements.states.intervision import (
    AttendanceState,
    GroupState,
    MeetingState,
    MemberState,
)
from kruispunt.base.fields import FreeText


class IntervisionGroup(models.Model):
    """Volunteers who come together a few times a year, with somebody who leads the talk."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=80)
    facilitator = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    where = models.CharField(max_length=120, blank=True)
    # Before this day there is a date for the next time.
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=GroupState, default=GroupState.WAITING)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="intervision_group_state_known", condition=Q(state__in=GroupState.values)
            )
        ]

    def __str__(self) -> str:
        return self.name


class IntervisionMember(models.Model):
    """One volunteer in one group."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(IntervisionGroup, on_delete=models.CASCADE, related_name="members")
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateField()
    # Before this day somebody calls a member who was often not there.
    due_on = models.DateField(null=True, blank=True)
    said = FreeText()
    state = models.CharField(max_length=7, choices=MemberState, default=MemberState.JOINED)
    state_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="intervision_member_state_known", condition=Q(state__in=MemberState.values)
            ),
            models.UniqueConstraint(
                fields=["group", "volunteering"],
                condition=~Q(state=MemberState.LEFT),
                name="in_an_intervision_group_once",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class IntervisionMeeting(models.Model):
    """One time that a group comes together: the day, the places, and who prepares it."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(IntervisionGroup, on_delete=models.CASCADE, related_name="meetings")
    on = models.DateField()
    where = models.CharField(max_length=120, blank=True)
    places = models.PositiveSmallIntegerField(default=8)
    # Nothing is nobody's: somebody prepares each meeting.
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    # What the group takes with it; never about whom.
    learned = FreeText()
    why = FreeText()
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "on"])]
        constraints = [
            models.CheckConstraint(
                name="intervision_meeting_state_known", condition=Q(state__in=MeetingState.values)
            ),
            models.CheckConstraint(
                name="intervision_meeting_has_places", condition=Q(places__range=(2, 40))
            ),
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(state=MeetingState.PLANNED),
                name="one_next_meeting_a_group",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"


class Attendance(models.Model):
    """One volunteer at one meeting; two takers of the last place write the same number."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    meeting = models.ForeignKey(
        IntervisionMeeting, on_delete=models.CASCADE, related_name="attendances"
    )
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.CASCADE, related_name="+"
    )
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    out_of = models.PositiveSmallIntegerField()
    # What she would like to talk about, without names.
    subject = FreeText()
    state = models.CharField(
        max_length=10, choices=AttendanceState, default=AttendanceState.INVITED
    )
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["volunteering", "state"])]
        constraints = [
            models.CheckConstraint(
                name="attendance_state_known", condition=Q(state__in=AttendanceState.values)
            ),
            models.UniqueConstraint(fields=["meeting", "volunteering"], name="invited_once"),
            models.UniqueConstraint(
                fields=["meeting", "number"],
                condition=Q(number__isnull=False),
                name="meeting_place_taken_once",
            ),
            models.CheckConstraint(
                name="meeting_place_exists",
                condition=Q(number__isnull=True) | Q(number__gte=1, number__lte=F("out_of")),
            ),
            models.CheckConstraint(
                name="who_comes_has_a_place",
                condition=~Q(state=AttendanceState.COMING) | Q(number__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
