"""Prints very many rows at once: each cell is picked from a table of ready-made texts.

This file thinks in indexes: a province has eleven million pairs. The texts of a table are made
equally wide with NUL signs, the cells of many rows are laid side by side in one matrix, and the
NUL signs fall out at the end. An id never holds a NUL sign: the way in refuses it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from kruispunt.exchange.printing import csv_cell, safe
from kruispunt.exchange.workbook_out import FIGURE_CELL, ROW, TEXT_CELL, xml_text

WIDEST: Final = 240
"""Bytes up to which texts of equal width are worth it; beyond that rows are joined one by one."""

Positions = npt.NDArray[np.integer]


class Texts:
    """A table of ready-made cells."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts: Sequence[bytes] = [text.encode() for text in texts]
        self.width = max(map(len, self.texts), default=0)

    @cached_property
    def equally_wide(self) -> npt.NDArray[np.bytes_]:
        """The texts filled up to one width."""
        return np.array(self.texts, dtype=f"S{self.width or 1}")


@dataclass(frozen=True, slots=True)
class Pick:
    """One column of some rows: which text of a table each row shows."""

    table: Texts
    positions: Positions


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of file spells cells and joins them into rows."""

    word: Callable[[str], str]
    figure: Callable[[str], str]
    start: str
    between: str
    end: str

    def first(self, cells: Iterable[str]) -> Texts:
        """The cells of the first column."""
        return Texts(f"{self.start}{cell}{self.between}" for cell in cells)

    def middle(self, cells: Iterable[str]) -> Texts:
        """The cells of a column in the middle."""
        return Texts(f"{cell}{self.between}" for cell in cells)

    def last(self, cells: Iterable[str]) -> Texts:
        """The cells of the last column."""
        return Texts(f"{cell}{self.end}" for cell in cells)


COMMA: Final = Style(word=csv_cell, figure=str, start="", between=",", end="\n")
SHEET: Final = Style(
    word=lambda text: xml_text(safe(text)).join(TEXT_CELL),
    figure=lambda text: text.join(FIGURE_CELL),
    start=ROW[0],
    between="",
    end=ROW[1],
)


def rows(*columns: Pick) -> bytes:
    """Lay the columns side by side and print them."""
    if any(column.table.width > WIDEST for column in columns):
        return _one_by_one(columns)
    count = len(columns[0].positions)
    sheet = np.empty((count, sum(max(column.table.width, 1) for column in columns)), np.uint8)
    left = 0
    for column in columns:
        texts = column.table.equally_wide
        cells = texts[column.positions].view(np.uint8).reshape(count, texts.itemsize)
        sheet[:, left : left + texts.itemsize] = cells
        left += texts.itemsize
    filled: bytes = sheet[sheet != 0].tobytes()
    return filled


def _one_by_one(columns: Sequence[Pick]) -> bytes:
    cells = [[c.table.texts[p] for p in c.positions.tolist()] for c in columns]
    return b"".join(cell for row in zip(*cells, strict=True) for cell in row)
