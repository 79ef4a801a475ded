"""What is unusual but right is read as its writer meant it."""

import os

import pytest

from tests.exchange.two_files import question, sheet, volunteer

PAIR = [("q1", "v1")]
HEAVY = {"klasse": "zeer_intensief", "thema": "nah", "vog": "nee"}
FIT = {"trainingen": "basis|nah", "max_klasse": "zeer_intensief"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_line_end_separator_and_mark_will_do(desk, line_end, separator, mark):
    questions = sheet(
        question(x="155000,5", interesses="tuin\ngroen"), separator=separator, line_end=line_end
    )
    volunteers = sheet(volunteer(), separator=separator, line_end=line_end)

    assert desk.match(mark + questions, mark + volunteers).pairs() == PAIR


@pytest.mark.parametrize(
    "cells",
    [
        {"soort": "wandelen"},
        {"soort": " Wandelen | koffie "},
        {"soort": "KOFFIE||WANDELEN|"},
        {"klasse": "LICHT"},
        {"x": "+155000"},
        {"x": "155000,0004"},
        {"x": "1.55e5"},
        {"x": " 155000 "},
        {"x": "\u00a0155000\u200b"},
        {"uren": "-0"},
        {"uren": ",5"},
        {"uren": "2,"},
        {"aantal": "1,0"},
        {"termijn": "6.0"},
        {"talen": "NL|Fr"},
        {"dagdelen": "MA-Ochtend | di-middag"},
        {"sinds": "1-2-2026"},
        {"sinds": "21-11-2027"},
        {"sinds": "0001-01-01"},
        {"vog": "NEE"},
        {"geslacht_wens": ""},
        {"niet_met": "V1|onbekend"},
        {"niet_met": "v1, v2"},
        {"opmerking": "-5"},
        {"omstandigheden": "+5|-3"[:2]},
        {"opmerking": "+31612345678"},
        {"opmerking": "x" * 200_000},
        {"opmerking": 'een "citaat", met; alles\nerin'},
        {"x": "", "y": "", "lat": "52,1552", "lon": "5,3872"},
    ],
)
def test_an_unusual_cell_is_read_as_it_is_meant(desk, cells):
    run = desk.match(sheet(question() | cells), sheet(volunteer()))

    assert (run.code, run.bad) == (0, [])
    assert run.pairs() == PAIR


@pytest.mark.parametrize("cell", ["v1", " v1 ", "v2|v1", "|v1|"])
def test_an_id_in_niet_met_keeps_the_pair_apart(desk, cell):
    assert desk.match(sheet(question(niet_met=cell)), sheet(volunteer())).pairs() == []


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("ID,Soort,KLASSE,X,Y", "q1,WANDELEN,licht,155000,463000"),
        (" id , soort ,klasse, x,y", "q1,WANDELEN,licht,155000,463000"),
        ("id,kind,intensity,x,y", "q1,WANDELEN,licht,155000,463000"),
        ("y,x,klasse,id,soort", "463000,155000,licht,q1,WANDELEN"),
        ("id,soort,klasse,x,y,,", "q1,WANDELEN,licht,155000,463000,,"),
        ("id,soort,klasse,x,y", "q1,WANDELEN,licht,155000,463000,,,"),
        ("id,soort,klasse,x,y,Geslacht wens", "q1,WANDELEN,licht,155000,463000,"),
        ("id,soort,klasse,x,y,uren", "q1,WANDELEN,licht,155000,463000"),
        ('"id", "soort", "klasse","x","y"', '"q1", "WANDELEN" ,"licht","155000","463000"'),
        ("sep=,\nid,soort,klasse,x,y", "q1,WANDELEN,licht,155000,463000"),
        ("\n\nid,soort,klasse,x,y", "q1,WANDELEN,licht,155000,463000"),
        ("id,soort,klasse,x,y\n\n,,,,\n", "q1,WANDELEN,licht,155000,463000\n\n"),
    ],
)
def test_a_header_may_be_spelled_and_ordered_freely(desk, header, row):
    assert desk.match(f"{header}\n{row}", sheet(volunteer())).pairs() == PAIR


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("id,soort,klasse,x,y\n\nq1,WANDELEN,licht,1,463000\n", 3),
        (
            'id,soort,klasse,x,y,n\nq0,WANDELEN,licht,155000,463000,"a\nb\nc"\n'
            "q1,WANDELEN,licht,1,463000",
            3,
        ),
        ("id,soort,klasse,x,y\r,,,,\r\rq1,WANDELEN,licht,1,463000", 4),
        ("sep=;\r\nid;soort;klasse;x;y\r\nq1;WANDELEN;licht;1;463000", 2),
    ],
)  # fmt: skip
def test_rows_are_numbered_as_a_spreadsheet_shows_them(desk, text, number):
    run = desk.match(text, sheet(volunteer()))

    assert [line.split(",")[0] for line in run.bad] == [f"vragen.csv: rij {number}"]


