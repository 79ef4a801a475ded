"""One field by name on the lists of questions and of volunteers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kruispunt.people.models import Neighbourhood, Person
from kruispunt.questions import actions
from kruispunt.questions.queries.finding import of_called
from tests import story
from tests.cast import enter

QUESTIONS, VOLUNTEERS = "/startpunt/?zoek={}", "/startpunt/vrijwilligers/?zoek={}"


def words(player, address):
    return " ".join(player.browser().get(address).content.decode().split())


def test_truus_telephones_and_wim_finds_her_question(fatma, wim):
    question = story.asked(fatma)
    found = words(wim, QUESTIONS.format("fatma"))
    assert "Vragen van wie zo heet: fatma" in found
    assert f"/startpunt/vraag/{question.pk}/" in found
    assert "Niemand gevonden: Truus" in words(wim, QUESTIONS.format("Truus"))
    assert f"/startpunt/vraag/{question.pk}/" not in words(wim, QUESTIONS.format("Truus"))


def test_also_what_is_over_is_found_and_what_is_open_comes_first(fatma, wim):
    first, second = story.asked(fatma), story.asked(fatma, words="Wie kookt er mee?")
    actions.withdraw(fatma.actor, first.pk)
    page = words(wim, QUESTIONS.format("Fatma"))
    open_one, ended = (page.index(f"/startpunt/vraag/{one.pk}/") for one in (second, first))
    assert open_one < ended


def test_prv_04_nobody_finds_by_name_whom_she_may_not_see(fatma, noor, els, wim, zed, merwedam):
    question = story.asked(fatma)
    story.available(noor, els)
    elsewhere = Neighbourhood.objects.create(municipality=merwedam, name="Overzij", code="W1")
    Person.objects.filter(pk=fatma.person.pk).update(neighbourhood=elsewhere)

    assert f"/startpunt/vraag/{question.pk}/" in words(wim, QUESTIONS.format("Fatma"))
    assert f"/startpunt/vraag/{question.pk}/" not in words(zed, QUESTIONS.format("Fatma"))
    elses_area = Neighbourhood.objects.create(municipality=merwedam, name="Binnenstad", code="W2")
    here = replace(els.actor, neighbourhood_ids=frozenset({elses_area.pk}))
    assert list(of_called(here, "Fatma")) == []
    assert "Niemand gevonden: Noor" in words(zed, VOLUNTEERS.format("Noor"))


@pytest.mark.parametrize("who", ["fatma", "noor", "petra"])
def test_who_has_no_such_list_has_no_such_field(who, fatma, noor, petra):
    player = {"fatma": fatma, "noor": noor, "petra": petra}[who]
    assert player.browser().get(QUESTIONS.format("Fatma")).status_code in {403, 404}


def test_rol_03_a_question_that_closed_long_ago_is_not_found(fatma, wim):
    question = story.asked(fatma)
    actions.withdraw(fatma.actor, question.pk)
    long_ago = wim.actor.at - timedelta(days=4000)
    type(question).objects.filter(pk=question.pk).update(ended_at=long_ago)
    assert "Niemand gevonden" in words(wim, QUESTIONS.format("Fatma"))


def test_a_sealed_address_is_not_shown_by_finding_who_lives_there(fatma, wim):
    story.asked(fatma)
    Person.objects.filter(pk=fatma.person.pk).update(address_sealed=True)
    assert "Lindelaan" not in words(wim, QUESTIONS.format("Fatma"))
    assert "Niemand gevonden" in words(wim, QUESTIONS.format("Lindelaan"))


def test_a_volunteer_is_found_whatever_she_waits_for(noor, els, wim):
    given = story.available(noor, els)
    type(given).objects.filter(pk=given.pk).update(due_on=None)
    address = f"/startpunt/vrijwilliger/{given.pk}/"
    assert address in words(wim, VOLUNTEERS.format("noo"))
    assert address not in words(wim, VOLUNTEERS.format("Joop"))


def test_the_number_of_questions_to_the_database_does_not_grow(
    fatma, wim, merwedam, els, django_assert_num_queries, django_assert_max_num_queries
):
    story.asked(fatma)
    story.available(enter("Fatou", merwedam, "volunteer"), els)
    browser = wim.browser()
    for address in (QUESTIONS, VOLUNTEERS):
        browser.get(address.format("Fat"))
        with django_assert_max_num_queries(40) as once:
            browser.get(address.format("Fat"))
        for name in ("Fatih", "Fatime") if address is QUESTIONS else ("Fatoma", "Fatos"):
            player = enter(name, merwedam, "resident", "volunteer")
            if address is QUESTIONS:
                story.asked(player)
            else:
                story.available(player, els)
        with django_assert_num_queries(len(once)):
            page = browser.get(address.format("Fat"))
        assert len(page.context["found"]) == 3


def test_more_than_a_page_asks_for_more_letters(merwedam, wim):
    for number in range(21):
        story.asked(enter(f"Fatma{number}", merwedam, "resident"))
    page = words(wim, QUESTIONS.format("Fatma"))
    assert "Er zijn er meer." in page
    assert page.count('href="/startpunt/vraag/') == 21  # twenty, and the button for a new one
