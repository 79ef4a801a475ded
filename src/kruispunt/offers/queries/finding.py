"""Finding a volunteer by name: he telephones, and somebody turns to his page."""

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.offers.models import Volunteering
from kruispunt.offers.queries import visible
from kruispunt.people import queries as people


def of_called(actor: Actor, name: str) -> QuerySet[Volunteering]:
    """Volunteers this actor may see who are called so, whatever they wait for."""
    rows = visible(actor).filter(person__in=people.called(actor, name).values("pk"))
    return rows.order_by("person__surname", "person__given_name", "pk")
