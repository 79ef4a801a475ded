"""How numbers stand in a table: a comma, a dash for too small, a question mark for unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Number = int | float | Decimal | None
TOO_SMALL = "-"


@dataclass(frozen=True, slots=True)
class Table:
    """A title, what stands in the first column, the other heads, and the lines."""

    title: str
    first: str
    heads: tuple[str, ...]
    lines: Sequence[tuple[str, tuple[str, ...]]]


def cell(number: Number, empty: str = TOO_SMALL) -> str:
    """At most one decimal, and none where it says nothing."""
    if number is None:
        return empty
    return f"{number:.1f}".replace(".", ",").removesuffix(",0")


def euro(number: Number, empty: str = TOO_SMALL) -> str:
    """Whole euros, with a point for the thousands."""
    return empty if number is None else f"€ {number:,.0f}".replace(",", ".")


def percent(number: Number) -> str:
    return TOO_SMALL if number is None else f"{number}%"
