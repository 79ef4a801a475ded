"""Whoever makes a change in the files and runs again finds exactly what was promised."""

import json
from decimal import Decimal
from random import Random

import pytest

from tests.exchange.two_files import sheet

KINDS = ("WANDELEN", "KOFFIE", "GEHEUGEN")
SLOTS = ("ma-ochtend", "di-middag", "wo-avond", "za-ochtend")


def dice_of(seed):
    return Random(seed)


def a_town(dice, asks, crowd):
    """Spreadsheets as people fill them: empty cells, decimal commas, lists with spaces."""
    return (
        [a_question(dice, number) for number in range(asks)],
        [a_volunteer(dice, number) for number in range(crowd)],
    )


def a_question(dice, number):
    intensity = dice.choice(["licht", "licht", "intensief", "Zeer_intensief"])
    return {
        "id": f"q{number}",
        "soort": dice.choice(["WANDELEN", "koffie", "GEHEUGEN | KOFFIE"]),
        "klasse": intensity,
        "thema": dice.choice(["dementie", "nah"]) if intensity == "Zeer_intensief" else "",
        "x": f"{150_000 + dice.randrange(9000)},5",
        "y": str(460_000 + dice.randrange(9000)),
        "dagdelen": dice.choice(["", " | ".join(dice.sample(SLOTS, 2)), dice.choice(SLOTS)]),
        "uren": dice.choice(["", "1,5", "3"]),
        "talen": dice.choice(["", "", "tr", "nl|ar"]),
        "sinds": dice.choice(["", "01-06-2026", "2026-11-01"]),
        "aantal": dice.choice(["", "", "", "2"]),
    }


def a_volunteer(dice, number):
    return {
        "id": f"v{number}",
        "soorten": "|".join(dice.sample(KINDS, dice.choice([1, 2]))),
        "x": str(150_000 + dice.randrange(9000)),
        "y": str(460_000 + dice.randrange(9000)),
        "max_km": dice.choice(["", "2,5", "4"]),
        "dagdelen": dice.choice(["", "|".join(dice.sample(SLOTS, 2))]),
        "uren": dice.choice(["", "4", "2,5"]),
        "plaatsen": dice.choice(["", "2", "0"]),
        "trainingen": dice.choice(["", "basis", "basis|dementie"]),
        "vog_tot": dice.choice(["", "2027-01-01", "01-01-2024"]),
        "max_klasse": dice.choice(["", "zeer_intensief"]),
    }


def matched(desk, asks, crowd, *options):
    done = desk.match(sheet(*asks, separator=";"), sheet(*crowd, separator=";"), "--json", *options)
    assert done.code == 0
    return done


def changed(asks, crowd, row):
    """The rows with the change of one line of niet-gekoppeld.csv made."""
    if row["soort_wijziging"] == "nieuwe_vrijwilliger":
        newcomer = json.loads(row["naar"])
        assert all(isinstance(cell, str) for cell in newcomer.values())
        return asks, [*crowd, newcomer]
    asked = row["soort_wijziging"] == "vraag"
    cards = [dict(card) for card in (asks if asked else crowd)]
    (card,) = [card for card in cards if card["id"] == row["wie"]]
    assert card[row["kolom"]].replace(",", ".") == row["van"]
    card[row["kolom"]] = row["naar"]
    return (cards, crowd) if asked else (asks, cards)


@pytest.mark.parametrize("seed", range(4))
def test_every_unlocker_in_the_file_unlocks(desk, seed):
    asks, crowd = a_town(dice_of(seed), 8, 6)
    done = matched(desk, asks, crowd, "--unmatched", "open.csv")

    for row in done.rows("open.csv"):
        if row["soort_wijziging"] == "geen":
            assert row["kosten"] == ""
            continue
        again = matched(desk, *changed(asks, crowd, row))
        assert row["vraag_id"] in {pair[0] for pair in again.pairs()}


@pytest.mark.parametrize("seed", range(4))
def test_every_missing_volunteer_adds_what_the_file_says(desk, seed):
    asks, crowd = a_town(dice_of(seed), 8, 6)
    done = matched(desk, asks, crowd, "--gap", "tekort.csv")
    before, served = Decimal(str(done.document["doel"])), done.document["gekoppelde_vragen"]
    rows = done.rows("tekort.csv")

    assert rows == sorted(rows, key=lambda row: (-Decimal(row["meerwaarde"]), row["id"]))
    for row in rows:
        worth, extra = Decimal(row.pop("meerwaarde")), int(row.pop("extra_gekoppeld"))
        again = matched(desk, asks, [*crowd, row]).document
        assert Decimal(str(again["doel"])) - before == worth
        assert again["gekoppelde_vragen"] - served == extra
