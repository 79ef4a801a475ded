"""Rows of the welfare coach: hours in a calendar year, appointments, and a finger on the pulse."""

from django.db import models
from django.db.models import F, Q

from kruispunt.arrangements.models.trajectory import Trajectory
from kruispunt.arrangements.states.trajectory import BookingState, Received
from kruispunt.base.fields import FreeText


class CoachYear(models.Model):
    """The hours one resident may spend with the coach in one calendar year (HYB-03).

    The taken minutes stand beside the allowed ones, so that the database itself refuses too many.
    """

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    allowed = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "year"], name="coach_year_once"),
            models.CheckConstraint(
                name="coach_hours_within_the_year", condition=Q(taken__lte=F("allowed"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.taken} van {self.allowed} minuten"


class Booking(models.Model):
    """One appointment with the welfare coach; part of a trajectory, or simply of a question."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    year = models.ForeignKey(CoachYear, on_delete=models.CASCADE, related_name="bookings")
    trajectory = models.ForeignKey(
        Trajectory, on_delete=models.CASCADE, null=True, blank=True, related_name="bookings"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    what = FreeText()
    state = models.CharField(max_length=9, choices=BookingState, default=BookingState.BOOKED)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="booking_state_known", condition=Q(state__in=BookingState.values)
            ),
            models.CheckConstraint(
                name="booking_of_some_minutes", condition=Q(minutes__range=(5, 480))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.minutes} minuten"


class Pulse(models.Model):
    """What the coach ticks each month: does she get what was agreed? (HYB-05, C11)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    trajectory = models.ForeignKey(Trajectory, on_delete=models.CASCADE, related_name="pulses")
    month = models.DateField()
    received = models.CharField(max_length=6, choices=Received)
    words = FreeText()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["trajectory", "month"], name="one_pulse_a_month"),
            models.CheckConstraint(name="pulse_of_a_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.month}: {self.get_received_display()}"
