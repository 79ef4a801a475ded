"""In which activities someone would meet whom she may never meet; shown to nobody."""

from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.states.parts import HOLDS_A_PLACE
from kruispunt.base import parts
from kruispunt.base.actor import Actor
from kruispunt.offers import queries as offers


def closed_activities(actor: Actor, person_id: int) -> frozenset[int]:
    """Activities in which there is no place for this person, as if they were full."""
    # Nobody is asked for as well, so that a look takes as long whether there is a pair or not.
    never = {0, *parts.apart(actor, (person_id,))[person_id]}
    there = Enrolment.objects.filter(
        municipality_id=actor.municipality_id,
        state__in=sorted(HOLDS_A_PLACE),
        arrangement__question__asked_by__in=never,
    )
    led = offers.activities(actor).filter(contact__in=never)
    return frozenset(
        {*there.values_list("activity_id", flat=True), *led.values_list("pk", flat=True)}
    )
