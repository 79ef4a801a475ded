"""Writes tekort.csv: the volunteers who are missing, each as the row she would have."""

from collections.abc import Iterable, Iterator
from typing import Final

from kruispunt.core.gap import Shortage
from kruispunt.exchange.columns import VOLUNTEER_COLUMNS
from kruispunt.exchange.printing import Line, hundred_thousandth
from kruispunt.exchange.workbook_out import Figure

COLUMNS: Final = tuple(
    column.name for column in VOLUNTEER_COLUMNS if column.name not in {"lat", "lon"}
)
HEADER: Final = (*COLUMNS, "meerwaarde", "extra_gekoppeld")
NUMBERS: Final = frozenset({"x", "y", "max_km", "uren", "plaatsen", "geboortejaar"})


def missing_volunteer_lines(shortages: Iterable[Shortage]) -> Iterator[Line]:
    """Yield a line for each missing volunteer, the one who adds most first, then by id."""
    for one in sorted(shortages, key=lambda found: (-found.added_value, found.volunteer.id)):
        yield (
            *(_cell(name, one.row[name]) for name in COLUMNS),
            Figure(hundred_thousandth(one.added_value)),
            Figure(one.extra_served),
        )


def _cell(name: str, text: str) -> str:
    return Figure(text) if text and name in NUMBERS else text
