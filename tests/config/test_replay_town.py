"""A municipality's past played once more: numbers only, and only for whoever runs the server."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.offers.queries.history import all_given
from kruispunt.questions.queries.history import all_asked
from tests import story
from tests.cast import MONDAY, enter


@pytest.fixture
def past(merwedam, wim, els):
    for name in ("Fatma", "Mien", "Jan"):
        story.searched(enter(name, merwedam, Role.RESIDENT), wim)
    for name in ("Noor", "Teun"):
        story.available(enter(name, merwedam, Role.VOLUNTEER), els)


def told(*words):
    out = StringIO()
    call_command("replay_town", *words, stdout=out)
    return out.getvalue()


def test_the_past_is_played_again_under_five_ways_to_work(past, merwedam):
    found = json.loads(told(merwedam.name, "--json"))
    assert len(found["werkwijzen"]) == 5
    for way in found["werkwijzen"].values():
        assert way["served"]["gemiddeld"] == 3
    assert "levend optimum met prijzen" in told(merwedam.name)


def test_no_name_and_no_number_of_a_row_leaves(past, merwedam, tmp_path):
    page = tmp_path / "uit.html"
    shown = told(merwedam.name, "--out", str(page)) + page.read_text(encoding="utf-8")
    for name in ("Fatma", "Mien", "Jan", "Noor", "Teun", "Lindelaan", "4201"):
        assert name not in shown
    house = Actor.system(merwedam.pk, MONDAY)
    assert [card.id for card, _ in all_asked(house)] == ["vraag 1", "vraag 2", "vraag 3"]
    assert {area for _, area in all_asked(house)} == {"kleinere buurten samen"}
    assert [card.id for card in all_given(house)] == ["vrijwilliger 1", "vrijwilliger 2"]


def test_only_the_house_itself_reads_the_past(past, wim, petra, zed):
    for who in (wim, petra, zed):
        assert all_asked(who.actor) == []
    assert all_given(petra.actor) == []


def test_a_municipality_that_is_not_there_is_told_in_a_sentence(db):
    with pytest.raises(CommandError, match="geen gemeente Nergens"):
        told("Nergens")
