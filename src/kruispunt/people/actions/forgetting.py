"""People whom nothing points at any more go; their name goes first where a row must stay."""

from kruispunt.base import journal, keeping, usage
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.verbs import action
from kruispunt.people.models import Person
from kruispunt.people.queries import FORMER, HANGS_ON


@action
def forget_person(actor: Actor, person_id: int, *, ret: str) -> None:
    """Throw someone away of whom nothing is left to keep, with their yes and their network.

    In a copy that was put back something may point at them again: then their name goes.
    """
    person = take(actor, Person, person_id, may=keeping.FORGET)
    bury(actor, person, ret)
    if usage.pointed_at(Person, [person.pk], but=HANGS_ON):
        forget_name(actor, person.pk)
        return
    erase(Person.objects.filter(pk=person.pk))


@action
def forget_name(actor: Actor, person_id: int) -> None:
    """Keep the row for what still points at it, and nothing of who it was."""
    person = take(actor, Person, person_id, may=keeping.FORGET)
    blank = Person(municipality_id=person.municipality_id, given_name=FORMER)
    for field in Person._meta.concrete_fields:
        if field.name not in {"id", "municipality"}:
            setattr(person, field.attname, getattr(blank, field.attname))
    person.save()
    journal.write(actor, "keeping.forget_name", person)
