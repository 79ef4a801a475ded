"""The step that every way of giving a seat shares."""

from datetime import date

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep
from kruispunt.people.models import Seat


def give_seat(  # noqa: PLR0913  (a seat is exactly these facts)
    actor: Actor,
    *,
    person_id: int,
    role: str,
    account_id: int | None = None,
    organisation_id: int | None = None,
    neighbourhood_id: int | None = None,
    until: date | None = None,
) -> Seat:
    """Write the seat down; who may, and whether with two, was asked before."""
    given = keep(
        Seat(
            municipality_id=actor.municipality_id,
            user_id=account_id,
            person_id=person_id,
            role=role,
            organisation_id=organisation_id,
            neighbourhood_id=neighbourhood_id,
            since=actor.today,
            until=until,
        )
    )
    journal.write(actor, "seat.give", given, person_id=person_id, role=role)
    return given
