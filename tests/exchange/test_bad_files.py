"""A file that cannot be read as a table is refused in one clear sentence."""

import io
import zipfile

import pytest

from tests.exchange.two_files import question, sheet, volunteer

GOOD = sheet(question())
HEADER = "id,soort,klasse,x,y\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"\n\r\n  \n", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b",,,\n,,\n", "leeg"),
        (GOOD.encode("utf-16"), "UTF-16"),
        (GOOD.encode("utf-16-be"), "NUL-byte"),
        (GOOD.encode("utf-32-le"), "NUL-byte"),
        (GOOD.encode() + b"q2,WANDELEN\0,licht,155000,463000\n", "regel 3 bevat een NUL-byte"),
        (GOOD.encode() + "q2,café,".encode("latin-1"), "geen UTF-8 bij regel 3, byte 59"),
        (b"\xef\xbb\xbf" + HEADER.encode() + b"\xff", "geen UTF-8 bij regel 2, byte 24"),
        (b"id\xe9,soort\n", "geen UTF-8 bij regel 1"),
        ((GOOD + 'q2,"WANDELEN,licht,155000,463000\nq3,KOFFIE\n').encode(),
         "rij 3: een aanhalingsteken gaat open en niet meer dicht"),
        ((GOOD + '"').encode(), "rij 3: een aanhalingsteken"),
        (b'"id,soort,klasse,x,y\nq1,WANDELEN,licht,155000,463000', "rij 1: een aanhalingsteken"),
        (b"PK\x03\x04" + b"x" * 50, "dit is geen CSV"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 50, "oud of beveiligd Office-bestand"),
        (("x" * 1024 * 1024 * 64 + "x").encode(), "groter dan 64 MB"),
        ((HEADER + "," * 1_000_001).encode(), "te veel kolommen"),
    ],
    ids=range(18),
)  # fmt: skip
@pytest.mark.parametrize("skip", [(), ("--skip-bad",)])
def test_a_file_that_is_no_table_is_refused_in_one_sentence(desk, content, says, skip):
    run = desk.match(content, sheet(volunteer()), *skip)

    assert run.code == 2
    assert len(run.words) == 1
    assert run.words[0].startswith(f"{desk.folder}/vragen.csv: ")
    assert says in run.words[0]
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "vragen.csv",
        "vrijwilligers.csv",
    ]


@pytest.mark.parametrize("name", ["weg.csv", "map.csv", "map.csv/weg.csv", "map.xlsx"])
def test_a_missing_file_or_a_folder_is_refused(desk, name):
    (desk.folder / "map.csv").mkdir()
    (desk.folder / "map.xlsx").mkdir()
    desk.put("vrijwilligers.csv", sheet(volunteer()))
    run = desk.run("--questions", name, "--volunteers", "vrijwilligers.csv", "--out", "uit.csv")

    assert (run.code, len(run.words)) == (2, 1)
    assert "bestaat niet" in run.words[0] or "map" in run.words[0]


@pytest.mark.parametrize(
    ("header", "column", "says"),
    [
        ("id,klasse,x,y", "soort", "verplichte kolom ontbreekt"),
        ("soort,klasse,x,y", "id", "verplichte kolom ontbreekt"),
        ("id,soort,x,y", "klasse", "verplichte kolom ontbreekt"),
        ("id,soort,klasse", "x", "verplichte kolom ontbreekt; kolom y:"),
        ("id,soort,klasse,x", "y", "verplichte kolom ontbreekt"),
        ("id,soort,klasse,lat", "lon", "verplichte kolom ontbreekt"),
        ("id,soort,klasse,x,lon", "y", "verplichte kolom ontbreekt"),
        ("id,soort,kind,klasse,x,y", "soort", "twee keer"),
        ("id,soort,klasse,x,y,Uren,uren ", "uren", "twee keer"),
        ("id,soort,klasse,x,y,=cmd", "F", "formule"),
        ("naam", "id", "verplichte kolom ontbreekt"),
        ("q1,WANDELEN,licht,155000,463000", "id", "verplichte kolom ontbreekt"),
        ("id\tsoort\tklasse\tx\ty", "id", "verplichte kolom ontbreekt"),
    ],
)
@pytest.mark.parametrize("skip", [(), ("--skip-bad",)])
def test_a_header_that_is_not_right_is_refused_even_when_bad_rows_are_skipped(
    desk, header, column, says, skip
):
    run = desk.match(f"{header}\n", sheet(volunteer()), *skip)

    assert (run.code, len(run.bad)) == (2, 1)
    assert run.bad[0].startswith(f"vragen.csv: rij 1, kolom {column}: ")
    assert says in run.bad[0]
    assert not (desk.folder / "uit.csv").exists()


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("q1,WANDELEN,licht,155000,463000,extra", "F"),
        ("q1,WANDELEN,licht,155000,463000,,,extra", "H"),
        ("q1,WANDELEN,licht,155000,5,463000,5", "y"),
    ],
)
def test_more_filled_cells_than_columns_is_a_bad_row(desk, line, column):
    run = desk.match(HEADER + line, sheet(volunteer()))

    assert (run.code, len(run.bad)) == (2, 1)
    assert run.bad[0].startswith(f"vragen.csv: rij 2, kolom {column}: ")


