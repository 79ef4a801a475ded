"""Hours of pupils for their school: how many a week, since when, and how many that makes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Match
from kruispunt.base.actor import Actor

WEEK = 7


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of an internship: what was agreed, from and until when."""

    a_week: Decimal
    since: date
    until: date | None
    so_far: int


def hours_of_pupils(actor: Actor) -> dict[int, list[Hours]]:
    """For each pupil the stretches since the first meeting, by the number of the internship."""
    rows = permits.READ_HOURS.narrow(Match.objects.filter(met_on__isnull=False), actor)
    found: dict[int, list[Hours]] = {}
    for pupil, hours, since, ended_at in rows.order_by("met_on", "pk").values_list(
        "volunteering_id", "hours", "met_on", "ended_at"
    ):
        if since is None:
            continue
        until = timezone.localdate(ended_at) if ended_at else None
        weeks = ((until or actor.today) - since).days // WEEK
        found.setdefault(pupil, []).append(Hours(hours, since, until, int(hours * weeks)))
    return found
