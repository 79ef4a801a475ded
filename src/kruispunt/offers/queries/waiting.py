"""How long volunteers wait for a first question: told honestly, and about nobody (complaint 1)."""

from datetime import timedelta
from statistics import median

from django.db.models import Min

from kruispunt.base.actor import Actor
from kruispunt.base.figures import least
from kruispunt.offers import permits
from kruispunt.offers.models import Place

A_YEAR = timedelta(days=365)
A_WEEK = 7


def weeks_to_wait(actor: Actor) -> int | None:
    """Weeks from being ready to a first match, for the middle one of a year; few tell nothing."""
    rows = permits.READ_WAIT.narrow(Place.objects.all(), actor)
    firsts = (
        rows.filter(volunteering__deployed_at__isnull=False)
        .values("volunteering", "volunteering__deployed_at")
        .annotate(first=Min("taken_at"))
        .filter(first__gte=actor.at - A_YEAR)
        .order_by()
    )
    days = [(one["first"] - one["volunteering__deployed_at"]).days for one in firsts]
    return max(round(median(days) / A_WEEK), 1) if len(days) >= least(actor) else None
