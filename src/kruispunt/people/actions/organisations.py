"""What can happen to organisations and to the seats from which people work."""

from datetime import date

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import READS_HEALTH, SYSTEM
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.actions.steps_of_seats import give_seat
from kruispunt.people.models import Organisation, Seat


class NeedsTwo(ImpossibleMove):
    """From this seat one reads about health: one person alone does not give it (S27)."""


@action
def register_organisation(
    actor: Actor, *, name: str, kind: str, contact_id: int | None = None, email: str = ""
) -> Organisation:
    """Get to know an organisation and the person to call there."""
    may_begin(actor, permits.REGISTER_ORGANISATION)
    organisation = keep(
        Organisation(
            municipality_id=actor.municipality_id,
            name=name,
            kind=kind,
            contact_id=contact_id,
            email=email,
        )
    )
    journal.write(actor, "organisation.register", organisation)
    return organisation


@action
def seat(  # noqa: PLR0913  (a seat is exactly these facts)
    actor: Actor,
    *,
    person_id: int,
    role: str,
    account_id: int | None = None,
    organisation_id: int | None = None,
    neighbourhood_id: int | None = None,
    until: date | None = None,
) -> Seat:
    """Give someone a role, for an organisation and an area where that belongs to it (ROL-02)."""
    may_begin(actor, permits.SEAT)
    if role in READS_HEALTH and not actor.is_a(SYSTEM):
        raise NeedsTwo("Bij deze plek moet een tweede meekijken.")
    return give_seat(
        actor,
        person_id=person_id,
        role=role,
        account_id=account_id,
        organisation_id=organisation_id,
        neighbourhood_id=neighbourhood_id,
        until=until,
    )


@action
def unseat(actor: Actor, seat_id: int) -> Seat:
    """Let a role end today."""
    given = take(actor, Seat, seat_id, may=permits.SEAT)
    given.until = actor.today
    keep(given)
    journal.write(actor, "seat.end", given, person_id=given.person_id, role=given.role)
    return given
