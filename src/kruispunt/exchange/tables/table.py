"""A table as a spreadsheet shows it: rows with their true numbers, cells as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff"
"""Signs that take no room: pasted along, never meant."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that can never be right, whatever its column: a formula, an error."""

    reason: str
    shown: str = ""


Cell = str | Flaw
"""The text of a cell, without the spaces around it; or why it has none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it and its cells, left to right."""

    number: int
    cells: list[Cell]

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is being read: its name for messages and the rows that are not empty."""

    name: str
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Header:
    """The first row: where it stands and what each column is called."""

    row: Row

    def label(self, position: int) -> str:
        """Name a column for people: its own header, or the letters above it."""
        cells = self.row.cells
        own = cells[position] if position < len(cells) else ""
        return own if isinstance(own, str) and own else letters(position)


def letters(position: int) -> str:
    """Say the letters a spreadsheet shows above a column: 0 → 'A', 26 → 'AA'.

    Examples
    --------
    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    found = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def trimmed(text: str) -> str:
    """Drop the spaces around a text, also those that cannot be seen."""
    text = text.strip()
    while text and (text[0] in INVISIBLE or text[-1] in INVISIBLE):
        text = text.strip(INVISIBLE).strip()
    return text
