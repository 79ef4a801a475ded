"""Volunteers hear honestly how long it takes, and nobody waits without being called."""

import pytest
from django.test import Client

from kruispunt.base.roles import Role
from kruispunt.offers import actions, queries
from kruispunt.offers.models import Place
from kruispunt.offers.queries.room import with_room
from kruispunt.offers.queries.waiting import weeks_to_wait
from kruispunt.people import actions as people
from tests import story
from tests.cast import enter

UNKNOWN = "Hoe lang het duurt tot een eerste vraag, weten we nog niet."


@pytest.fixture
def ten(merwedam, els):
    """Ten volunteers who got their first question after four weeks."""
    for number in range(10):
        given = story.available(enter(f"Teun{number}", merwedam, Role.VOLUNTEER), els)
        Place.objects.create(
            municipality=merwedam, volunteering=given, number=1, out_of=2, hours=1,
            intensity="licht", taken_at=els.later(days=28).at,
        )  # fmt: skip


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_k1_whoever_signs_up_hears_honestly_how_long_it_takes(ten, noor, els, merwedam, zed):
    assert weeks_to_wait(els.later(days=60)) == 4
    assert weeks_to_wait(zed.later(days=60)) is None


def test_k1_of_few_volunteers_nothing_is_told_and_nothing_is_promised(noor, els):
    story.available(noor, els)

    assert weeks_to_wait(noor.actor) is None
    assert UNKNOWN in words(Client().get("/meedoen/dank-u/"))
    waiting = words(noor.browser().get("/vrijwilliger/"))
    assert UNKNOWN in waiting
    assert "Wilt u nu al iets doen?" in waiting


def test_k1_d49_who_waits_twenty_working_days_without_a_question_is_on_a_list(noor, els):
    given = story.available(noor, els)

    assert given.due_on == els.later(days=28).today
    assert [row.pk for row in queries.due(els.later(days=29))] == [given.pk]


def test_c14_places_that_nobody_uses_are_pointed_out(wim, noor, zed):
    welfare = people.register_organisation(wim.actor, name="Welzijn", kind="welfare")
    for name, places in (("Samen eten", 8), ("Wandelclub", 4)):
        listing = actions.Listing(
            name=name, organisation_id=welfare.pk, kinds=("EETCLUB",), capacity=places
        )
        club = actions.list_activity(wim.actor, listing=listing, rhythm="elke dinsdag")
    actions.take_spot(wim.actor.through("arrangements"), club.pk)

    assert [one.name for one in with_room(wim.actor)] == ["Samen eten", "Wandelclub"]
    assert with_room(zed.actor) == []
    assert "Hier is nog plaats" in words(wim.browser().get("/startpunt/samen/"))
