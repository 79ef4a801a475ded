"""Reads the first sheet of an xlsx: guarded in size, piece by piece, formulas seen as such."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError

from kruispunt.exchange.refusals import InputRefused
from kruispunt.exchange.tables.merged import Merged, merged_in
from kruispunt.exchange.tables.sheet import Sheet
from kruispunt.exchange.tables.sheet_values import CellStyles, SharedTexts, Values
from kruispunt.exchange.tables.table import Row
from kruispunt.exchange.tables.xml_pieces import CHUNK, Attributes, Pieces

LARGEST_UNPACKED: Final = 256 * 1024 * 1024
_NO_WORKBOOK: Final = (
    zipfile.BadZipFile, zlib.error, ExpatError, LookupError, ValueError, EOFError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip


def rows_of_workbook(path: str, content: bytes) -> Iterator[Row]:
    """Yield the rows of the first sheet with their own numbers; hidden ones too.

    Raises
    ------
    InputRefused
        When it is no workbook, or unpacks to more than 256 MB.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as book:
            if sum(part.file_size for part in book.infolist()) > LARGEST_UNPACKED:
                raise InputRefused(f"{path}: dit bestand pakt uit tot meer dan 256 MB; splits het")
            yield from _Workbook(book).rows()
    except _NO_WORKBOOK as wrong:
        raise InputRefused(
            f"{path}: dit is geen leesbare xlsx ({wrong or type(wrong).__name__}); bewaar het "
            "bestand opnieuw als xlsx of CSV"
        ) from None


class _Workbook:
    """The parts of an xlsx that say what stands in its first sheet."""

    def __init__(self, book: zipfile.ZipFile) -> None:
        self._book = book
        self._names = {name.lower(): name for name in book.namelist()}

    def rows(self) -> Iterator[Row]:
        """Read the strings and styles first, then the sheet row by row."""
        root = self._targets("", "_rels/.rels", "/officeDocument")
        main = next(iter(root.values()), "xl/workbook.xml")
        sheet, since_1904 = self._first_sheet(main)
        folder, name = posixpath.split(main)
        near = posixpath.join(folder, "_rels", f"{name}.rels")
        texts = self._targets(folder, near, "/sharedStrings")
        styles = self._targets(folder, near, "/styles")
        values = Values(
            self._texts(next(iter(texts.values()), "")),
            self._styles(next(iter(styles.values()), "")),
            since_1904=since_1904,
        )
        return Sheet(values, self._merged(sheet)).rows(self._chunks(sheet))

    def _first_sheet(self, main: str) -> tuple[str, bool]:
        """Find the first sheet in the order of the tabs, and how the book counts its days."""
        found: list[str] = []
        counts: list[str] = []

        def start(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                found.extend(value for key, value in attributes.items() if key.endswith("id"))
            elif name == "workbookPr":
                counts.append(attributes.get("date1904", ""))

        for _ in Pieces(start=start).read(self._chunks(main)):
            pass
        folder, name = posixpath.split(main)
        sheets = self._targets(
            folder, posixpath.join(folder, "_rels", f"{name}.rels"), "/worksheet"
        )
        first = next((sheets[one] for one in found if one in sheets), None)
        if first is None:
            raise ValueError("er is geen werkblad")
        return first, counts[:1] in (["1"], ["true"])

    def _targets(self, folder: str, relations: str, kind: str) -> dict[str, str]:
        """The parts of one kind that a part leans on, by their mark."""
        found: dict[str, str] = {}

        def start(name: str, attributes: Attributes) -> None:
            if name == "Relationship" and attributes.get("Type", "").endswith(kind):
                target = attributes["Target"]
                whole = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                found[attributes.get("Id", "")] = posixpath.normpath(whole.lstrip("/"))

        if relations.lower() in self._names:
            for _ in Pieces(start=start).read(self._chunks(relations)):
                pass
        return found

    def _texts(self, part: str) -> list[str]:
        texts = SharedTexts()
        if part:
            for _ in Pieces(start=texts.start, end=texts.end).read(self._chunks(part)):
                pass
        return texts.found

    def _styles(self, part: str) -> CellStyles:
        styles = CellStyles()
        if part:
            for _ in Pieces(start=styles.start, end=styles.end).read(self._chunks(part)):
                pass
        return styles

    def _merged(self, sheet: str) -> Merged:
        return merged_in(lambda: self._chunks(sheet))

    def _chunks(self, part: str) -> Iterator[bytes]:
        with self._book.open(self._names[part.lower()]) as packed:
            while chunk := packed.read(CHUNK):
                yield chunk
