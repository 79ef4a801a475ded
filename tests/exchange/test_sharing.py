"""`kruispunt match` with places shared out by waiting or over neighbourhoods."""

import pytest

from tests.exchange.two_files import TODAY, question, sheet, volunteer

QUESTIONS = sheet(
    question(id="kort", sinds="2026-11-20", klasse="intensief"),
    question(id="lang", sinds="2026-01-10", x="158000"),
)
VOLUNTEERS = sheet(volunteer(trainingen="basis", vog_tot="2030-01-01", max_km="9"))


def run(desk, rule=""):
    desk.put("gewichten.toml", f"[prioriteit]\nwachten_hoogstens = 0\n{rule}")
    return desk.match(
        QUESTIONS, VOLUNTEERS, "--weights", "gewichten.toml", "--today", TODAY, "--json",
        "--report", "rapport.html", "--unmatched", "niet.csv", "--gap", "tekort.csv",
    )  # fmt: skip


def test_who_waits_longest_goes_first_when_the_weights_say_so_and_it_tells_what_that_costs(desk):
    by_worth, by_waiting = run(desk), run(desk, '[verdeling]\neerst = "langst_wachtend"')

    assert by_waiting.pairs() == [("lang", "v1")]
    assert by_waiting.document["bewezen"] is True
    assert by_waiting.document["verdeling"] == "langst_wachtend"
    assert by_waiting.document["doel_naar_waarde"] == by_worth.document["doel"]
    assert "Wie het langst wacht, gaat voor." in by_waiting.text("rapport.html")
    assert [row["vraag_id"] for row in by_waiting.rows("niet.csv")] == ["kort"]


def test_a_bonus_for_neighbourhoods_is_said_in_the_report(desk):
    spread = run(desk, "[verdeling]\nbuurtbonus = 20")

    assert spread.code == 0
    assert spread.document["verdeling"] == "buurtbonus"
    assert "Elke buurt een deel." in spread.text("rapport.html")


def test_without_the_option_nothing_is_said_of_it(desk):
    usual = run(desk)

    assert usual.pairs() == [("kort", "v1")]
    assert not [name for name in usual.document if "verdeling" in name or "waarde" in name]
    assert "gaat voor" not in usual.text("rapport.html")


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("eerst = 'wie roept'", "langst_wachtend"),
        ("buurtbonus = 'veel'", "buurtbonus: verwacht een getal"),
        ("eerst = 'langst_wachtend'\nbuurtbonus = 1", "samen kan niet"),
        ("eigen_dagdeel = 1", "eigen_dagdeel: verwacht true of false"),
    ],
)
def test_a_wrong_rule_is_refused_in_a_sentence(desk, rule, says):
    refused = run(desk, f"[verdeling]\n{rule}")

    assert refused.code == 2
    assert says in " ".join(refused.words)


@pytest.mark.parametrize("other", ["", 'eerst = "langst_wachtend"', "buurtbonus = 20"])
def test_two_questions_for_the_same_morning_are_not_both_hers_when_the_weights_say_so(desk, other):
    asked = sheet(question(id="a", dagdelen="ma-ochtend"), question(id="b", dagdelen="ma-ochtend"))
    crowd = sheet(volunteer(plaatsen="2", uren="8", dagdelen="ma-ochtend|ma-middag"))

    def run(rule):
        desk.put("gewichten.toml", f"[verdeling]\n{other}\n{rule}")
        return desk.match(asked, crowd, "--weights", "gewichten.toml", "--today", TODAY, "--json",
                          "--report", "rapport.html", "--unmatched", "niet.csv")  # fmt: skip

    usual, apart = run(""), run("eigen_dagdeel = true")

    assert usual.document["voorstellen"] == 2
    assert "eigen_dagdeel" not in usual.document
    assert len(apart.pairs()) == 1
    assert apart.document["eigen_dagdeel"] is True
    assert apart.document["bewezen"] is True
    assert "Elke vraag een eigen dagdeel." in apart.text("rapport.html")
    [row] = apart.rows("niet.csv")
    assert row["kolom"] == "dagdelen"


def test_a_neighbourhood_in_the_file_counts_for_the_bonus_and_in_the_report(desk):
    where = (("a", "Oost"), ("b", "oost "), ("c", "West"))
    asked = sheet(*(question(id=one, buurt=name, sinds="2026-11-20") for one, name in where))
    silent = sheet(*(question(id=one, sinds="2026-11-20") for one, _ in where))
    crowd = sheet(volunteer(plaatsen="2", uren="8"))
    desk.put("gewichten.toml", "[verdeling]\nbuurtbonus = 50")

    def run(questions, *weights):
        return desk.match(questions, crowd, *weights, "--today", TODAY, "--report", "rapport.html")

    spread = run(asked, "--weights", "gewichten.toml")
    helped, page = {one for one, _ in spread.pairs()}, spread.text("rapport.html")
    assert "c" in helped
    assert len(helped) == 2
    assert '<td>Oost</td><td class="number">2</td><td class="number">1</td>' in page
    assert '<td>West</td><td class="number">1</td><td class="number">1</td>' in page
    assert "Per buurt" in run(asked).text("rapport.html")

    squares = run(silent, "--weights", "gewichten.toml").text("rapport.html")
    assert '155 / 462.5 km</td><td class="number">3</td><td class="number">2</td>' in squares
    assert "Per buurt" not in run(silent).text("rapport.html")


def test_a_package_in_the_file_is_served_whole_or_not_at_all_and_the_report_says_so(desk):
    asked = sheet(
        question(id="a", pakket="Huis", sinds="2026-01-10"), question(id="b", pakket="huis"),
        question(id="c"), question(id="d", pakket="alleen"),
    )  # fmt: skip

    def run(places):
        crowd = sheet(volunteer(plaatsen=places, uren="8"))
        return desk.match(asked, crowd, "--today", TODAY, "--json", "--report", "rapport.html",
                          "--unmatched", "niet.csv")  # fmt: skip

    one = run("1")
    assert one.pairs() in ([("c", "v1")], [("d", "v1")])
    reasons = {row["vraag_id"]: row["reden"] for row in one.rows("niet.csv")}
    assert (reasons["a"], reasons["b"]) == ("alleen_samen", "alleen_samen")
    assert one.document["bewezen"] is True
    assert "Pakketten blijven heel." in one.text("rapport.html")
    assert {pair[0] for pair in run("2").pairs()} == {"a", "b"}
