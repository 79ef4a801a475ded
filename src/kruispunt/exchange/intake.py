"""Reads a spreadsheet into cards; of a row that cannot be read it says why and how to mend it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kruispunt.exchange.cells import CellRefused, read_once
from kruispunt.exchange.columns import Column, by_header, header_name
from kruispunt.exchange.refusals import quoted
from kruispunt.exchange.tables import Flaw, Header, Row, Table, read_table

MOST_SHOWN: Final = 1000
"""Distinct texts of a column that are read once only; more would cost memory and win nothing."""

Reasons = list[tuple[str, str]]
Layout = Mapping[int, Column]
Texts = Mapping[str, Mapping[str, str]]
"""By id and column: what a cell says in the words of the file."""
Filled = Mapping[str, Any]
"""What the filled cells of a row say, by canonical column name."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One bad row: its number and, cell by cell, what is wrong."""

    row: int
    reasons: tuple[tuple[str, str], ...]
    """Pairs of a column name and a reason."""

    def sentence(self, file: str) -> str:
        """Say it on one line: the file, the row, the column, the reason."""
        (column, reason), *others = self.reasons
        more = "".join(f"; kolom {name}: {why}" for name, why in others)
        return f"{file}: rij {self.row}, kolom {column}: {reason}{more}"


class RowRefused(Exception):
    """A row whose cells are fine one by one does not hold together."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


@dataclass(slots=True)
class Intake[Card]:
    """What a file held: the cards of its good rows, the faults of its bad ones."""

    file: str
    cards: list[Card] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """The first faults, as many as are shown."""
    bad_rows: int = 0
    unknown: tuple[str, ...] = ()
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    """The filled cells that were asked to be kept in the words of the file, by id."""
    has_good_header: bool = True

    def refuse(self, row: int, reasons: Reasons) -> None:
        """Note a bad row; only what will be shown is remembered."""
        self.bad_rows += 1
        if len(self.faults) < MOST_SHOWN:
            self.faults.append(Fault(row, tuple(reasons)))

    def sentences(self) -> Iterator[str]:
        """Every fault on its own line, at most a thousand and then a count."""
        for fault in self.faults:
            yield fault.sentence(self.file)
        if (more := self.bad_rows - len(self.faults)) > 0:
            yield f"{self.file}: en nog {more} foute rijen"


def take_in[Card](
    path: str,
    columns: tuple[Column, ...],
    build: Callable[[Filled], Card],
    *,
    keep: Collection[str] = (),
) -> Intake[Card]:
    """Read a table row by row; `build` makes a card of the filled cells of one row.

    The cells of the columns in `keep` are also remembered as they are written.

    Raises
    ------
    InputRefused
        When the file as a whole cannot be read.
    """
    names = by_header(columns)
    table = read_table(path, lambda text: header_name(text) in names)
    intake = Intake[Card](table.name)
    header = Header(next(table.rows))
    layout, faults = _layout(header, columns, names)
    if faults:
        intake.refuse(header.row.number, faults)
        intake.has_good_header = False
        return intake
    intake.unknown = tuple(_unknown(header, layout))
    _take_rows(table, _RowReader(header, layout, columns, keep), build, intake)
    return intake


def _take_rows[Card](
    table: Table, reader: "_RowReader", build: Callable[[Filled], Card], intake: Intake[Card]
) -> None:
    for row in table.rows:
        filled, reasons = reader.read(row)
        if not reasons:
            try:
                intake.cards.append(build(filled))
                if kept := reader.kept(row):
                    intake.texts[str(filled["id"])] = kept
            except RowRefused as wrong:
                reasons = [(reader.label(wrong.column), wrong.reason)]
        if reasons:
            intake.refuse(row.number, reasons)


def _layout(
    header: Header, columns: Sequence[Column], names: Mapping[str, Column]
) -> tuple[Layout, Reasons]:
    """Find which column stands where, and what is wrong with the header."""
    layout: dict[int, Column] = {}
    reasons: Reasons = []
    for position, cell in enumerate(header.row.cells):
        if isinstance(cell, Flaw):
            reasons.append((header.label(position), cell.reason))
        elif column := names.get(header_name(cell)):
            if column in layout.values():
                reasons.append((column.name, f"deze kolom staat er twee keer (ook als '{cell}')"))
            layout[position] = column
    found = {column.name for column in layout.values()}
    missing = [column.name for column in columns if column.required and column.name not in found]
    if any(column.name == "x" for column in columns):
        missing += _missing_place(found)
    return layout, reasons + [(name, "deze verplichte kolom ontbreekt") for name in missing]


def _missing_place(found: set[str]) -> list[str]:
    if {"x", "y"} <= found or {"lat", "lon"} <= found:
        return []
    if found & {"lat", "lon"} and not found & {"x", "y"}:
        return sorted({"lat", "lon"} - found)
    return sorted({"x", "y"} - found)


def _unknown(header: Header, layout: Layout) -> Iterator[str]:
    for position, cell in enumerate(header.row.cells):
        if position not in layout and cell:
            yield quoted(str(cell))


class _RowReader:
    """Reads the cells of one row after another, each distinct text once."""

    def __init__(
        self, header: Header, layout: Layout, columns: Sequence[Column], keep: Collection[str]
    ) -> None:
        self._keep = {p: column.name for p, column in layout.items() if column.name in keep}
        self._header = header
        self._layout = layout
        self._order = [
            (position, column)
            for column in columns
            for position, c in layout.items()
            if c is column
        ]
        self._width = max((p for p, c in enumerate(header.row.cells) if c), default=-1) + 1
        self._read_before: dict[str, dict[str, object]] = {c.name: {} for c in layout.values()}
        self._first_row_of: dict[str, int] = {}

    def label(self, name: str) -> str:
        """The name of a column as it stands in this file's header; a missing one's own name."""
        for position, column in self._layout.items():
            if column.name == name:
                return self._spelled(position)
        return name

    def read(self, row: Row) -> tuple[dict[str, object], Reasons]:
        """Read one row: what its filled cells say, and what is wrong."""
        filled: dict[str, object] = {}
        reasons: Reasons = []
        cells = row.cells
        for position, column in self._order:
            cell = cells[position] if position < len(cells) else ""
            if not cell:
                if column.required:
                    reasons.append((self._spelled(position), "deze verplichte cel is leeg"))
            elif not isinstance(cell, Flaw):
                found = read_once(column.read, cell, self._read_before[column.name])
                if isinstance(found, CellRefused):
                    reasons.append((self._spelled(position), str(found)))
                else:
                    filled[column.name] = found
        if len(cells) > self._width or Flaw in map(type, cells):
            reasons += self._flaws(row)
        if repeated := self._repeated(row, filled.get("id")):
            reasons.append(repeated)
        return filled, reasons

    def kept(self, row: Row) -> dict[str, str]:
        """The filled cells of this row that must be remembered in the words of the file."""
        return {
            name: cell
            for position, name in self._keep.items()
            if position < len(row.cells) and isinstance(cell := row.cells[position], str) and cell
        }

    def _spelled(self, position: int) -> str:
        column, own = self._layout[position], self._header.label(position)
        return column.name if header_name(own) == column.name else own

    def _flaws(self, row: Row) -> Iterator[tuple[str, str]]:
        for position, cell in enumerate(row.cells):
            if isinstance(cell, Flaw):
                shown = f"{quoted(cell.shown)}: " if cell.shown else ""
                yield self._place(position), shown + cell.reason
            elif cell and position >= self._width:
                reason = "staat buiten de kolommen; zet een cel met komma's tussen aanhalingstekens"
                yield self._place(position), f"{quoted(cell)} {reason}"

    def _place(self, position: int) -> str:
        return self._spelled(position) if position in self._layout else self._header.label(position)

    def _repeated(self, row: Row, own: object) -> tuple[str, str] | None:
        if not isinstance(own, str):
            return None
        first = self._first_row_of.setdefault(own, row.number)
        if first == row.number:
            return None
        return "id", f"{quoted(own)} staat ook al in rij {first}; een id hoort bij één rij"
