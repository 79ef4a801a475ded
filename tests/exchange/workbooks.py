"""Workbooks as spreadsheet programs save them, and as nobody should."""

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEADER = ["id", "soort", "klasse", "x", "y", "uren", "sinds", "vog", "interesses", "opmerking"]
ROW = ["q1", "WANDELEN", "licht", 155000, 463000, 2, None, None, None, None]


def workbook(*rows: list[object], change: Callable[[Worksheet], None] = lambda _: None) -> bytes:
    """Save rows as openpyxl does, after one more change to the sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def questions(*, change: Callable[[Worksheet], None] = lambda _: None, **cells: object) -> bytes:
    """One question, right but for what is said here."""
    row = [cells.get(name, cell) for name, cell in zip(HEADER, ROW, strict=True)]
    return workbook(HEADER, row, change=change)


def altered(book: bytes, part: str, pattern: str, text: str) -> bytes:
    """The same workbook with a piece of one of its parts written differently."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content, count = re.subn(pattern.encode(), text.encode(), content, flags=re.DOTALL)
                assert count, f"{pattern} is not in {part}"
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def with_shared_texts(book: bytes) -> bytes:
    """The same workbook with its texts kept apart, as most programs do, one of them in pieces."""
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        cells = old.read("xl/worksheets/sheet1.xml").decode()
    texts = re.findall(r't="inlineStr"><is><t[^>]*>(.*?)</t></is>', cells)
    pieces = [f"<si><r><t>{text[:1]}</t></r><r><t>{text[1:]}</t></r>"
              f"<rPh sb='0' eb='1'><t>klank</t></rPh></si>" for text in texts]  # fmt: skip
    numbers = iter(range(len(texts)))
    shared = re.sub(
        r't="inlineStr"><is><t[^>]*>.*?</t></is>',
        lambda _: f't="s"><v>{next(numbers)}</v>',
        cells,
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        f'<Relationship Id="rId99" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    changed = altered(book, "xl/worksheets/sheet1.xml", "^.*$", shared.replace("\\", r"\\"))
    changed = altered(changed, "xl/_rels/workbook.xml.rels", "</Relationships>",
                      f"{relation}</Relationships>")  # fmt: skip
    packed = io.BytesIO(changed)
    with zipfile.ZipFile(packed, "a") as more:
        more.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{"".join(pieces)}</sst>')
    return packed.getvalue()
