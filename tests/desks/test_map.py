"""The neighbourhood on a map: each sees as much of it as their work asks."""

import json

import pytest
from django.test import Client

from kruispunt.desks.ui import outlines
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions
from tests import story
from tests.cast import enter

SQUARE = [[126000, 427000], [127000, 427000], [127000, 428000], [126000, 428000], [126000, 427000]]


@pytest.fixture
def star(merwedam):
    tekla = enter("Tekla", merwedam, "technician")
    outline = json.dumps({"type": "Polygon", "coordinates": [SQUARE]})
    return people.draw_neighbourhood(tekla.actor, code="BU01", name="Sterrenbuurt", outline=outline)


@pytest.fixture
def asked(star, wim):
    who = people.register_person(
        wim.actor, who=Particulars(given_name="Riet", neighbourhood_id=star.pk)
    )
    return questions.open_question(wim.actor, asked_by_id=who.pk, words="Ik ben veel alleen")


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_wim_sees_how_many_ask_in_each_neighbourhood_and_the_list_says_the_same(asked, wim):
    page = words(wim.browser().get("/kaart/"))
    [shape] = wim.browser().get("/kaart/vormen.json").json()["features"]

    assert "1 open vraag" in page
    assert shape["properties"]["says"] == "1 open vraag, 0 vrijwilligers, 0 activiteiten"
    assert shape["properties"]["says"] in page


@pytest.mark.parametrize("who", ["noor", "fatma", "bilal"])
def test_others_see_what_there_is_to_do_and_not_who_asks(who, asked, request):
    page = words(request.getfixturevalue(who).browser().get("/kaart/"))

    assert "Sterrenbuurt" in page
    assert "open vra" not in page
    assert "vrijwilligers" not in page


def test_a_guest_sees_the_outline_and_nobody(asked, fatma, wim):
    story.asked(fatma)
    [shape] = Client().get("/kaart/vormen.json").json()["features"]

    assert shape["properties"]["says"] == "0 activiteiten"
    assert shape["properties"]["asked"] == ""


def test_the_middle_of_a_square_is_its_middle_and_north_is_up():
    square = outlines.read(json.dumps({"type": "Polygon", "coordinates": [SQUARE]}))

    assert square.middle == (126500, 427500)
    sheet = outlines.frame([square])
    assert sheet.place((126500, 427900))[1] < sheet.place((126500, 427100))[1]


def test_a_neighbourhood_without_an_outline_is_only_in_the_list(merwedam, wim):
    tekla = enter("Tekla", merwedam, "technician")
    people.draw_neighbourhood(tekla.actor, code="BU02", name="Binnenvesting", outline="")

    page = words(wim.browser().get("/kaart/"))

    assert "Binnenvesting" in page
    assert "map__picture" not in page
