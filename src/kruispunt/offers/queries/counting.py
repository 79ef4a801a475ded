"""Counting volunteers: who came, and how much room there is; never who."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncQuarter

from kruispunt.base.actor import Actor
from kruispunt.base.figures import midnight
from kruispunt.offers import permits
from kruispunt.offers.models import Place, Volunteering
from kruispunt.offers.states import VolunteerState


def came_by_quarter(actor: Actor, since: date) -> dict[date, int]:
    """How many volunteers were ready to start for the first time, quarter by quarter (OUT-02)."""
    rows = permits.COUNT.narrow(
        Volunteering.objects.filter(deployed_at__gte=midnight(since)), actor
    )
    found = rows.annotate(quarter=TruncQuarter("deployed_at")).values("quarter").order_by()
    return {one["quarter"].date(): one["n"] for one in found.annotate(n=Count("pk"))}


def counted_volunteers(actor: Actor, ids: "QuerySet[Any, Any]") -> QuerySet[Volunteering]:
    """These volunteers, to be counted and not to be named."""
    return permits.COUNT.narrow(Volunteering.objects.filter(pk__in=ids), actor)


def free_places(actor: Actor) -> dict[str, int]:
    """How many places volunteers have free now, by the heaviest class they may take (C18)."""
    rows = permits.COUNT.narrow(Volunteering.objects.all(), actor)
    open_now = rows.filter(state=VolunteerState.AVAILABLE)
    given = dict(open_now.values_list("max_intensity").annotate(Sum("places")).order_by())
    taken = Place.objects.filter(freed_at__isnull=True, volunteering__in=open_now)
    used = dict(taken.values_list("volunteering__max_intensity").annotate(Count("pk")).order_by())
    return {word: number - used.get(word, 0) for word, number in given.items()}
