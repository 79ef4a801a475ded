"""Reading who is off the list for a while, after the longest time with a buddy (CAP-03)."""

from datetime import date

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.people.models import Rest


def rests_until(actor: Actor, person_id: int) -> date | None:
    """Until which day others go first; nothing when somebody is on the list like anyone."""
    return _resting(actor).filter(person_id=person_id).values_list("until", flat=True).first()


def all_resting(actor: Actor) -> set[int]:
    """Everyone who is off the list today: a round proposes nobody for them."""
    return set(_resting(actor).values_list("person_id", flat=True))


def _resting(actor: Actor) -> QuerySet[Rest]:
    rows = Rest.objects.filter(municipality_id=actor.municipality_id, lifted_on__isnull=True)
    return rows.filter(until__gt=actor.today).order_by("-until", "-pk")
