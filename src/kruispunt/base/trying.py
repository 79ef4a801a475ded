"""Counting what is open under a term: so many that began on that day and are due on this one."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from kruispunt.base.actor import Actor
from kruispunt.base.permits import Permit
from kruispunt.core.trying import Begun


@dataclass(frozen=True, slots=True)
class Under:
    """Which rows are open under a term, and which permit shows how many there are."""

    noun: type[Any]
    may: Permit
    rows: Q


def begun_under(actor: Actor, under: Under) -> list[Begun]:
    """Count in the database, so that a large town is a few lines as well."""
    rows = under.may.narrow(under.noun.objects.filter(under.rows), actor)
    by_day = rows.annotate(begun=TruncDate("state_since")).values("begun", "due_on")
    counted = by_day.annotate(number=Count("pk")).values_list("begun", "due_on", "number")
    return list(counted.order_by("begun", "due_on"))
