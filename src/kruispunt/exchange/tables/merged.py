"""Cells of a workbook that are merged: only the first of them counts."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from kruispunt.exchange.tables.xml_pieces import Attributes, Pieces

MARK: Final = b"mergeCell"
REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
MOST_COLUMNS: Final = 16_384
MOST_RANGES: Final = 100_000

Range = tuple[int, int, int, int]
"""First row, last row, first column, last column; columns from 0."""


class Merged:
    """Tells, row after row, which cells another cell lies over."""

    def __init__(self, ranges: list[Range]) -> None:
        self._coming = sorted(ranges, reverse=True)
        self._here: list[Range] = []

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell is merged into an earlier one; rows must come in order."""
        while self._coming and self._coming[-1][0] <= row:
            self._here.append(self._coming.pop())
        if not self._here:
            return False
        self._here = [one for one in self._here if one[1] >= row]
        return any(
            left <= column <= right and (row, column) != (top, left)
            for top, _, left, right in self._here
        )


def merged_in(chunks: Callable[[], Iterator[bytes]]) -> Merged:
    """Find the merged cells of a sheet; they are written after the cells, so it is read twice."""
    ranges: list[Range] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "mergeCell":
            ranges.append(_range(attributes["ref"]))
            if len(ranges) > MOST_RANGES:
                raise ValueError("er zijn te veel samengevoegde cellen")

    if _mentions_merging(chunks()):
        for _ in Pieces(start=start).read(chunks()):
            pass
    return Merged(ranges)


def place(reference: str) -> tuple[int, int]:
    """Read 'B7' as row 7, column 1."""
    if not (found := REFERENCE.fullmatch(reference)):
        raise ValueError(f"onbekende cel {reference[:12]}")
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    if column > MOST_COLUMNS:
        raise ValueError(f"onbekende kolom {found[1]}")
    return int(found[2]), column - 1


def _mentions_merging(chunks: Iterator[bytes]) -> bool:
    tail = b""
    for chunk in chunks:
        if MARK in tail + chunk:
            return True
        tail = chunk[-len(MARK) :]
    return False


def _range(reference: str) -> Range:
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = place(first), place(last or first)
    return top, bottom, left, right
