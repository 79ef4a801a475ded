"""An xlsx is read as people see it, and a trap is refused without harm."""

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.chart import BarChart

from tests.exchange.two_files import sheet, volunteer
from tests.exchange.workbooks import HEADER, ROW, altered, questions, with_shared_texts, workbook

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def match(desk):
    """Run with this workbook as the questions and one fitting volunteer."""

    def run(book: bytes, *options: str, **cells: str):
        desk.put("vragen.xlsx", book)
        desk.put("vrijwilligers.csv", sheet(volunteer(**cells)))
        return desk.run(
            "--questions", "vragen.xlsx", "--volunteers", "vrijwilligers.csv", "--out", "uit.csv",
            *options,
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"x": 155000.5},
        {"x": "155000,5"},
        {"x": 2.2999999999999998e5, "y": 463000.0},
        {"uren": 2.0},
        {"uren": "1,5"},
        {"uren": 0.30000000000000004},
        {"sinds": date(2026, 11, 1)},
        {"sinds": datetime(2026, 11, 1, 14, 30)},  # noqa: DTZ001 - a sheet knows no zones
        {"sinds": "2026-11-01"},
        {"sinds": "01-11-2026"},
        {"vog": False},
        {"vog": "nee"},
        {"opmerking": "= is geen formule als het tekst is"[2:]},
        {"opmerking": "regel\nregel"},
        {"opmerking": "_x0041_ en <b> & \u20ac"},
        {"id": "  q1  "},
        {"soort": "wandelen | KOFFIE"},
        {"interesses": "_xD83D__xDE00_", "opmerking": "_xD83D_ half"},
    ],
)
def test_cells_of_every_kind_are_read_as_they_are_shown(match, cells):
    run = match(questions(**cells), max_km="500")

    assert (run.code, run.bad) == (0, [])
    assert run.pairs() == [("q1", "v1")]


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"x": "=150000+5000"}, "x", "formule"),
        ({"opmerking": "=A1"}, "opmerking", "formule"),
        ({"opmerking": "=HYPERLINK(1)"}, "opmerking", "formule"),
        ({"x": "#N/A"}, "x", "fout (#N/A)"),
        ({"x": True}, "x", "is geen getal"),
        ({"x": 463000, "y": 155000}, "x", "verwisseld"),
        ({"x": -5}, "x", "negatief"),
        ({"x": None}, "x", "leeg"),
        ({"uren": "x"}, "uren", "is geen getal"),
        ({"uren": date(2026, 2, 1)}, "uren", "is geen getal"),
        ({"sinds": 46347}, "sinds", "nummer van een dag"),
        ({"sinds": 2026.5}, "sinds", "is geen datum"),
        ({"sinds": time(10, 30)}, "sinds", "is geen datum"),
        ({"vog": True, "id": None}, "id", "leeg"),
        ({"vog": 1}, "vog", "kies uit ja, nee"),
        ({"id": "-q1"}, "id", "begint met"),
        ({"soort": 12}, "soort", "soort hulp"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(match, cells, column, says):
    run = match(questions(**cells))

    assert (run.code, len(run.bad)) == (2, 1)
    assert run.bad[0].startswith(f"vragen.xlsx: rij 2, kolom {column}: ")
    assert says in run.bad[0]


def test_a_formula_is_bad_even_when_its_value_was_kept(match):
    book = altered(questions(), SHEET, r"<v>155000</v>", "<f>1*155000</f><v>155000</v>")
    run = match(book)

    assert run.bad == [
        "vragen.xlsx: rij 2, kolom x: in deze cel staat een formule; plak er de waarde in"
    ]


@pytest.mark.parametrize(
    "formula",
    ['<f t="shared" si="0"/><v>155000</v>', '<f t="array" ref="D2">A1</f>', "<f/>",
     '<v>155000</v><f>1</f>'],
)  # fmt: skip
def test_every_kind_of_formula_is_seen(match, formula):
    run = match(altered(questions(), SHEET, r"<v>155000</v>", formula))

    assert (run.code, len(run.bad)) == (2, 1)
    assert "kolom x: in deze cel staat een formule" in run.bad[0]


def test_text_that_looks_like_a_formula_is_only_text(match):
    book = altered(questions(opmerking="PLAATS"), SHEET, "PLAATS", "- belt liever")

    assert match(book).code == 0


def test_hidden_rows_and_columns_count(match):
    def hide(found):
        found.row_dimensions[2].hidden = True
        found.column_dimensions["D"].hidden = True

    assert match(questions(change=hide)).pairs() == [("q1", "v1")]


def test_only_the_first_sheet_counts_also_when_it_is_hidden_or_a_chart_comes_first(match):
    book = openpyxl.Workbook()
    first = book.active
    first.append(HEADER)
    first.append(ROW)
    book.create_sheet("tweede").append(["onzin", "=1"])
    book.active = 1
    first.sheet_state = "hidden"
    book.create_chartsheet("grafiek", 0).add_chart(BarChart())
    saved = io.BytesIO()
    book.save(saved)

    assert match(saved.getvalue()).pairs() == [("q1", "v1")]


def test_a_merged_cell_counts_for_its_first_cell_only(match):
    def merge(found):
        found.append(["q2", "WANDELEN", "licht", 155000, 463000])
        found.append(["q3", "WANDELEN", "licht", 155000, 463000])
        found.merge_cells("F2:F4")

    run = match(questions(uren=7, change=merge), "--candidates", "kan.csv", plaatsen="3", uren="9")

    # Only q2 and q3 take the two hours that an empty cell means, and so fit beside seven.
    assert run.pairs("kan.csv") == [("q1", "v1"), ("q2", "v1"), ("q3", "v1")]
    assert len(match(questions(uren=7, change=merge), uren="6", plaatsen="3").pairs()) == 2


def test_what_lies_under_a_merged_cell_is_not_read(match):
    def merge(found):
        found.merge_cells("I2:J2")

    book = altered(
        questions(change=merge), SHEET, "</row></sheetData>",
        '<c r="J2"><f>1</f></c></row></sheetData>',
    )  # fmt: skip

    assert match(book).code == 0


def test_rows_keep_the_numbers_that_the_spreadsheet_shows(match):
    def push_down(found):
        found.insert_rows(2, amount=5)

    run = match(questions(x=1, change=push_down))

    assert run.bad[0].startswith("vragen.xlsx: rij 7, kolom x: ")


def test_a_number_of_a_day_is_read_by_the_calendar_of_the_workbook(match):
    plain = questions(sinds=date(2026, 11, 1), klasse="licht")
    shifted = altered(plain, "xl/workbook.xml", r"<workbookPr\s*/>", '<workbookPr date1904="1"/>')

    assert match(plain).rows()[0]["prioriteit"] == "1.056"
    # The same number is four years and a day later there: still to come, so nobody waited.
    assert match(shifted).rows()[0]["prioriteit"] == "1.000"


def test_texts_that_are_kept_apart_and_in_pieces_are_read_whole(match):
    assert match(with_shared_texts(questions(opmerking="tuin"))).pairs() == [("q1", "v1")]


def test_ids_that_were_typed_as_numbers_have_no_decimals(match):
    assert match(questions(id=12.0)).pairs() == [("12", "v1")]


def test_more_filled_cells_than_columns_is_bad(match):
    run = match(workbook(HEADER, [*ROW, "extra"]))

    assert run.bad[0].startswith("vragen.xlsx: rij 2, kolom K: 'extra' staat buiten de kolommen")


def test_a_workbook_of_only_a_header_is_empty_and_one_without_is_refused(match):
    assert match(workbook(HEADER)).code == 0
    assert "leeg" in match(workbook()).words[0]


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return packed.getvalue()


def _spoiled(book: bytes) -> bytes:
    at = book.find(SHEET.encode()) + 60
    return book[:at] + b"\0" * 100 + book[at + 100 :]


TRAPS = {
    "no zip": b"hallo",
    "half": questions()[:-200],
    "broken": _spoiled(questions()),
    "old office": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "other zip": _packed({"brief.txt": b"hallo"}),
    "no sheet": altered(questions(), "xl/workbook.xml", "<sheets>.*</sheets>", "<sheets/>"),
    "no xml": altered(questions(), SHEET, "^.*$", "dit is geen xml"),
    "entities": altered(questions(), SHEET, r"^(<\?xml[^>]*>)?", '<!DOCTYPE a [<!ENTITY b "c">]>'),
    "shared text that is not there": altered(
        with_shared_texts(questions()), SHEET, 't="s"><v>0', 't="s"><v>999'
    ),
    "rows backwards": altered(questions(), SHEET, '<row r="2"', '<row r="1"'),
    "column beyond the last": altered(questions(), SHEET, 'r="A2"', 'r="ZZZ2"'),
    "cell without a place": altered(questions(), SHEET, 'r="A2"', 'r="twee"'),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_is_no_workbook_is_refused_in_one_sentence(match, trap):
    run = match(TRAPS[trap], "--skip-bad")

    assert (run.code, len(run.words)) == (2, 1)
    assert "vragen.xlsx: " in run.words[0]
    assert "Traceback" not in run.words[0]
    assert not (run.folder / "uit.csv").exists()


def _bomb(megabytes: int) -> bytes:
    rows = b'<row><c t="inlineStr"><is><t>' + b"x" * 1024 * 1024 + b"</t></is></c></row>"
    start = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    packed = io.BytesIO()
    source = questions()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
        packed_sheet = zipfile.ZipInfo(SHEET)
        packed_sheet.compress_type = zipfile.ZIP_DEFLATED
        with new.open(packed_sheet, "w", force_zip64=True) as part:
            part.write(start)
            for _ in range(megabytes):
                part.write(rows)
            part.write(b"</sheetData></worksheet>")
    return packed.getvalue()


@pytest.mark.parametrize("trap", ["bomb", "lying"])
def test_a_bomb_is_refused_in_little_memory(tmp_path, trap):
    bomb = _bomb(300)
    if trap == "lying":  # the directory says 1 kB where 300 MB are
        at = bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(SHEET.encode()))
        bomb = bomb[: at + 24] + (1024).to_bytes(4, "little") + bomb[at + 28 :]
    (tmp_path / "vragen.xlsx").write_bytes(bomb)
    (tmp_path / "v.csv").write_text(sheet(volunteer()))
    assert len(bomb) < 3_000_000
    script = (
        "import re, sys; from kruispunt.exchange.match_command import main; "
        "code = main(sys.argv[1:]); "
        # Not getrusage: that counts the memory of whoever started us as well.
        "peak = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]; "
        "print(code, int(peak) // 1024)"
    )
    command = [sys.executable, "-c", script, "--questions", str(tmp_path / "vragen.xlsx")]
    command += ["--volunteers", str(tmp_path / "v.csv"), "--out", str(tmp_path / "uit.csv")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, megabytes = map(int, done.stdout.split())

    assert code == 2
    assert len(done.stderr.splitlines()) == 1
    assert megabytes < 250
