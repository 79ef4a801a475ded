"""Two spreadsheets with dates tell how it would have gone, had people worked another way."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kruispunt.core.replay import MEASURES, usual_policies
from kruispunt.exchange.replay_command import main
from tests.exchange.two_files import question, sheet, volunteer

TODAY = date(2026, 11, 21)
NAMES = [policy.name for policy in usual_policies()]


@pytest.fixture
def town(tmp_path: Path):
    """Wim can do both; Noor only walks. Coffee was asked every other day, and will be again."""
    days = [(n, "KOFFIE") for n in range(0, 20, 2)] + [
        (30, "WANDELEN"),
        (35, "KOFFIE"),
        (40, "TAAL"),
    ]
    asked = [
        question(id=f"q{n}", soort=kind, sinds=(TODAY - timedelta(40 - n)).isoformat())
        for n, kind in days
    ]
    offered = [
        volunteer(id="wim", soorten="WANDELEN|KOFFIE", x="155000"),
        volunteer(id="noor", soorten="WANDELEN", x="157000"),
    ]
    (tmp_path / "vragen.csv").write_text(sheet(*asked), encoding="utf-8")
    (tmp_path / "vrijwilligers.csv").write_text(sheet(*offered), encoding="utf-8")
    return tmp_path


def replayed(folder: Path, *options: str) -> int:
    files = ("--questions", f"{folder}/vragen.csv", "--volunteers", f"{folder}/vrijwilligers.csv")
    return main([*files, "--today", TODAY.isoformat(), "--warm-up", "25", *options])


def test_the_table_has_a_line_for_each_way_to_work(town, capsys):
    assert replayed(town) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["werkwijze", *NAMES]


def test_the_document_shows_that_the_price_kept_wim_for_the_coffee(town, capsys):
    assert replayed(town, "--json") == 0
    ways = json.loads(capsys.readouterr().out)["werkwijzen"]
    served = {name: way["served"]["gemiddeld"] for name, way in ways.items()}
    assert served["hoogste score"] == 1
    assert served["levend optimum met prijzen"] == 2
    assert set(MEASURES) | {"per_klasse", "per_gebied"} == set(ways["hoogste score"])


def test_drawn_towns_are_the_same_for_the_same_seed_and_carry_an_interval(town, capsys):
    documents = []
    for seed in ("1", "1", "9"):
        assert replayed(town, "--json", "--towns", "4", "--seed", seed) == 0
        documents.append(capsys.readouterr().out)
    assert documents[0] == documents[1] != documents[2]
    document = json.loads(documents[0])
    assert document["steden"] == 4
    assert any(way["served"]["marge_95"] > 0 for way in document["werkwijzen"].values())


def test_the_page_names_every_way_to_work_and_fetches_nothing(town, capsys):
    assert replayed(town, "--out", f"{town}/nagespeeld.html") == 0
    page = (town / "nagespeeld.html").read_text(encoding="utf-8")
    assert all(f'<th scope="row">{name}</th>' in page for name in NAMES)
    assert "http" not in page
    assert "<script" not in page


def test_areas_and_names_from_a_file_cannot_write_on_the_page(town, capsys):
    (town / "vragen.csv").write_text(
        sheet(question(id="<b>q</b>", sinds="2026-11-01")), encoding="utf-8"
    )
    assert replayed(town, "--warm-up", "0", "--out", f"{town}/n.html") == 0
    assert "<b>q" not in (town / "n.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--towns", "veel"], 2, "optie --towns: 'veel' is geen heel getal van 0 tot 100000"),
        (["--patience", "-1"], 2, "optie --patience"),
        (["--uit", "x"], 2, "onbekende optie"),
        (["--today", "gisteren"], 2, "optie --today"),
        (["--out", "/nergens/x.html"], 3, "--out"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(town, capsys, options, code, sentence):
    assert replayed(town, *options) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert "Traceback" not in told.err


def test_a_bad_row_is_refused_as_in_a_match(town, capsys):
    (town / "vragen.csv").write_text(sheet(question(klasse="zwaar")), encoding="utf-8")
    assert replayed(town) == 2
    assert "rij 2, kolom klasse" in capsys.readouterr().err


def test_help_is_given_and_a_missing_file_is_named(capsys):
    assert main(["--help"]) == 0
    assert "kruispunt replay" in capsys.readouterr().out
    assert main([]) == 2
    assert "verplichte optie ontbreekt: --questions" in capsys.readouterr().err


def test_no_questions_at_all_is_a_quiet_town(town, capsys):
    (town / "vragen.csv").write_text("id,soort,klasse,x,y\n", encoding="utf-8")
    assert replayed(town, "--out", f"{town}/n.html") == 0
    assert "werkwijze" in capsys.readouterr().out


def test_it_says_which_rules_of_a_proposal_it_does_not_play(town, capsys):
    replayed(town)
    assert "let op" not in capsys.readouterr().err

    (town / "gewichten.toml").write_text("[verdeling]\neigen_dagdeel = true")
    first, *rows = (town / "vragen.csv").read_text().splitlines()
    separator = ";" if ";" in first else ","
    marked = [f"{first}{separator}pakket", *(f"{row}{separator}huis" for row in rows)]
    (town / "vragen.csv").write_text("\n".join(marked))
    assert replayed(town, "--weights", f"{town}/gewichten.toml") == 0
    said = capsys.readouterr().err
    assert "let op: [verdeling] telt bij naspelen niet mee" in said
    assert "let op: pakketten tellen bij naspelen niet mee" in said
