"""Reads the rows of one sheet as they stream by."""

from collections.abc import Iterable, Iterator
from typing import Final

from kruispunt.exchange.tables.merged import MOST_COLUMNS, Merged, place
from kruispunt.exchange.tables.sheet_values import FORMULA, Values
from kruispunt.exchange.tables.table import Cell, Row
from kruispunt.exchange.tables.xml_pieces import Attributes, Pieces

MOST_CELLS: Final = 50_000_000
"""Cells, the empty ones between filled ones included, above which a sheet is a trap."""


class Sheet:
    """Gathers cells to rows; what is in a cell is for `Values` to say."""

    def __init__(self, values: Values, merged: Merged) -> None:
        self._values, self._merged = values, merged
        self._done: list[Row] = []
        self._row = self._column = self._cells_seen = 0
        self._cells: dict[int, Cell] = {}
        self._kind = self._raw = ""
        self._style = self._aids = 0
        self._has_formula = False

    def rows(self, chunks: Iterable[bytes]) -> Iterator[Row]:
        """Yield every row with its own number."""
        for _ in Pieces(start=self._start, end=self._end).read(chunks):
            yield from self._done
            self._done.clear()

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            number = int(attributes.get("r", self._row + 1))
            if number <= self._row:
                raise ValueError("de rijen staan niet op volgorde")
            self._row, self._column = number, -1
        elif name == "f":
            self._has_formula = True
        elif name == "rPh":
            self._aids += 1

    def _start_cell(self, attributes: Attributes) -> None:
        self._column = place(attributes["r"])[1] if "r" in attributes else self._column + 1
        if self._column >= MOST_COLUMNS:
            raise ValueError("er zijn te veel kolommen")
        self._kind = attributes.get("t", "n")
        self._style = int(attributes.get("s", "0"))
        self._raw, self._has_formula = "", False

    def _end(self, name: str, text: str) -> None:
        if name == "v":
            self._raw = text
        elif name == "t" and not self._aids:
            self._raw += text
        elif name == "c":
            self._end_cell()
        elif name == "rPh":
            self._aids -= 1
        elif name == "row":
            self._end_row()

    def _end_cell(self) -> None:
        if (self._raw or self._has_formula) and not self._merged.covers(self._row, self._column):
            self._cells[self._column] = (
                FORMULA
                if self._has_formula
                else self._values.cell(self._kind, self._style, self._raw)
            )

    def _end_row(self) -> None:
        width = max(self._cells, default=-1) + 1
        self._cells_seen += width
        if self._cells_seen > MOST_CELLS:
            raise ValueError("er zijn te veel cellen")
        self._done.append(Row(self._row, [self._cells.get(at, "") for at in range(width)]))
        self._cells.clear()
