"""Two spreadsheets become a proposal, with reasons, in files that anyone can check."""

from decimal import Decimal
from pathlib import Path

from tests.exchange.two_files import Desk, question, sheet, volunteer

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
HEADER = "vraag_id,vrijwilliger_id,score,prioriteit,waarom\n"


def example(desk: Desk, *options: str):
    return desk.match(
        (EXAMPLES / "vragen.csv").read_bytes(),
        (EXAMPLES / "vrijwilligers.csv").read_bytes(),
        *options,
    )


def test_the_example_spreadsheets_give_the_pairs_a_matchmaker_would_make(desk):
    run = example(desk)

    assert run.code == 0
    assert run.pairs() == [
        ("V-001", "Vr-01"), ("V-002", "Vr-02"), ("V-003", "Vr-03"), ("V-004", "Vr-04"),
        ("V-005", "Vr-05"), ("V-007", "Vr-06"), ("V-007", "Vr-07"), ("V-008", "Vr-08"),
    ]  # fmt: skip
    assert run.words == [f"{desk.folder}/vragen.csv: onbekende kolommen: 'opmerking'"]


def test_the_document_says_how_good_the_proposal_is_as_the_printed_numbers_do(desk):
    run = example(desk, "--json")
    total = sum(Decimal(row["score"]) * Decimal(row["prioriteit"]) for row in run.rows())

    assert f'"doel": {total:.5f}, "bovengrens": {total:.5f}, "gat": 0.00000' in run.said
    assert run.document["bewezen"] is True
    assert run.document["gekoppelde_vragen"] == 7


def test_every_candidate_shows_shares_that_add_up_to_its_score(desk):
    run = example(desk, "--candidates", "kan.csv")
    rows = run.rows("kan.csv")

    assert [*rows[0]][:4] == ["vraag_id", "vrijwilliger_id", "score", "prioriteit"]
    for row in rows:
        shares = [Decimal(text) for name, text in row.items() if name.startswith("deel_")]
        assert sum(shares) == Decimal(row["score"])
        assert Decimal(row["prioriteit"]) > 0
    assert set(run.pairs()) <= set(run.pairs("kan.csv"))
    assert run.pairs("kan.csv") == sorted(run.pairs("kan.csv"))


def test_two_files_with_only_a_header_give_outputs_with_only_a_header(desk):
    run = desk.match(
        "id,soort,klasse,x,y\n", "id;soorten;lat;lon", "--json", "--candidates", "k.csv"
    )

    assert run.code == 0
    assert run.text() == HEADER
    assert run.rows("k.csv") == []
    assert run.document["doel"] == 0


def test_the_reason_is_read_off_the_shares(desk):
    run = desk.match(sheet(question()), sheet(volunteer()), "--candidates", "kan.csv")

    assert run.rows("kan.csv")[0]["deel_afstand"] == "14.25"
    assert "afstand 14,25 van 15" in run.rows()[0]["waarom"]


def test_help_is_dutch_and_costs_nothing(desk):
    run = desk.run("--help")

    assert run.code == 0
    assert run.said.startswith("gebruik: kruispunt match")
    assert run.words == []
