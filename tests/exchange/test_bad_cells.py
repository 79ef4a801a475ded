"""Every bad cell is one line with file, row, column and reason; nothing is written."""

import pytest

from tests.exchange.two_files import question, sheet, volunteer

BAD_QUESTIONS = [
    # column, cell, words of the reason
    ("id", "", "verplichte cel is leeg"),
    ("id", "   ", "verplichte cel is leeg"),
    ("id", "\u00a0\u200b", "verplichte cel is leeg"),
    ("id", "=A1", "formule"),
    ("id", "@home", "formule"),
    ("id", "-q3", "formule"),
    ("id", "\uff1d1+1", "begint met"),
    ("soort", "", "verplichte cel is leeg"),
    ("soort", "|", "noemt geen soort hulp"),
    ("soort", "LOPEN", "'LOPEN' kennen we niet als soort hulp"),
    ("soort", "WANDELEN,KOFFIE", "kennen we niet als soort hulp"),
    ("klasse", "", "verplichte cel is leeg"),
    ("klasse", "zwaar", "kies uit licht, intensief, zeer_intensief"),
    ("klasse", "zeer intensief", "klasse"),
    ("klasse", "licht|intensief", "is een lijst"),
    ("thema", "dement", "kennen we niet als thema"),
    ("x", "", "leeg, terwijl y wel is ingevuld"),
    ("x", "abc", "is geen getal"),
    ("x", "nan", "is geen getal"),
    ("x", "NaN", "is geen getal"),
    ("x", "inf", "is geen getal"),
    ("x", "-inf", "formule"),
    ("x", "1e400", "te groot"),
    ("x", "1e9999999999", "is geen getal"),
    ("x", "155.000,5", "zonder punten of spaties"),
    ("x", "155,000.5", "zonder punten of spaties"),
    ("x", "155 000", "zonder punten of spaties"),
    ("x", "155'000", "zonder punten of spaties"),
    ("x", "1_55000", "is geen getal"),
    ("x", "\uff11\uff15\uff15\uff10\uff10\uff10", "is geen getal"),
    ("x", "0x25D78", "is geen getal"),
    ("x", "-155000", "negatief"),
    ("x", "6999,999", "buiten Nederland"),
    ("x", "300000.001", "buiten Nederland"),
    ("x", "463000", "zijn x en y verwisseld?"),
    ("x", "5.38", "buiten Nederland"),
    ("x", "155000 m", "is geen getal"),
    ("x", "=155000", "formule"),
    ("x", "+155000+0", "formule"),
    ("y", "", "leeg, terwijl x wel is ingevuld"),
    ("y", "155000", "buiten Nederland"),
    ("y", "288999", "buiten Nederland"),
    ("y", "629001", "buiten Nederland"),
    ("y", "1,2,3", "is geen getal"),
    ("dagdelen", "maandag", "kennen we niet als dagdeel"),
    ("dagdelen", "ma-ochtend;di-middag", "kennen we niet als dagdeel"),
    ("dagdelen", "ma-nacht", "kennen we niet als dagdeel"),
    ("dagdelen", "ma-ochtend|xx", "'xx' kennen we niet als dagdeel"),
    ("uren", "twee", "is geen getal"),
    ("uren", "-1", "negatief"),
    ("uren", "-0,5", "negatief"),
    ("uren", "2,5 uur", "is geen getal"),
    ("uren", "1:30", "is geen getal"),
    ("uren", "infinity", "is geen getal"),
    ("uren", "1e300", "te groot"),
    ("uren", "--2", "formule"),
    ("talen", "nederlands", "taalcode"),
    ("talen", "nl|qq", "'qq' kennen we niet als taalcode"),
    ("talen", "nl-BE", "taalcode"),
    ("geslacht_wens", "x", "kennen we niet als wens"),
    ("geslacht_wens", "vrouw", "kies uit v, m"),
    ("geslacht_wens", "v|m", "is een lijst"),
    ("omstandigheden", "=hond", "formule"),
    ("interesses", "+tuin", "formule"),
    ("interesses", "-tuin", "formule"),
    ("afkeer", "@voetbal", "formule"),
    ("afkeer", "\tvoetbal", "formule"),
    ("afkeer", "\rvoetbal", "formule"),
    ("afkeer", "\t=1+1", "formule"),
    ("afkeer", " =1+1", "formule"),
    ("rol", "vriend", "kies uit bondgenoot, coach, mentor"),
    ("rol", "coach|mentor", "is een lijst"),
    ("frequentie", "dagelijks", "kennen we niet als frequentie"),
    ("termijn", "5", "kies uit 3, 6, 12, 24"),
    ("termijn", "6 maanden", "is geen getal"),
    ("termijn", "6,5", "is geen heel getal"),
    ("termijn", "3|6", "is geen getal"),
    ("vog", "misschien", "kies uit ja, nee"),
    ("vog", "1", "kies uit ja, nee"),
    ("sinds", "31-02-2026", "geen dag die bestaat"),
    ("sinds", "2026-02-30", "geen dag die bestaat"),
    ("sinds", "2026-13-01", "geen dag die bestaat"),
    ("sinds", "0000-01-01", "geen dag die bestaat"),
    ("sinds", "01-01-26", "is geen datum"),
    ("sinds", "46347", "het nummer van een dag"),
    ("sinds", "2026-11-21 10:00", "is geen datum"),
    ("sinds", "2026-11-21T00:00:00", "is geen datum"),
    ("sinds", "21/11/2026", "is geen datum"),
    ("sinds", "21 november 2026", "is geen datum"),
    ("sinds", "2026-11", "is geen datum"),
    ("sinds", "20261121", "is geen datum"),
    ("sinds", "gisteren", "is geen datum"),
    ("uren", "10000,001", "verwacht hoogstens 10000"),
    ("aantal", "1001", "verwacht hoogstens 1000"),
    ("aantal", "0", "vanaf 1"),
    ("aantal", "1,5", "geen heel getal"),
    ("aantal", "-2", "negatief"),
    ("aantal", "twee", "is geen getal"),
    ("niet_met", "=v1", "formule"),
    ("opmerking", "=SOM(A1:A9)", "formule"),
    ("opmerking", "- belt liever", "formule"),
    ("opmerking", '=HYPERLINK("http://voorbeeld")', "formule"),
]
BAD_VOLUNTEERS = [
    ("soorten", "", "verplichte cel is leeg"),
    ("soorten", "WANDELEN|ZWEVEN", "'ZWEVEN' kennen we niet als soort hulp"),
    ("max_km", "ver", "is geen getal"),
    ("max_km", "-1", "negatief"),
    ("max_km", "5km", "is geen getal"),
    ("max_km", "1.000,5", "zonder punten of spaties"),
    ("uren", "veel", "is geen getal"),
    ("plaatsen", "1,5", "geen heel getal"),
    ("plaatsen", "-1", "negatief"),
    ("plaatsen", "één", "is geen getal"),
    ("talen", "xx", "taalcode"),
    ("geslacht", "vrouw", "kies uit v, m, x"),
    ("trainingen", "ehbo", "kennen we niet als training"),
    ("bezwaren", "@hond", "formule"),
    ("rol", "baas", "kennen we niet als rol"),
    ("frequentie", "soms", "kennen we niet als frequentie"),
    ("termijn", "6|7", "kies uit 3, 6, 12, 24"),
    ("vog_tot", "ja", "is geen datum"),
    ("vog_tot", "29-02-2027", "geen dag die bestaat"),
    ("max_klasse", "alles", "kies uit licht"),
    ("geboortejaar", "85", "vier cijfers"),
    ("geboortejaar", "1985,5", "geen heel getal"),
    ("geboortejaar", "01-01-1985", "is geen getal"),
    ("geboortejaar", "-1985", "negatief"),
    ("status", "=beschikbaar", "formule"),
    ("niet_met", "+q1", "formule"),
]


