"""Which municipality is this? Asked by pages that nobody signed in for."""

from kruispunt.base.models import Municipality


def at_home(municipality_id: int | None = None) -> Municipality | None:
    """The one asked for, or the first one that this house was opened for."""
    rows = Municipality.objects.order_by("pk")
    return rows.filter(pk=municipality_id).first() if municipality_id else rows.first()
