"""Outputs appear whole or not at all, sorted, and safe to open in a spreadsheet."""

import csv
import json
import stat
from pathlib import Path

import openpyxl
import pytest

from kruispunt.exchange.printing import csv_line, write_table
from kruispunt.exchange.refusals import TargetRefused
from kruispunt.exchange.targets import Targets
from kruispunt.exchange.workbook_out import MOST_ROWS, Figure, refuse_too_many
from tests.exchange.two_files import question, sheet, volunteer

QUESTIONS = sheet(question(), question(id="q2", soort="TAAL", x="99000"))
VOLUNTEERS = sheet(volunteer())
EVERY_OUTPUT = (
    "--candidates", "kan.csv", "--unmatched", "open.csv", "--gap", "tekort.csv",
    "--report", "rapport.html",
)  # fmt: skip


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_all_outputs_appear_with_line_feeds_and_without_a_mark(desk):
    run = desk.match(QUESTIONS, VOLUNTEERS, *EVERY_OUTPUT)

    assert run.code == 0
    assert names(desk.folder) == {
        "vragen.csv", "vrijwilligers.csv", "uit.csv", "kan.csv", "open.csv", "tekort.csv",
        "rapport.html",
    }  # fmt: skip
    for name in ("uit.csv", "kan.csv", "open.csv", "tekort.csv"):
        content = (desk.folder / name).read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\n")


def test_an_open_question_says_why_and_what_would_unlock_it(desk):
    run = desk.match(QUESTIONS, VOLUNTEERS, "--unmatched", "open.csv")
    (row,) = run.rows("open.csv")

    assert [*row] == [
        "vraag_id", "reden", "regel", "ontgrendelaar", "soort_wijziging", "wie", "kolom", "van",
        "naar", "kosten",
    ]  # fmt: skip
    assert (row["vraag_id"], row["reden"], row["regel"]) == ("q2", "niemand_geschikt", "soort")
    assert row["soort_wijziging"] == "nieuwe_vrijwilliger"
    assert {type(cell) for cell in json.loads(row["naar"]).values()} == {str}
    assert row["kosten"] == "10.00"


@pytest.mark.parametrize(
    ("own", "other", "column", "old", "new"),
    [
        ({"plaatsen": ""}, {}, "plaatsen", "", "2"),
        ({"plaatsen": "+1,0"}, {}, "plaatsen", "1.0", "2"),
        ({"max_km": "0,25", "plaatsen": "5"}, {}, "max_km", "0.25", "1"),
        ({"vog_tot": "1-2-2020", "plaatsen": "5"}, {"vog": "ja"}, "vog_tot", "1-2-2020",
         "2029-11-21"),
    ],
)  # fmt: skip
def test_an_unlocker_says_what_stands_in_the_file_and_what_should(
    desk, own, other, column, old, new
):
    asked = sheet(question(sinds="2026-01-01") | other, question(id="q2") | other)
    crowd = sheet(volunteer(uren="9") | own)
    run = desk.match(asked, crowd, "--unmatched", "open.csv")
    row = run.rows("open.csv")[-1]

    assert (row["soort_wijziging"], row["wie"]) == ("vrijwilliger", "v1")
    assert (row["kolom"], row["van"], row["naar"]) == (column, old, new)
    mended = sheet(volunteer(uren="9") | own | {column: new})
    assert row["vraag_id"] in {pair[0] for pair in desk.match(asked, mended).pairs()}


