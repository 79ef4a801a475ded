"""When something is due: the municipality's own lengths where it keeps them, else the house's."""

from datetime import date

from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.core import lengths, terms


def amount(actor: Actor, name: str) -> int:
    """Return how much there is of something today: its own number, or the house's."""
    own = _own(actor, name, actor.today)
    return lengths.AMOUNTS[name] if own is None else own


def amounts(actor: Actor, room: str) -> dict[str, int]:
    """Return all amounts of one subject that count today, by the last part of their name."""
    own = Term.objects.filter(
        municipality_id=actor.municipality_id,
        name__startswith=f"{room}.",
        valid_from__lte=actor.today,
    )
    house = {name: much for name, much in lengths.AMOUNTS.items() if name.startswith(f"{room}.")}
    known = house | dict(own.order_by("valid_from").values_list("name", "length"))
    return {name.removeprefix(f"{room}."): known[name] for name in house}


def working_days(municipality_id: int, day: date) -> dict[str, int]:
    """Return how many working days each thing may take there, when it begins on that day."""
    own = Term.objects.filter(municipality_id=municipality_id, valid_from__lte=day)
    set_here = dict(own.order_by("valid_from").values_list("name", "length"))
    return {name: set_here.get(name, length) for name, length in lengths.STANDARD.items()}


def due(actor: Actor, name: str, day: date | None = None) -> date:
    """Return when the term of this name, begun today or on that day, is over."""
    begun = day or actor.today
    length = _own(actor, name, begun)
    return terms.due(name, begun, {} if length is None else {name: length})


def _own(actor: Actor, name: str, day: date) -> int | None:
    """The last number that this municipality set for itself and that counts on a day."""
    own = Term.objects.filter(municipality_id=actor.municipality_id, name=name, valid_from__lte=day)
    return own.order_by("-valid_from").values_list("length", flat=True).first()
