"""The page on which an answer is put together, and what the resident reads of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.arrangements import actions, queries
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story
from tests.arrangements.test_parts import DAUGHTER
from tests.desks.test_startpunt_pages import words

MIX = "/startpunt/vraag/{}/samenstellen/"


@pytest.fixture
def question(fatma, wim):
    return story.triaged(fatma, wim)


@pytest.fixture
def club(wim, ank):
    welfare = people.register_organisation(
        wim.actor, name="Welzijn", kind="welfare", contact_id=ank.person.pk
    )
    listing = offers.Listing(
        name="Wandelclub", organisation_id=welfare.pk, kinds=("WANDELEN",), capacity=2
    )
    return offers.list_activity(wim.actor, listing=listing, rhythm="elke dinsdag")


def test_d19_wim_divides_names_someone_near_and_adopts_the_package(question, club, wim, fatma):
    desk = wim.browser()
    address = MIX.format(question.pk)
    divided = desk.post(
        address.replace("samenstellen", "divide"),
        {"kind1": "WANDELEN", "number1": "1", "kind2": "ADMINISTRATIE", "number2": "1"},
    )
    assert divided.status_code == 302
    near = {"who": "mijn dochter", "what": "doet de post", "meets": ["ADMINISTRATIE"]}
    named = desk.post(address.replace("samenstellen", "name_own_help"), near)
    assert named.status_code == 302
    page = words(desk.get(address))
    assert "Het antwoord samenstellen" in page
    assert "Nog 2 plaatsen vrij" in page

    own = queries.parts(wim.actor, question.pk)[0]
    parts = [f"own-{own.id}", f"activity-{club.pk}"]
    adopted = desk.post(address, {"parts": parts})

    assert adopted.status_code == 302
    assert "Dit is er al" in words(desk.get(address))
    assert desk.get(address.replace("samenstellen", "close")).status_code == 200
    mine = words(fatma.browser().get("/mijn/"))
    assert "Uw hulp op een rij" in mine
    assert "Mijn dochter" in mine
    assert "Wandelclub" in mine


def test_nothing_chosen_comes_back_with_a_word(question, club, wim):
    again = wim.browser().post(MIX.format(question.pk), {"words": "Samen lopen"})
    assert again.status_code == 422
    assert "Kies ten minste één onderdeel" in words(again)


def test_zed_finds_no_page_to_compose(question, zed):
    assert zed.browser().get(MIX.format(question.pk)).status_code == 404


def test_own_help_is_kept_up_and_ended_on_its_own_page(question, wim, zed):
    own = actions.name_own_help(wim.actor, question.pk, nearby=DAUGHTER)
    desk, page = wim.browser(), f"/startpunt/eigen-kring/{own.pk}/"
    assert zed.browser().get(page).status_code == 404
    assert desk.post(f"{page}start_own_help/").status_code == 302
    assert desk.post(f"{page}keep_up/", {"note": "Het gaat goed."}).status_code == 302
    assert "Het gaat goed." in words(desk.get(page))
    assert desk.post(f"{page}end_own_help/", {}).status_code == 422
    assert desk.post(f"{page}end_own_help/", {"planned": "True"}).status_code == 302


def test_who_came_is_counted_on_the_page_of_taking_part(question, club, wim):
    place = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("WANDELEN",))
    desk, page = wim.browser(), f"/startpunt/meedoen/{place.pk}/"
    desk.post(f"{page}attend_there/")
    desk.post(f"{page}attend_missed/")
    assert "1 keer geweest, 1 keer niet" in words(desk.get(page))


def test_the_question_is_closed_when_nothing_from_outside_runs(question, club, wim, fatma):
    questions.combine(wim.actor, question.pk)
    place = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("WANDELEN",))
    actions.end_enrolment(wim.actor, place.pk)
    desk, page = wim.browser(), f"/startpunt/vraag/{question.pk}/"
    assert "Sluit de vraag af" in words(desk.get(page))
    assert desk.post(f"{page}close/", {"ending": "Fatma loopt weer zelf."}).status_code == 302
    assert "Deze vraag is klaar" in words(fatma.browser().get("/mijn/"))


def test_the_queries_of_the_page_do_not_grow_with_what_there_is(question, club, wim):
    desk = wim.browser()

    def near_and_far(number):
        listing = offers.Listing(
            name="Nog een club", organisation_id=club.organisation_id, kinds=("WANDELEN",)
        )
        for each in range(number):
            offers.list_activity(wim.actor, listing=listing)
            near = actions.Nearby(who=f"buur {each}", what="loopt mee", meets=("WANDELEN",))
            actions.name_own_help(wim.actor, question.pk, nearby=near)

    def asked():
        desk.get(MIX.format(question.pk))  # what is laid out once stays laid out
        with CaptureQueriesContext(connection) as queries_of_page:
            assert desk.get(MIX.format(question.pk)).status_code == 200
        return len(queries_of_page)

    near_and_far(1)
    with_one = asked()
    near_and_far(3)
    assert asked() == with_one