def test_a_missing_volunteer_adds_exactly_what_the_shortage_says(desk):
    before = desk.match(QUESTIONS, VOLUNTEERS, "--gap", "tekort.csv", "--json")
    row = before.rows("tekort.csv")[0]
    added = {name: row[name] for name in row if name not in {"meerwaarde", "extra_gekoppeld"}}
    after = desk.match(None, sheet(volunteer(), added), "--json")

    assert row["extra_gekoppeld"] == "1"
    assert after.document["doel"] - before.document["doel"] == pytest.approx(
        float(row["meerwaarde"])
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--out", "weg/uit.csv"), "bestaat niet"),
        (("--out", "vragen.csv/uit.csv"), "bestaat niet"),
        (("--out", "map.d"), "dit is een map"),
        (("--out", "uit.csv/"), "dit is een map"),
        (("--out", "vragen.csv"), "ook een invoerbestand"),
        (("--out", "./map.d/../vragen.csv"), "ook een invoerbestand"),
        (("--out", "koppeling.csv"), "ook een invoerbestand"),
        (("--out", "hard.csv"), "ook een invoerbestand"),
        (("--out", "gewichten.toml", "--weights", "gewichten.toml"), "ook een invoerbestand"),
        (("--out", "vorige.csv", "--previous", "vorige.csv"), "ook een invoerbestand"),
        (("--out", "uit.csv", "--candidates", "uit.csv"), "hier komt ook --out"),
        (("--out", "uit.csv", "--candidates", "map.d/../uit.csv"), "hier komt ook --out"),
        (
            ("--out", "uit.csv", "--gap", "tekort.csv", "--unmatched", "./tekort.csv"),
            "hier komt ook",
        ),
        (("--out", "oud.csv", "--candidates", "oudlink.csv"), "hier komt ook --out"),
        (("--out", "uit.csv", "--report", "weg/rapport.html"), "bestaat niet"),
        (("--out", "kring.csv"), "--out"),
        (("--out", "uit.csv", "--report", "rapport.xlsx"), "het verslag is HTML"),
    ],
)
def test_a_target_that_cannot_be_is_refused_before_anything_is_written(desk, options, says):
    desk.put("vragen.csv", QUESTIONS)
    desk.put("vrijwilligers.csv", VOLUNTEERS)
    desk.put("gewichten.toml", "wisselbonus = 0")
    desk.put("vorige.csv", "vraag_id,vrijwilliger_id\n")
    old = desk.put("oud.csv", "oud")
    (desk.folder / "map.d").mkdir()
    (desk.folder / "koppeling.csv").symlink_to(desk.folder / "vragen.csv")
    (desk.folder / "kring.csv").symlink_to(desk.folder / "kring.csv")
    (desk.folder / "hard.csv").hardlink_to(desk.folder / "vragen.csv")
    (desk.folder / "oudlink.csv").hardlink_to(old)
    before = names(desk.folder)
    run = desk.run("--questions", "vragen.csv", "--volunteers", "vrijwilligers.csv", *options)

    assert (run.code, len(run.words)) == (3, 1)
    assert says in run.words[0]
    assert names(desk.folder) == before
    assert old.read_text() == "oud"


def test_a_link_to_an_older_output_stays_a_link(desk):
    old = desk.put("oud.csv", "oud")
    (desk.folder / "uit.csv").symlink_to(old)
    run = desk.match(QUESTIONS, VOLUNTEERS)

    assert run.code == 0
    assert (desk.folder / "uit.csv").is_symlink()
    assert old.read_text().startswith("vraag_id,")


