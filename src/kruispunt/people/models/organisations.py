"""Rows of organisations, and of the seats from which people work."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from kruispunt.base.roles import Role
from kruispunt.people.models.persons import Neighbourhood, Person
from kruispunt.people.states import OrganisationKind


class Organisation(models.Model):
    """An organisation that offers something, refers people, or carries a role."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=OrganisationKind)
    contact = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True)
    # A committee of residents is of one part of town (D14).
    neighbourhood = models.ForeignKey(
        Neighbourhood, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    # A provider under the Wmo keeps its data fifteen years (RET-02).
    is_wmo_provider = models.BooleanField(default=False)
    # Only a mandated desk receives a Wmo notification itself (WMO-01).
    is_mandated_wmo_desk = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="organisation_once"),
            models.CheckConstraint(
                name="committee_has_an_area",
                condition=~Q(kind=OrganisationKind.COMMITTEE) | Q(neighbourhood__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """Who sits in which role, for which organisation, in which area, from when until when."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    role = models.CharField(max_length=20, choices=Role)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    neighbourhood = models.ForeignKey(
        Neighbourhood, on_delete=models.PROTECT, null=True, blank=True
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="seat_role_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(
                name="seat_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            # No organisation or no area counts as one and the same, on every database.
            models.UniqueConstraint(
                "person",
                "role",
                Coalesce("organisation", 0),
                Coalesce("neighbourhood", 0),
                condition=Q(until__isnull=True),
                name="seat_taken_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"
