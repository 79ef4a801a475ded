"""From outside: what comes out is checked against the paper contract, file against file."""

import json
from collections import Counter
from decimal import Decimal
from random import Random

import pytest

from tests.exchange.paper_rules import broken_rules, number, question_row, volunteer_row
from tests.exchange.two_files import sheet

EVERYTHING = (
    "--candidates", "kan.csv", "--unmatched", "open.csv", "--gap", "tekort.csv", "--json",
)  # fmt: skip


def rows(seed: int, asks: int, gives: int):
    dice = Random(seed)
    asked = [question_row(dice, number) for number in range(asks)]
    return asked, [volunteer_row(dice, number) for number in range(gives)]


@pytest.mark.parametrize("seed", range(8))
def test_candidates_are_exactly_the_pairs_that_break_no_rule(desk, seed):
    asked, offered = rows(seed, 40, 60)
    run = desk.match(sheet(*asked), sheet(*offered), "--candidates", "kan.csv")

    assert (run.code, run.bad) == (0, [])
    assert run.pairs("kan.csv") == sorted(
        (ask["id"], give["id"]) for ask in asked for give in offered if not broken_rules(ask, give)
    )


@pytest.mark.parametrize("teams", [("",), ("", "1", "2", "3")])
@pytest.mark.parametrize("seed", range(5))
def test_a_proposal_keeps_the_load_rules_as_they_stand_on_paper(desk, seed, teams):
    asked, offered = rows(seed, 40, 30)
    asked = [ask | {"aantal": teams[at % len(teams)]} for at, ask in enumerate(asked)]
    run = desk.match(sheet(*asked), sheet(*offered), "--candidates", "kan.csv", "--json")
    classes = {ask["id"]: ask["klasse"] for ask in asked}
    hours = {ask["id"]: Decimal(number(ask, "uren", 2)) for ask in asked}
    pairs = run.pairs()

    assert set(pairs) <= set(run.pairs("kan.csv"))
    together = Counter(question for question, _ in pairs)
    wanted = {ask["id"]: int(ask["aantal"] or 1) for ask in asked}
    assert together == {one: wanted[one] for one in together}
    for give in offered:
        load = [question for question, volunteer in pairs if volunteer == give["id"]]
        heavy = [classes[one] for one in load if classes[one] != "licht"]
        assert len(load) <= number(give, "plaatsen", 1)
        assert sum(hours[one] for one in load) <= Decimal(number(give, "uren", 2))
        assert len(heavy) <= 2
        assert heavy.count("zeer_intensief") <= 1
    assert run.document["gat"] <= 0.02


@pytest.mark.parametrize("seed", range(4))
def test_every_unlocker_unlocks_and_every_missing_volunteer_adds_what_is_said(desk, seed):
    asked, offered = rows(seed, 7, 5)
    first = desk.match(sheet(*asked), sheet(*offered), *EVERYTHING)
    served = {question for question, _ in first.pairs()}
    found, missing = first.rows("open.csv"), first.rows("tekort.csv")
    before = first.document

    assert before["bewezen"] is True
    assert [row["vraag_id"] for row in found] == sorted({a["id"] for a in asked} - served)
    for row in found:
        assert row["regel"] == _most_refusing_rule(asked, offered, row["vraag_id"])
        after = desk.match(*(sheet(*side) for side in _changed(asked, offered, row)))
        assert row["soort_wijziging"] == "geen" or row["vraag_id"] in dict(after.pairs())
    for row in missing:
        extra = {key: row[key] for key in row if key not in {"meerwaarde", "extra_gekoppeld"}}
        after = desk.match(sheet(*asked), sheet(*offered, extra), "--json").document
        gained = Decimal(str(after["doel"])) - Decimal(str(before["doel"]))
        assert gained == Decimal(row["meerwaarde"])
        more = after["gekoppelde_vragen"] - before["gekoppelde_vragen"]
        assert more == int(row["extra_gekoppeld"])
    worth = [(-Decimal(row["meerwaarde"]), row["id"]) for row in missing]
    assert worth == sorted(worth)


def _most_refusing_rule(asked, offered, wanted):
    (ask,) = [row for row in asked if row["id"] == wanted]
    broken = [found for give in offered if (found := broken_rules(ask, give))]
    alone = Counter(name for found in broken if len(found) == 1 for name in found)
    counted = alone or Counter(name for found in broken for name in found)
    order = (
        "status soort afstand dagdeel uren taal geslacht omstandigheid training vog klasse "
        "leeftijd niet_met"
    ).split()
    return max(order, key=lambda name: counted[name]) if counted else ""


def _changed(asked, offered, row):
    """Both files after exactly the change that a row of niet-gekoppeld.csv tells."""
    if row["soort_wijziging"] == "nieuwe_vrijwilliger":
        return asked, [*offered, json.loads(row["naar"])]
    sides = []
    for side, subject in ((asked, "vraag"), (offered, "vrijwilliger")):
        sides.append([])
        for one in side:
            is_it = row["soort_wijziging"] == subject and one["id"] == row["wie"]
            if is_it:
                assert one[row["kolom"]].replace(",", ".") == row["van"].replace(",", ".")
            sides[-1].append(one | {row["kolom"]: row["naar"]} if is_it else one)
    return sides
