"""Reads CSV as people save it: comma or semicolon, any line ends, with or without a mark."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from kruispunt.exchange.refusals import InputRefused
from kruispunt.exchange.tables.table import Cell, Flaw, Row, trimmed

MARK: Final = b"\xef\xbb\xbf"
WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS: Final = (",", ";")
BETWEEN: Final = "".join(SEPARATORS)
HINT: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\"?sep=([,;])\"?[ ,;]*(?:\r\n|\r|\n)", re.IGNORECASE)
"""The line with which some spreadsheets say their separator; they do not show it as a row."""
END: Final = "\0\0"
"""Two last cells that no file can hold: when they are swallowed, a quote stayed open."""
MOST_COLUMNS: Final = 1_000_000
LONGEST_CELL: Final = 2**31 - 1
NUMBER: Final = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)
FORMULA: Final = Flaw("de cel begint als een formule; zet er gewone tekst of een getal in")


def rows_of_text(path: str, content: bytes, is_known: Callable[[str], bool]) -> Iterator[Row]:
    """Yield every row, empty ones too, numbered as a spreadsheet numbers them.

    Raises
    ------
    InputRefused
        When the text is not UTF-8, holds NUL bytes, or a quote stays open.
    """
    _refuse_what_is_no_text(path, content)
    if hint := HINT.match(content):
        separator = hint[1].decode()
        content = content[hint.end() :]
    else:
        separator = _separator(content, is_known)
    try:
        yield from _numbered(path, content, separator)
    except UnicodeDecodeError:
        raise _not_utf8(path, content) from None


def _refuse_what_is_no_text(path: str, content: bytes) -> None:
    if content.startswith(WIDE_MARKS):
        raise InputRefused(f"{path}: de tekst is UTF-16; bewaar het bestand als CSV UTF-8")
    if (at := content.find(b"\0")) >= 0:
        raise InputRefused(
            f"{path}: regel {_line(content, at)} bevat een NUL-byte; bewaar het als CSV UTF-8"
        )


def _not_utf8(path: str, content: bytes) -> InputRefused:
    try:
        content.decode()
    except UnicodeDecodeError as wrong:
        where = f"regel {_line(content, wrong.start)}, byte {wrong.start + 1}"
    else:
        where = "het einde"
    return InputRefused(f"{path}: geen UTF-8 bij {where}; bewaar het bestand als CSV UTF-8")


def _line(content: bytes, at: int) -> int:
    before = content[:at]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")


def _lines(content: bytes) -> io.TextIOWrapper:
    # The codec drops the mark, the empty newline keeps every line end for the csv reader.
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")


def _narrow(path: str, lines: Iterable[str], separator: str) -> Iterator[str]:
    """Pass lines on, but no line that would unfold into millions of cells."""
    for line in lines:
        if len(line) > MOST_COLUMNS and line.count(separator) > MOST_COLUMNS:
            raise InputRefused(f"{path}: er is een regel met te veel kolommen")
        yield line


def _separator(content: bytes, is_known: Callable[[str], bool]) -> str:
    """Choose the separator under which the first row has most known names, then most names."""

    def fit(separator: str) -> tuple[int, int]:
        names = _first_row(content, separator)
        return sum(is_known(name) for name in names), len(names)

    return max(SEPARATORS, key=fit)


def _first_row(content: bytes, separator: str) -> list[str]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_lines(content), delimiter=separator, skipinitialspace=True)
    try:
        return next(
            (cells for cells in reader if any(trimmed(cell).strip(BETWEEN) for cell in cells)), []
        )
    except UnicodeDecodeError:
        return []


def _numbered(path: str, content: bytes, separator: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(
        chain(_narrow(path, _lines(content), separator), [separator.join(END)]),
        delimiter=separator,
        skipinitialspace=True,
    )
    number = 0
    closed = False
    for number, cells in enumerate(reader, 1):
        closed = cells == list(END)
        if cells and cells[-1].endswith(END[-1]):
            break
        yield Row(number, [_cell(text) for text in cells])
    if not closed:
        raise InputRefused(
            f"{path}: rij {number}: een aanhalingsteken gaat open en niet meer dicht"
        )


def _cell(text: str) -> Cell:
    if not text or (text[0].isalnum() and text[-1].isalnum()):
        return text
    found = trimmed(text)
    if found[:1] in {"=", "+", "-", "@"} and not NUMBER.fullmatch(found):
        return Flaw(FORMULA.reason, found)
    if text[0] in "\t\r" and found:
        return Flaw(FORMULA.reason, found)
    return found
