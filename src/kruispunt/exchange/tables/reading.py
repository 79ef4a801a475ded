"""Opens a table: checks its size, sees whether it is text or a workbook, and reads it as such."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kruispunt.exchange.refusals import InputRefused
from kruispunt.exchange.tables.comma_text import rows_of_text
from kruispunt.exchange.tables.table import Row, Table

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 64 * MEGABYTE
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_table(path: str, is_known: Callable[[str], bool]) -> Table:
    """Open a table; `is_known` recognises column names, so that the separator can be found.

    Raises
    ------
    InputRefused
        In one sentence: the file is missing, empty, too large, or no table.
    """
    content = file_content(path)
    return Table(path, _filled(path, _rows(path, content, is_known)))


def file_content(path: str) -> bytes:
    """Read a whole file of a decent size.

    Raises
    ------
    InputRefused
        When there is no such file, or it is empty or too large.
    """
    try:
        # Asked before opening: a pipe would keep us waiting for ever.
        kind = Path(path).stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise InputRefused(f"{path}: dit is geen gewoon bestand")
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise InputRefused(f"{path}: dit bestand bestaat niet; controleer de naam") from None
    except IsADirectoryError:
        raise InputRefused(f"{path}: dit is een map, geen bestand") from None
    except OSError as wrong:
        raise InputRefused(f"{path}: dit bestand is niet te lezen ({wrong.strerror})") from None
    if len(content) > LARGEST_FILE:
        raise InputRefused(f"{path}: dit bestand is groter dan 64 MB; splits het")
    if not content.strip():
        raise InputRefused(f"{path}: dit bestand is leeg; verwacht een rij met kolomnamen")
    return content


def _rows(path: str, content: bytes, is_known: Callable[[str], bool]) -> Iterator[Row]:
    if path.lower().endswith(".xlsx"):
        from kruispunt.exchange.tables.workbook import rows_of_workbook  # noqa: PLC0415 - seldom

        return rows_of_workbook(path, content)
    if content.startswith(ZIP):
        raise InputRefused(f"{path}: dit is geen CSV; geef een spreadsheet een naam op .xlsx")
    if content.startswith(OLD_OFFICE):
        raise InputRefused(
            f"{path}: dit is een oud of beveiligd Office-bestand; bewaar het als CSV"
        )
    return rows_of_text(path, content, is_known)


def _filled(path: str, rows: Iterator[Row]) -> Iterator[Row]:
    found = False
    for row in rows:
        if not row.is_empty:
            found = True
            yield row
    if not found:
        raise InputRefused(f"{path}: dit bestand is leeg; verwacht een rij met kolomnamen")
