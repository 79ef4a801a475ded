"""What can happen to a person, to someone's network, and to the map."""

from dataclasses import dataclass, fields

from kruispunt.base import journal, post
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.actions.steps_of_households import take_apart
from kruispunt.people.models import Exclusion, Neighbourhood, Person, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Who someone is and how to reach them. Only a name is asked; the rest comes when it comes."""

    given_name: str
    surname: str = ""
    birth_year: int | None = None
    gender: str = ""
    languages: tuple[str, ...] = ("nl",)
    phone: str = ""
    email: str = ""
    channel: str = "phone"
    street: str = ""
    postcode: str = ""
    city: str = ""
    neighbourhood_id: int | None = None
    x: float | None = None
    y: float | None = None
    address_sealed: bool = False


@action
def register_person(actor: Actor, *, who: Particulars) -> Person:
    """Get to know someone new."""
    may_begin(actor, permits.REGISTER)
    person = _fill(Person(municipality_id=actor.municipality_id), who)
    journal.write(actor, "person.register", person, person_id=person.pk)
    return person


@action
def change_person(actor: Actor, person_id: int, *, who: Particulars) -> Person:
    """Correct what we know of someone; the old words are not kept in the journal."""
    person = take(actor, Person, person_id, may=permits.CHANGE, see=permits.READ)
    before = person.channel
    _fill(person, who)
    if person.address_sealed:
        take_apart(actor, person.pk)
    if person.channel != before:
        post.turn_to(actor, person_id=person.pk, channel=person.channel)
    journal.write(actor, "person.change", person, person_id=person.pk)
    return person


@action
def relate(
    actor: Actor, person_id: int, *, other_id: int, kind: str, cares: bool = False
) -> Relation:
    """Draw a line in someone's network; whoever cares is seen as a carer."""
    other = Person.objects.get(pk=other_id, municipality_id=actor.municipality_id)
    relation = Relation(
        municipality_id=actor.municipality_id,
        person=Person.objects.get(pk=person_id, municipality_id=actor.municipality_id),
        other=other,
        kind=kind,
        cares=cares,
    )
    keep(relation)
    permits.RELATE.require(actor, relation)
    journal.write(actor, "person.relate", relation, person_id=person_id, kind=kind, cares=cares)
    return relation


@action
def exclude(actor: Actor, *, one_id: int, other_id: int, reason: str) -> None:
    """See to it that two people are never brought together. It leaves no visible trace."""
    may_begin(actor, permits.EXCLUDE)
    one, other = sorted(
        person.pk
        for person in Person.objects.filter(
            pk__in=(one_id, other_id), municipality_id=actor.municipality_id
        )
    )
    Exclusion.objects.get_or_create(
        municipality_id=actor.municipality_id,
        one_id=one,
        other_id=other,
        defaults={"reason": reason, "set_at": actor.at},
    )
    take_apart(actor, one, other)


@action
def draw_neighbourhood(actor: Actor, *, code: str, name: str, outline: str) -> Neighbourhood:
    """Put a neighbourhood on the map, or draw it anew."""
    may_begin(actor, permits.SEAT)
    neighbourhood, _ = Neighbourhood.objects.update_or_create(
        municipality_id=actor.municipality_id,
        code=code,
        defaults={"name": name, "outline": outline},
    )
    journal.write(actor, "neighbourhood.draw", neighbourhood)
    return neighbourhood


@action
def count_homes(
    actor: Actor, neighbourhood_id: int, *, homes: int, homes_source: str
) -> Neighbourhood:
    """Note how many homes stand in a neighbourhood, and who counted them in which year (D2)."""
    neighbourhood = take(actor, Neighbourhood, neighbourhood_id, may=permits.COUNT_HOMES)
    neighbourhood.homes, neighbourhood.homes_source = homes, homes_source
    neighbourhood.validate_constraints()
    keep(neighbourhood)
    journal.write(
        actor, "neighbourhood.count_homes", neighbourhood, homes=homes, source=homes_source
    )
    return neighbourhood


def _fill(person: Person, who: Particulars) -> Person:
    for field in fields(who):
        value = getattr(who, field.name)
        setattr(person, field.name, list(value) if isinstance(value, tuple) else value)
    return keep(person)
