"""Reading who sits where today: by role, by name, and who sits nowhere any more."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.until import lasts
from kruispunt.people.models import Person, Seat


def seats_of(account_id: int, day: date) -> QuerySet[Seat]:
    """The seats in which the owner of an account sits on a day: the door makes an actor of them."""
    seats = Seat.objects.filter(lasts(day), user_id=account_id, since__lte=day)
    return seats.select_related("person", "organisation", "municipality").order_by("pk")


def chairs_of(actor: Actor, person_id: int) -> frozenset[tuple[str, int | None]]:
    """In which roles someone sits today, and for which organisation: for keeping roles apart."""
    seats = Seat.objects.filter(
        lasts(actor.today), municipality_id=actor.municipality_id, person_id=person_id
    )
    return frozenset(seats.values_list("role", "organisation_id"))


def privacy_officers(actor: Actor) -> list[int]:
    """Who watches over privacy in this municipality today."""
    return seated(actor, Role.PRIVACY_OFFICER)


def at_the_desk(actor: Actor) -> list[str]:
    """Who works at the Startpunt today, by first name: an ambassador knows whom to call (D52)."""
    here = seated(actor, Role.WORKER)
    rows = Person.objects.filter(municipality_id=actor.municipality_id, pk__in=here)
    return list(rows.order_by("given_name", "pk").values_list("given_name", flat=True))


def seated(actor: Actor, role: str) -> list[int]:
    """Who sits in a role here today: to whom something of that role is written."""
    return sorted(set(_sitting(actor, role).values_list("person_id", flat=True)))


def seated_by_name(actor: Actor, *roles: str) -> list[tuple[int, str]]:
    """Who sits in one of these roles here today, by name: to choose from."""
    rows = Person.objects.filter(pk__in=_sitting(actor, *roles).values("person_id"))
    return [(one.pk, one.name) for one in rows.order_by("pk")]


def left(actor: Actor) -> QuerySet[Any, Any]:
    """Who sat somewhere here and sits nowhere any more: they work here no longer."""
    rows = Seat.objects.filter(municipality_id=actor.municipality_id)
    here = rows.filter(lasts(actor.today))
    return rows.exclude(person_id__in=here.values("person_id")).values("person_id")


def _sitting(actor: Actor, *roles: str) -> QuerySet[Seat]:
    return Seat.objects.filter(
        lasts(actor.today),
        municipality_id=actor.municipality_id,
        role__in=roles,
        since__lte=actor.today,
    )
