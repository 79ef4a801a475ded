"""Where there is still room: places nobody uses help nobody (C14)."""

from django.db.models import F

from kruispunt.base.actor import Actor
from kruispunt.offers.models import Activity
from kruispunt.offers.queries import ON_THE_MAP, activities

A_FEW = 12


def with_room(actor: Actor) -> list[Activity]:
    """What people could join today, the emptiest first."""
    known = activities(actor).filter(state__in=ON_THE_MAP, capacity__gt=F("used"))
    return sorted(known, key=lambda one: (one.used / (one.capacity or 1), one.name))[:A_FEW]
