"""Knowing a committee of residents, and what an ambassador speaks (D14)."""

from dataclasses import dataclass

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.models import Neighbourhood, Organisation, Person, Seat
from kruispunt.people.states import OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A group of residents: its part of town, and whom to call."""

    name: str
    neighbourhood_id: int
    contact_name: str = ""
    phone: str = ""
    email: str = ""


@action
def know_committee(actor: Actor, *, committee: Committee) -> Organisation:
    """Get to know a committee; from then on it passes things on by its own link."""
    may_begin(actor, permits.KEEP_EARS)
    area = Neighbourhood.objects.get(
        pk=committee.neighbourhood_id, municipality_id=actor.municipality_id
    )
    made = Organisation(
        municipality_id=actor.municipality_id,
        name=committee.name,
        kind=OrganisationKind.COMMITTEE,
        neighbourhood=area,
        phone=committee.phone,
        email=committee.email,
    )
    made.validate_constraints()
    if committee.contact_name:
        made.contact = keep(
            Person(
                municipality_id=actor.municipality_id,
                given_name=committee.contact_name,
                phone=committee.phone,
                email=committee.email,
                neighbourhood=area,
            )
        )
    keep(made)
    journal.write(actor, "organisation.know_committee", made)
    return made


@action
def note_languages(actor: Actor, seat_id: int, *, languages: tuple[str, ...]) -> Person:
    """Write down what an ambassador speaks, as she said herself."""
    seat = take(actor, Seat, seat_id, may=permits.KEEP_EARS, see=permits.READ_EARS)
    person = take(actor, Person, seat.person_id, may=permits.KEEP_EARS)
    person.languages = sorted(set(languages))
    keep(person)
    journal.write(actor, "person.note_languages", person, person_id=person.pk)
    return person