@pytest.mark.parametrize(("column", "cell", "says"), BAD_QUESTIONS)
def test_a_bad_cell_of_a_question_is_named_by_row_and_column(desk, column, cell, says):
    good, bad = question(id="goed"), question() | {column: cell}
    run = desk.match(sheet(good, bad), sheet(volunteer()))
    expected = f"vragen.csv: rij 3, kolom {column}: "

    assert (run.code, len(run.bad)) == (2, 1)
    assert run.bad[0].startswith(expected)
    assert says in run.bad[0]
    assert not (desk.folder / "uit.csv").exists()


@pytest.mark.parametrize(("column", "cell", "says"), BAD_VOLUNTEERS)
def test_a_bad_cell_of_a_volunteer_is_named_by_row_and_column(desk, column, cell, says):
    good, bad = volunteer(id="goed"), volunteer() | {column: cell}
    run = desk.match(sheet(question()), sheet(good, good | {"id": "ook goed"}, bad))

    assert (run.code, len(run.bad)) == (2, 1)
    assert run.bad[0].startswith(f"vrijwilligers.csv: rij 4, kolom {column}: ")
    assert says in run.bad[0]
    assert not (desk.folder / "uit.csv").exists()


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"x": "", "y": "", "lat": "52,1", "lon": ""}, "lon", "leeg, terwijl lat wel is ingevuld"),
        ({"x": "", "y": "", "lat": "", "lon": "5.1"}, "lat", "leeg, terwijl lon wel is ingevuld"),
        ({"x": "", "y": "", "lat": "", "lon": ""}, "x", "vul x en y in, of lat en lon"),
        ({"lat": "52,1", "lon": "5,1"}, "lon", "niet van allebei"),
        ({"lat": "52,1"}, "lat", "niet van allebei"),
        ({"x": "", "lat": "52,1"}, "lat", "niet van allebei"),
        ({"x": "", "y": "", "lat": "5.1", "lon": "52.1"}, "lat", "zijn lat en lon verwisseld?"),
        ({"x": "", "y": "", "lat": "50.69", "lon": "5"}, "lat", "buiten Nederland"),
        ({"x": "", "y": "", "lat": "52", "lon": "7.31"}, "lon", "buiten Nederland"),
        ({"x": "", "y": "", "lat": "155000", "lon": "463000"}, "lat", "buiten Nederland"),
        ({"klasse": "zeer_intensief"}, "thema", "heeft een thema nodig"),
    ],
)
def test_cells_that_do_not_go_together_are_named(desk, cells, column, says):
    run = desk.match(sheet(question(id="goed", lat="", lon="", thema=""), question(**cells)),
                     sheet(volunteer()))  # fmt: skip

    assert (run.code, len(run.bad)) == (2, 1)
    assert run.bad[0].startswith(f"vragen.csv: rij 3, kolom {column}: ")
    assert says in run.bad[0]