def test_a_filled_cell_under_an_empty_last_header_is_a_bad_row(desk):
    run = desk.match(
        "id,soort,klasse,x,y,\nq1,WANDELEN,licht,155000,463000,5\n", sheet(volunteer())
    )

    assert run.bad[0].startswith("vragen.csv: rij 2, kolom F: '5' staat buiten de kolommen")


def test_bad_rows_can_be_skipped_and_are_counted(desk):
    run = desk.match(
        sheet(question(), question(id="q2", x="ver"), question(id="q3", uren="?")),
        sheet(volunteer()),
        "--skip-bad",
        "--json",
    )

    assert run.code == 0
    assert run.pairs() == [("q1", "v1")]
    assert len(run.bad) == 2
    assert run.words[-1] == f"{desk.folder}/vragen.csv: 2 foute rijen overgeslagen"
    assert (run.document["vragen"], run.document["overgeslagen_rijen"]) == (1, 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[gewichten]\ntijd = 99", "samen"),
        ("[[", "geen geldige TOML"),
        ("nonsens = 1", "onbekend woord"),
        (b"\xff\xfe", "geen UTF-8"),
        ("", "leeg"),
    ],
)
def test_a_wrong_weights_file_is_refused_by_name(desk, text, says):
    desk.put("gewichten.toml", text)
    run = desk.match(GOOD, sheet(volunteer()), "--weights", "gewichten.toml")

    assert (run.code, len(run.words)) == (2, 1)
    assert run.words[0].startswith(f"{desk.folder}/gewichten.toml: ")
    assert says in run.words[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("vraag_id\nq1\n", "rij 1, kolom vrijwilliger_id: deze verplichte kolom ontbreekt"),
        ("vraag_id,vrijwilliger_id\nq1,\n", "rij 2, kolom vrijwilliger_id: deze verplichte cel"),
        ("vraag_id,vrijwilliger_id\nq1,=v1\n", "rij 2, kolom vrijwilliger_id: "),
        ("", "leeg"),
    ],
)
def test_a_wrong_earlier_proposal_is_refused_by_name(desk, text, says):
    desk.put("vorige.csv", text)
    run = desk.match(GOOD, sheet(volunteer()), "--previous", "vorige.csv")

    assert (run.code, len(run.words)) == (2, 1)
    assert run.words[0].startswith(f"{desk.folder}/vorige.csv: {says}") or says in run.words[0]


def test_an_earlier_proposal_may_name_people_who_left(desk):
    desk.put("vorige.csv", "vraag_id;vrijwilliger_id;score;waarom\nq1;v1;3;x\nq9;v1;1;y\nq1;v9;;\n")
    run = desk.match(GOOD, sheet(volunteer()), "--previous", "vorige.csv")

    assert (run.code, run.words, run.pairs()) == (0, [], [("q1", "v1")])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--today", "morgen"), "optie --today: 'morgen' is geen datum"),
        (("--today", "31-02-2026"), "geen dag die bestaat"),
        (("--today", "9999-12-31"), "ligt te ver weg"),
        (("--today", ""), "is geen datum"),
        (("--seed", "een"), "optie --seed: 'een' is geen heel getal"),
        (("--seed", "1.5"), "geen heel getal"),
        (("--seed", ""), "geen heel getal"),
        (("--seed",), "optie --seed verwacht een waarde"),
        (("--colour", "red"), "onbekende optie '--colour'"),
        (("--que", "x"), "onbekende optie '--que'"),
        (("nog", "iets"), "onbekende optie 'nog'"),
        (("--json=ja",), "optie --json krijgt geen waarde"),
    ],
)
def test_a_wrong_option_is_refused_in_dutch(desk, options, says):
    run = desk.match(GOOD, sheet(volunteer()), *options)

    assert (run.code, len(run.words)) == (2, 1)
    assert says in run.words[0]


@pytest.mark.parametrize("missing", ["--questions", "--volunteers", "--out"])
def test_a_missing_option_is_named(desk, missing):
    given = {"--questions": "a.csv", "--volunteers": "b.csv", "--out": "c.csv"}
    run = desk.run(*(word for pair in given.items() if pair[0] != missing for word in pair))

    assert (run.code, len(run.words)) == (2, 1)
    assert f"verplichte optie ontbreekt: {missing}" in run.words[0]


def test_a_zip_that_is_no_workbook_is_refused(desk):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr("brief.txt", "hallo")
    desk.put("v.xlsx", packed.getvalue())
    desk.put("vrijwilligers.csv", sheet(volunteer()))
    run = desk.run("--questions", "v.xlsx", "--volunteers", "vrijwilligers.csv", "--out", "uit.csv")

    assert (run.code, len(run.words)) == (2, 1)
    assert "geen leesbare xlsx" in run.words[0]
