"""Where there is still room: places nobody uses help nobody (C14)."""

from collections.abc import Iterable

from django.db.models import F, Q

from kruispunt.base.actor import Actor
from kruispunt.offers.models import Activity
from kruispunt.offers.queries import ON_THE_MAP, activities

A_FEW = 12


def with_room(actor: Actor) -> list[Activity]:
    """What people could join today, the emptiest first."""
    known = activities(actor).filter(state__in=ON_THE_MAP, capacity__gt=F("used"))
    return sorted(known, key=lambda one: (one.used / (one.capacity or 1), one.name))[:A_FEW]


def not_full(actor: Actor, activity_ids: Iterable[int]) -> list[int]:
    """Which of these have a place free now."""
    free = Q(capacity__isnull=True) | Q(capacity__gt=F("used"))
    found = activities(actor).filter(free, pk__in=activity_ids)
    return list(found.values_list("pk", flat=True))