def test_unknown_columns_are_left_alone_and_named_once(desk):
    run = desk.match(
        sheet(question(Naam="Fatma", telefoon="+31612345678"), question(id="q2", Naam="Joop")),
        sheet(volunteer()),
    )

    assert run.words == [f"{desk.folder}/vragen.csv: onbekende kolommen: 'Naam', 'telefoon'"]


def test_an_empty_cell_means_not_said_and_takes_the_default(desk):
    empty = {"dagdelen": "", "uren": "", "talen": "", "geslacht_wens": "", "vog": "", "aantal": "",
             "sinds": "", "termijn": "", "rol": ""}  # fmt: skip
    bare = desk.match(sheet(question()), sheet(volunteer()), "--candidates", "a.csv")
    filled = desk.match(
        sheet(question() | empty),
        sheet(volunteer(max_km="", uren="", plaatsen="", talen="", max_klasse="", status="")),
        "--candidates",
        "a.csv",
    )

    assert bare.text("a.csv") == filled.text("a.csv")


@pytest.mark.parametrize(
    ("cells", "others", "paired"),
    [
        ({}, {"max_km": "0,5"}, True),
        ({}, {"max_km": "0,499999"}, False),
        ({}, {"max_km": "0"}, False),
        ({}, {"status": "Beschikbaar"}, True),
        ({}, {"status": "op vakantie"}, False),
        ({}, {"plaatsen": "0"}, False),
        ({}, {"plaatsen": "2,0"}, True),
        ({"klasse": "intensief"}, {"trainingen": "basis", "vog_tot": "21-11-2026"}, True),
        ({"klasse": "intensief"}, {"trainingen": "basis", "vog_tot": "20-11-2026"}, False),
        ({"klasse": "intensief"}, {"trainingen": "basis"}, False),
        ({"klasse": "intensief", "vog": "nee"}, {"trainingen": "basis"}, True),
        ({"vog": "ja"}, {}, False),
        ({"geslacht_wens": "v"}, {"geslacht": "x"}, False),
        ({"geslacht_wens": "V"}, {"geslacht": "v"}, True),
        ({"omstandigheden": "Hond|trap"}, {"bezwaren": "HOND"}, False),
        (HEAVY, FIT | {"geboortejaar": "2008"}, True),
        (HEAVY, FIT | {"geboortejaar": "2009"}, False),
    ],
)  # fmt: skip
def test_each_column_bears_on_who_may_be_proposed(desk, cells, others, paired):
    run = desk.match(sheet(question() | cells), sheet(volunteer() | others))

    assert (run.code, bool(run.pairs())) == (0, paired)


def test_degrees_and_metres_mean_the_same_place(desk):
    somewhere = question(x="", y="", lat="52.15517440", lon="5.38720621")
    run = desk.match(sheet(somewhere), sheet(volunteer(x="155000", y="463000", max_km="0.002")))

    assert run.pairs() == PAIR


@pytest.mark.parametrize(
    ("asked", "offered"),
    [("id,soort,klasse,x,y\n", "id,soorten,x,y\n"), (sheet(question()), "id,soorten,x,y\n"),
     ("id,soort,klasse,x,y\n", sheet(volunteer()))],
)  # fmt: skip
def test_where_nobody_asks_or_nobody_helps_every_output_still_comes(desk, asked, offered):
    run = desk.match(
        asked, offered, "--candidates", "kan.csv", "--unmatched", "open.csv", "--gap", "tekort.csv",
        "--report", "rapport.html", "--json",
    )  # fmt: skip

    assert (run.code, run.words, run.rows(), run.rows("kan.csv")) == (0, [], [], [])
    assert len(run.rows("open.csv")) == len(run.rows("tekort.csv")) == run.document["vragen"]


def test_a_pipe_is_refused_instead_of_waited_for(desk):
    os.mkfifo(desk.folder / "pijp.csv")
    desk.put("vrijwilligers.csv", sheet(volunteer()))
    run = desk.run("--questions", "pijp.csv", "--volunteers", "vrijwilligers.csv", "--out", "u.csv")

    assert (run.code, len(run.words)) == (2, 1)
    assert "geen gewoon bestand" in run.words[0]
