"""Rows of what one person alone may not do: a seat that reads health, and a sealed address.

When somebody of the staff is forgotten, that somebody did it remains.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from kruispunt.base.fields import FreeText
from kruispunt.base.roles import Role
from kruispunt.people.models.organisations import Organisation, Seat
from kruispunt.people.models.persons import Neighbourhood, Person
from kruispunt.people.states import SeatRequestState, UnsealingState


class SeatRequest(models.Model):
    """A seat from which one reads about health, asked for by one and agreed by another."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    role = models.CharField(max_length=20, choices=Role)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    until = models.DateField(null=True, blank=True)
    # The seat that lasts longer by it, when it is not a new one.
    seat = models.ForeignKey(
        Seat, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=11, choices=SeatRequestState, default=SeatRequestState.ASKED
    )
    state_since = models.DateTimeField()
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="seat_request_state_known", condition=Q(state__in=SeatRequestState.values)
            ),
            models.CheckConstraint(
                name="seat_request_four_eyes", condition=~Q(asked_by=F("decided_by"))
            ),
            models.UniqueConstraint(
                "person",
                "role",
                Coalesce("organisation", 0),
                Coalesce("neighbourhood", 0),
                condition=Q(state=SeatRequestState.ASKED),
                name="seat_request_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"


class KeyHolder(models.Model):
    """Somebody named who may have a sealed address shown, together with another one."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    named_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(until__isnull=True), name="key_holder_once"
            ),
            models.CheckConstraint(
                name="nobody_names_herself_key_holder", condition=~Q(person=F("named_by"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Unsealing(models.Model):
    """A sealed address shown to one person for a short while, because two people found it needed.

    The address itself is not in this row, nor in the journal.
    """

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = FreeText(blank=False)
    state = models.CharField(max_length=11, choices=UnsealingState, default=UnsealingState.ASKED)
    state_since = models.DateTimeField()
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    until = models.DateTimeField(null=True, blank=True)
    # Whether the resident hears of it by letter: not where somebody else reads her post.
    safe_to_tell = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unsealing_state_known", condition=Q(state__in=UnsealingState.values)
            ),
            models.CheckConstraint(name="unsealing_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="unsealing_four_eyes", condition=~Q(asked_by=F("agreed_by"))
            ),
            models.CheckConstraint(
                name="unsealing_open_has_an_end",
                condition=~Q(state=UnsealingState.OPEN) | Q(until__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["person", "asked_by"],
                condition=Q(state=UnsealingState.ASKED),
                name="unsealing_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
