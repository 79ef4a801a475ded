"""Writes a workbook with one sheet, the same bytes for the same rows."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Final

from kruispunt.exchange.refusals import TargetRefused

MOST_ROWS: Final = 1_048_576
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
ROW: Final = ("<row>", "</row>")
FIGURE_CELL: Final = ("<c><v>", "</v></c>")
TEXT_CELL: Final = ('<c t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>")
EMPTY_CELL: Final = "<c/>"
SHEET_START: Final = f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
SHEET_END: Final = b"</sheetData></worksheet>"
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class Figure(str):
    """A number as it is printed: in a workbook it is a number, in text it needs no guard."""

    __slots__ = ()


def write_workbook(file: IO[bytes], header: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Write a header and lines; a cell that is a number stays one.

    Raises
    ------
    TargetRefused
        When there are more rows than a workbook can hold.
    """
    write_sheet(file, _sheet_rows(header, lines))


def write_sheet(file: IO[bytes], rows: Iterable[bytes]) -> None:
    """Write a workbook around rows that are already in the sheet's own XML."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, text in _PARTS.items():
            with book.open(_part(name), "w") as part:
                part.write((_XML + text).encode())
        with book.open(_part("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as part:
            part.write(SHEET_START)
            for row in rows:
                part.write(row)
            part.write(SHEET_END)


def refuse_too_many(count: int) -> None:
    """Refuse a table that does not fit in a workbook.

    Raises
    ------
    TargetRefused
        When the rows and their header are more than 1,048,576.
    """
    if count + 1 > MOST_ROWS:
        raise TargetRefused(
            f"{count} rijen passen niet in een xlsx (hoogstens {MOST_ROWS - 1}); kies een naam op "
            ".csv"
        )


def xml_text(text: str) -> str:
    """Write a text as XML can hold it, signs it cannot hold in the workbook's own notation."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NOT_IN_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", plain)


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _MOMENT)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def _sheet_rows(header: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[bytes]:
    yield sheet_row(header)
    for count, line in enumerate(lines, 1):
        refuse_too_many(count)
        yield sheet_row(line)


def sheet_row(cells: Sequence[str]) -> bytes:
    """Write one row in the sheet's own XML."""
    return "".join(map(_cell, cells)).join(ROW).encode()


def _cell(text: str) -> str:
    if isinstance(text, Figure):
        return text.join(FIGURE_CELL)
    return xml_text(text).join(TEXT_CELL) if text else EMPTY_CELL
