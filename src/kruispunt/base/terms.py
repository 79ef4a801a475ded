"""When something is due: the municipality's own lengths where it keeps them, else the house's."""

from datetime import date

from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.core import lengths, terms


def own_numbers(municipality_id: int, day: date, **which: str) -> dict[str, int]:
    """What a municipality set itself, by name: of each the last number that counts on that day."""
    rows = Term.objects.filter(municipality_id=municipality_id, valid_from__lte=day, **which)
    return dict(rows.order_by("valid_from").values_list("name", "length"))


def amount(actor: Actor, name: str) -> int:
    """Return how much there is of something today: its own number, or the house's."""
    return _own(actor, name, actor.today).get(name, lengths.AMOUNTS[name])


def amounts(actor: Actor, room: str) -> dict[str, int]:
    """Return all amounts of one subject that count today, by the last part of their name."""
    own = own_numbers(actor.municipality_id, actor.today, name__startswith=f"{room}.")
    house = {name: much for name, much in lengths.AMOUNTS.items() if name.startswith(f"{room}.")}
    return {name.removeprefix(f"{room}."): own.get(name, much) for name, much in house.items()}


def working_days(municipality_id: int, day: date) -> dict[str, int]:
    """Return how many working days each thing may take there, when it begins on that day."""
    own = own_numbers(municipality_id, day)
    return {name: own.get(name, length) for name, length in lengths.STANDARD.items()}


def due(actor: Actor, name: str, day: date | None = None) -> date:
    """Return when the term of this name, begun today or on that day, is over."""
    begun = day or actor.today
    return terms.due(name, begun, _own(actor, name, begun))


def _own(actor: Actor, name: str, day: date) -> dict[str, int]:
    return own_numbers(actor.municipality_id, day, name=name)
