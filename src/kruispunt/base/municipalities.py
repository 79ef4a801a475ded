"""Which municipality is this, and how a house is opened for one."""

from kruispunt.base.actor import Actor
from kruispunt.base.locks import locked
from kruispunt.base.models import Municipality


def at_home(municipality_id: int | None = None) -> Municipality | None:
    """The one asked for, or the first one that this house was opened for."""
    rows = Municipality.objects.order_by("pk")
    return rows.filter(pk=municipality_id).first() if municipality_id else rows.first()


def one_by_one(actor: Actor) -> None:
    """From here to the end of the action, whoever says the same in this municipality waits."""
    locked(Municipality.objects.filter(pk=actor.municipality_id)).get()


def open_municipality(name: str, **shown: str) -> Municipality:
    """Open the house for a municipality; whoever works there gets a seat afterwards."""
    return Municipality.objects.create(name=name, **shown)
