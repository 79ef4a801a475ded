"""Looking into what is kept of a person: noted with its ground (PRV-15)."""

from kruispunt.base.actor import Actor
from kruispunt.base.looking import note_look
from kruispunt.base.verbs import action
from kruispunt.people import queries
from kruispunt.people.models import Person


@action
def look_into_person(actor: Actor, person_id: int) -> Person:
    """Open what somebody said yes to; she can read who did, when and why."""
    person = queries.one(actor, person_id)
    note_look(actor, person, person_id=person.pk)
    return person
