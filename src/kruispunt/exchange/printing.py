"""Writes a table as people open it: comma-separated text or a workbook, never with a formula."""

from collections.abc import Iterable, Sequence
from typing import IO, Final

from kruispunt.exchange.cells import FORMULA_SIGNS, NUMBER
from kruispunt.exchange.workbook_out import Figure, write_workbook

FORMULA_STARTS: Final = (*FORMULA_SIGNS, "\t", "\r")
NEEDS_QUOTES: Final = frozenset('",\r\n')


Line = Sequence[str]


def write_table(file: IO[bytes], name: str, header: Line, lines: Iterable[Line]) -> None:
    """Write a header and its lines, as a workbook when the name asks for one."""
    if is_workbook(name):
        write_workbook(file, header, ([safe(cell) for cell in line] for line in lines))
        return
    file.write(csv_line(header).encode())
    for line in lines:
        file.write(csv_line(line).encode())


def is_workbook(name: str) -> bool:
    """Whether an output is asked for as xlsx."""
    return name.lower().endswith(".xlsx")


def csv_line(cells: Line) -> str:
    """Print one line of text, ending in a line feed.

    Examples
    --------
    >>> csv_line(["a,b", Figure("-1.5"), "=1+1"])
    '"a,b",-1.5,\\'=1+1\\n'
    """
    return ",".join(csv_cell(cell) for cell in cells) + "\n"


def csv_cell(text: str) -> str:
    """Print one cell: guarded, and between quotes where it must be."""
    guarded = safe(text)
    if NEEDS_QUOTES.isdisjoint(guarded) and guarded == guarded.strip():
        return guarded
    return '"' + guarded.replace('"', '""') + '"'


def safe(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    if isinstance(text, Figure) or not text.startswith(FORMULA_STARTS) or NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def thousandth(number: int) -> str:
    """Print thousandths with three decimals: 1250 → '1.250'."""
    return f"{number // 1000}.{number % 1000:03d}"


def hundred_thousandth(number: int) -> str:
    """Print hundred-thousandths with five decimals: 7500000 → '75.00000'."""
    sign = "-" if number < 0 else ""
    return f"{sign}{abs(number) // 100_000}.{abs(number) % 100_000:05d}"
