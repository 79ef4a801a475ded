"""When something is due: the municipality's own lengths where it keeps them, else the house's."""

from datetime import date

from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.core import terms


def due(actor: Actor, name: str) -> date:
    """Return when the term of this name, begun today, is over."""
    own = Term.objects.filter(
        municipality_id=actor.municipality_id, name=name, valid_from__lte=actor.today
    )
    length = own.order_by("-valid_from").values_list("length", flat=True).first()
    return terms.due(name, actor.today, {} if length is None else {name: length})