def test_a_row_with_several_bad_cells_is_still_one_line(desk):
    run = desk.match(sheet(question(x="a", uren="b", vog="c")), sheet(volunteer()))

    assert run.bad == [
        "vragen.csv: rij 2, kolom x: 'a' is geen getal; verwacht bijvoorbeeld 2 of 2,5"
        "; kolom uren: 'b' is geen getal; verwacht bijvoorbeeld 2 of 2,5"
        "; kolom vog: 'c' kennen we niet als antwoord; kies uit ja, nee"
    ]


def test_the_second_of_two_rows_with_one_id_is_bad_and_capitals_make_another_id(desk):
    run = desk.match(
        sheet(question(id="a"), question(id="A"), question(id="b"), question(id=" a ")),
        sheet(volunteer()),
    )

    assert run.bad == [
        "vragen.csv: rij 5, kolom id: 'a' staat ook al in rij 2; een id hoort bij één rij"
    ]


def test_bad_rows_of_both_files_are_said_in_one_go(desk):
    run = desk.match(sheet(question(x="a"), question(y="b")), sheet(volunteer(uren="c")))

    assert [line.split(":")[0] for line in run.bad] == ["vragen.csv"] * 2 + ["vrijwilligers.csv"]
    assert len(run.words) == 3


def test_more_than_a_thousand_bad_rows_are_counted(desk):
    run = desk.match(sheet(*[question(id=f"q{n}", x="ver") for n in range(1234)]),
                     sheet(volunteer(uren="?")))  # fmt: skip

    assert run.code == 2
    assert len(run.bad) == 1001
    assert run.words[1000] == f"{desk.folder}/vragen.csv: en nog 234 foute rijen"


def test_a_long_or_invisible_cell_does_not_drown_the_message(desk):
    run = desk.match(sheet(question(x="9" * 100_000), question(id="q2", y="a\nb\x07c")),
                     sheet(volunteer()))  # fmt: skip

    assert [len(line) < 200 for line in run.words] == [True, True]
    assert "'a·b·c'" in run.bad[1]
