"""When something is due: the municipality's own lengths where it keeps them, else the house's."""

from datetime import date

from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.core import terms


def amount(actor: Actor, name: str) -> int:
    """Return how much there is of something today: its own number, or the house's."""
    own = _own(actor, name)
    return terms.AMOUNTS[name] if own is None else own


def due(actor: Actor, name: str) -> date:
    """Return when the term of this name, begun today, is over."""
    length = _own(actor, name)
    return terms.due(name, actor.today, {} if length is None else {name: length})


def _own(actor: Actor, name: str) -> int | None:
    """The last number that this municipality set for itself and that counts today."""
    own = Term.objects.filter(
        municipality_id=actor.municipality_id, name=name, valid_from__lte=actor.today
    )
    return own.order_by("-valid_from").values_list("length", flat=True).first()