def test_an_older_output_keeps_its_rights_and_a_new_one_gets_the_usual(desk):
    desk.put("uit.csv", "oud").chmod(0o600)
    usual = stat.S_IMODE(desk.put("gewoon.txt", "").stat().st_mode)
    desk.match(QUESTIONS, VOLUNTEERS, "--candidates", "kan.csv")

    assert stat.S_IMODE((desk.folder / "uit.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE((desk.folder / "kan.csv").stat().st_mode) == usual


def test_when_the_last_output_cannot_be_placed_the_first_goes_back(tmp_path):
    old, blocked = tmp_path / "oud.csv", tmp_path / "kan.csv"
    old.write_text("oud")
    targets = Targets.checked({"--out": str(old), "--candidates": str(blocked)}, [])

    def write_and_block():
        with targets:
            for option in ("--out", "--candidates"):
                with targets.open(option) as file:
                    file.write(b"nieuw")
            blocked.mkdir()
            (blocked / "iets").touch()
            targets.place()

    with pytest.raises(TargetRefused, match=r"--candidates .*: schrijven lukt niet"):
        write_and_block()
    assert old.read_text() == "oud"
    assert names(tmp_path) == {"oud.csv", "kan.csv"}


@pytest.mark.parametrize("wrong", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_when_writing_breaks_off_nothing_is_left_behind(tmp_path, wrong):
    old = tmp_path / "uit.csv"
    old.write_text("oud")
    targets = Targets.checked({"--out": str(old), "--candidates": str(tmp_path / "k.csv")}, [])

    def break_off():
        with targets:
            with targets.open("--candidates") as file:
                file.write(b"half")
            with targets.open("--out") as file:
                file.write(b"half")
                raise wrong

    with pytest.raises((TargetRefused, KeyboardInterrupt)):
        break_off()
    assert old.read_text() == "oud"
    assert names(tmp_path) == {"uit.csv"}


def test_a_folder_in_which_nobody_may_write_is_refused(desk):
    run = desk.match(QUESTIONS, VOLUNTEERS, "--candidates", "/proc/kan.csv")

    assert (run.code, len(run.words)) == (3, 1)
    assert "in deze map kan niet worden geschreven" in run.words[0]
    assert "uit.csv" not in names(desk.folder)


def test_every_output_named_xlsx_is_a_workbook_with_the_same_rows(desk):
    run = desk.match(
        QUESTIONS, VOLUNTEERS, "--candidates", "kan.csv", "--unmatched", "open.csv",
        "--gap", "tekort.csv",
    )  # fmt: skip
    desk.run(
        "--questions", "vragen.csv", "--volunteers", "vrijwilligers.csv", "--out", "uit.xlsx",
        "--candidates", "kan.XLSX", "--unmatched", "open.xlsx", "--gap", "tekort.xlsx",
    )  # fmt: skip

    for text, book in (("uit.csv", "uit.xlsx"), ("kan.csv", "kan.XLSX"),
                       ("open.csv", "open.xlsx"), ("tekort.csv", "tekort.xlsx")):  # fmt: skip
        with (desk.folder / book).open("rb") as file:
            cells = [list(row) for row in openpyxl.load_workbook(file).active.values]
        lines = list(csv.reader((run.folder / text).open(newline="")))
        assert [[_same(cell) for cell in row] for row in cells] == [
            [_same(cell or None) for cell in line] for line in lines
        ]


def _same(cell):
    try:
        return float(cell)
    except (TypeError, ValueError):
        return cell


def test_numbers_in_a_workbook_are_numbers_and_ids_are_text(desk):
    desk.match(sheet(question(id="007")), sheet(volunteer(id="1e5")))
    desk.run("--questions", "vragen.csv", "--volunteers", "vrijwilligers.csv", "--out", "uit.xlsx")
    row = list(openpyxl.load_workbook(desk.folder / "uit.xlsx").active.values)[1]

    assert row[:2] == ("007", "1e5")
    assert [type(cell) for cell in row[2:4]] == [float, float]


def test_the_same_run_gives_the_same_workbook_to_the_byte(desk):
    options = ("--questions", "vragen.csv", "--volunteers", "vrijwilligers.csv", "--out")
    desk.match(QUESTIONS, VOLUNTEERS)
    desk.run(*options, "een.xlsx")
    desk.run(*options, "twee.xlsx")

    assert (desk.folder / "een.xlsx").read_bytes() == (desk.folder / "twee.xlsx").read_bytes()


def test_a_workbook_with_too_many_rows_is_refused_in_a_sentence():
    refuse_too_many(MOST_ROWS - 1)
    with pytest.raises(TargetRefused, match="passen niet in een xlsx"):
        refuse_too_many(MOST_ROWS)


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("=1+1", "'=1+1"), ("+x", "'+x"),
        ("-5", "-5"), ("\uff1d1", "'\uff1d1"), ("-x", "'-x"), ("@x", "'@x"), ("\tx", "'\tx"),
        ("\rx", '"\'\rx"'), (Figure("-1.5"), "-1.5"), ("a,b", '"a,b"'), ('a"b', '"a""b"'),
        ("a\nb", '"a\nb"'), ("gewoon", "gewoon"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_that_goes_out_starts_a_formula(tmp_path, cell, printed):
    assert csv_line([cell, "x"]) == f"{printed},x\n"

    with (tmp_path / "t.xlsx").open("wb") as file:
        write_table(file, "t.xlsx", ["a"], [[cell]])
    found = openpyxl.load_workbook(tmp_path / "t.xlsx").active["A2"]
    assert found.data_type != "f"


def test_an_id_may_be_a_number_below_zero_and_goes_out_as_it_came(desk):
    run = desk.match(sheet(question(id="-5")), sheet(volunteer(id="+31")), "--candidates", "k.csv")

    assert run.pairs() == run.pairs("k.csv") == [("-5", "+31")]


def test_ids_that_need_quotes_or_are_very_long_are_printed_whole(desk):
    odd = ["a,b", 'say "hé"', "x" * 1000, "regel\nterug"]
    run = desk.match(
        sheet(*[question(id=one) for one in odd]),
        sheet(volunteer(id="v,1", plaatsen="9", uren="9")),
        "--candidates", "kan.csv",
    )  # fmt: skip

    assert run.pairs("kan.csv") == sorted((one, "v,1") for one in odd)
    assert run.pairs() == run.pairs("kan.csv")
