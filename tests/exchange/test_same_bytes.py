"""Same input, same seed: the same bytes, however the rows are ordered and the files are spelled."""

import random
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.unlock.cells import volunteer_row
from kruispunt.exchange.match_command import main
from kruispunt.exchange.volunteer_rows import read_volunteers
from tests.core.busy_towns import one_town
from tests.exchange.two_files import TODAY, question, sheet, volunteer

KINDS = ("WANDELEN", "KOFFIE", "TAAL")
numbers = st.sampled_from(["1", "1.5", "2", "2.25"])
places = st.integers(0, 6).map(lambda step: str(150_000 + 700.5 * step))


@st.composite
def towns(draw):
    asked = [
        question(
            id=f"q{number}", soort=draw(st.sampled_from(KINDS)), x=draw(places),
            uren=draw(numbers), sinds=draw(st.sampled_from(["", "2026-05-01"])),
        )
        for number in range(draw(st.integers(0, 6)))
    ]  # fmt: skip
    offered = [
        volunteer(
            id=f"v{number}", soorten="|".join(draw(st.sets(st.sampled_from(KINDS), min_size=1))),
            x=draw(places), uren=draw(numbers), plaatsen=draw(st.sampled_from(["", "2"])),
            max_km=draw(numbers),
        )
        for number in range(draw(st.integers(0, 6)))
    ]  # fmt: skip
    return asked or [question()], offered or [volunteer()]


def outputs(questions: str, volunteers: str, *options: str) -> list[bytes]:
    """Run in a folder of its own and give back every output."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "q.csv").write_bytes(questions.encode())
        (folder / "v.csv").write_bytes(volunteers.encode())
        made = [folder / file for file in ("uit.csv", "kan.csv", "open.csv", "rapport.html")]
        asked = ("--out", "--candidates", "--unmatched", "--report")
        code = main(
            [
                "--questions", f"{folder}/q.csv", "--volunteers", f"{folder}/v.csv",
                *(str(word) for pair in zip(asked, made, strict=True) for word in pair),
                "--today", TODAY, *options,
            ]
        )  # fmt: skip
        assert code == 0
        return [path.read_bytes() for path in made]


@settings(max_examples=15, deadline=None)
@given(towns(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(town, dice):
    asked, offered = town
    mixed = [dice.sample(rows, len(rows)) for rows in town]
    columns = [dice.sample(list(rows[0]), len(rows[0])) for rows in town]
    turned = [
        [{name: row[name] for name in order} for row in rows]
        for rows, order in zip(mixed, columns, strict=True)
    ]

    assert outputs(sheet(*asked), sheet(*offered)) == outputs(*(sheet(*rows) for rows in turned))


@settings(max_examples=10, deadline=None)
@given(towns())
def test_another_separator_comma_and_line_end_give_the_same_bytes(town):
    dutch = [
        [{name: cell.replace(".", ",") for name, cell in row.items()} for row in rows]
        for rows in town
    ]

    assert outputs(*(sheet(*rows) for rows in town)) == outputs(
        *("\ufeff" + sheet(*rows, separator=";", line_end="\r\n") for rows in dutch)
    )


@pytest.mark.parametrize("seed", ["1", "7"])
def test_a_seed_gives_the_same_bytes_each_time_and_never_a_lesser_proposal(desk, seed):
    asked = sheet(*[question(id=f"q{number}") for number in range(6)])
    offered = sheet(*[volunteer(id=f"v{number}") for number in range(3)])
    first = desk.match(asked, offered, "--json", "--seed", seed)
    again = desk.match(asked, offered, "--json", "--seed", seed)

    assert (first.said, first.text()) == (again.said, again.text())
    assert first.document["doel"] == desk.match(asked, offered, "--json").document["doel"]


def test_a_card_written_as_a_row_reads_back_to_the_same_scores(desk):
    """What goes out as a hypothetical volunteer must come in as the one who was weighed."""
    today = date.fromisoformat(TODAY)
    _, crowd = one_town(0, 30)
    shuffled = random.Random(3).sample(crowd, len(crowd))
    path = desk.put("v.csv", sheet(*[dict(volunteer_row(card, today)) for card in shuffled]))
    found = read_volunteers(str(path), today)

    assert (found.cards, found.bad_rows) == (shuffled, 0)
