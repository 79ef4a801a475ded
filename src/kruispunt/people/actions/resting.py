"""Off the list for a while, and back on it when a person decides so with a reason (CAP-03)."""

from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.models import Rest


@action
def rest(actor: Actor, person_id: int, *, until: date) -> Rest:
    """Let others go first until a day; whoever had a buddy that long is asked for nobody new."""
    may_begin(actor, permits.REST)
    resting = keep(
        Rest(
            municipality_id=actor.municipality_id,
            person_id=person_id,
            since=actor.today,
            until=until,
        )
    )
    journal.write(actor, "person.rest", resting, person_id=person_id, until=str(until))
    return resting


@action
def lift_rest(actor: Actor, person_id: int, *, because: str) -> None:
    """Look for somebody all the same: a named person decides, and writes down why (PRV-08)."""
    may_begin(actor, permits.LIFT_REST)
    if not because.strip():
        raise ValidationError({"because": "Schrijf op waarom u afwijkt."})
    rows = Rest.objects.select_for_update(of=("self",)).filter(
        municipality_id=actor.municipality_id, person_id=person_id, lifted_on__isnull=True
    )
    for resting in rows.filter(until__gt=actor.today):
        resting.lifted_on, resting.lifted_by_id = actor.today, named(actor)
        resting.lifted_because = because
        keep(resting)
        journal.write(actor, "person.lift_rest", resting, person_id=person_id)
