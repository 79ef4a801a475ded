"""What has a last day, or none yet: a seat, a reason to keep somebody's rows."""

from datetime import date

from django.db.models import Q


def lasts(day: date) -> Q:
    """Rows that are not over on this day; the last day itself still counts."""
    return Q(until__isnull=True) | Q(until__gte=day)
