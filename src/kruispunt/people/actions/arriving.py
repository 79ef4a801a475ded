"""People and organisations who come in many at once, and go again when that was a mistake."""

from collections.abc import Iterable
from dataclasses import fields

from django.core.exceptions import ValidationError

from kruispunt.base import usage
from kruispunt.base.actor import Actor
from kruispunt.base.many import keep_many
from kruispunt.base.steps import may_begin
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.actions.persons import Particulars
from kruispunt.people.models import Organisation, Person

Known = tuple[str, ...]


@action
def arrive(actor: Actor, *, who: tuple[Particulars, ...]) -> list[tuple[int, bool]]:
    """Get to know many people; for each say who it is, and whether they are new to us.

    Someone we know already stays as they are: nothing of them is changed, least of all a sealed
    address.
    """
    may_begin(actor, permits.ARRIVE)
    known = _known(actor, {one.surname for one in who})
    fresh: list[Person] = []
    places: list[Person | int] = []
    for one in who:
        person = _made(actor, one)
        names = _names(person)
        already = next((known[name] for name in names if name in known), None)
        if already is None:
            fresh.append(person)
            already = person
        known.update(dict.fromkeys(names, already))
        places.append(already)
    keep_many(fresh)
    made = {id(person) for person in fresh}
    answers = []
    for each in places:
        new = not isinstance(each, int) and id(each) in made
        made.discard(id(each))  # the second row about the same newcomer did not make them
        answers.append((each if isinstance(each, int) else each.pk, new))
    return answers


@action
def arrive_as_organisations(
    actor: Actor, *, organisations: tuple[dict[str, str], ...]
) -> list[tuple[int, bool]]:
    """Get to know many organisations; one of the same name is the one we know."""
    may_begin(actor, permits.ARRIVE)
    answers = []
    for given in organisations:
        row = Organisation(municipality_id=actor.municipality_id, **given)
        row.clean_fields(exclude=["municipality", "contact"])
        found, new = Organisation.objects.get_or_create(
            municipality_id=actor.municipality_id, name=given["name"], defaults=given
        )
        answers.append((found.pk, new))
    return answers


@action
def leave_again(actor: Actor, *, person_ids: tuple[int, ...]) -> list[int]:
    """Take people out who came in by mistake; say who stays because they are known by now."""
    may_begin(actor, permits.ARRIVE)
    stay = usage.pointed_at(Person, person_ids) | usage.touched(Person, person_ids)
    stay |= usage.written_to(person_ids)
    mine = Person.objects.filter(municipality_id=actor.municipality_id)
    mine.filter(pk__in=set(person_ids) - stay).delete()
    return sorted(stay)


@action
def leave_again_as_organisations(actor: Actor, *, ids: tuple[int, ...]) -> list[int]:
    """Take organisations out that came in by mistake; say which stay."""
    may_begin(actor, permits.ARRIVE)
    stay = usage.pointed_at(Organisation, ids) | usage.touched(Organisation, ids)
    mine = Organisation.objects.filter(municipality_id=actor.municipality_id)
    mine.filter(pk__in=set(ids) - stay).delete()
    return sorted(stay)


def _made(actor: Actor, who: Particulars) -> Person:
    person = Person(municipality_id=actor.municipality_id)
    for field in fields(who):
        value = getattr(who, field.name)
        setattr(person, field.name, list(value) if isinstance(value, tuple) else value)
    if not person.given_name:
        raise ValidationError("Zonder naam kennen we iemand niet.")
    return person


def _known(actor: Actor, surnames: Iterable[str]) -> dict[Known, Person | int]:
    """Everyone with one of these surnames, by each of the ways in which we know people again."""
    rows = Person.objects.filter(municipality_id=actor.municipality_id, surname__in=set(surnames))
    names = ("given_name", "surname", "email", "phone", "postcode", "street")
    return {
        known: person.pk for person in rows.only(*names).order_by("-pk") for known in _names(person)
    }


def _names(person: Person) -> list[Known]:
    """The same name with the same mail, the same phone, or at the same door is the same person."""
    name = person.name.casefold()
    door = f"{person.postcode}{person.street}".replace(" ", "").casefold()
    phone = "".join(sign for sign in person.phone if sign.isdigit())
    ways = (("mail", person.email.casefold()), ("phone", phone), ("door", door))
    return [(name, way, said) for way, said in ways if said]
