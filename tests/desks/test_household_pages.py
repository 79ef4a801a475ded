"""The page of one house: a card for each, and no dossier opened by the door of another (D7)."""

import pytest

from kruispunt.people import actions
from kruispunt.people.models import Housemate, Person
from tests import story
from tests.people.test_households import WHY


@pytest.fixture
def house(fatma, joop, wim):
    actions.relate(wim.actor, fatma.person.pk, other_id=joop.person.pk, kind="partner", cares=True)
    found = actions.open_household(wim.actor, fatma.person.pk, why=WHY)
    named = actions.name_housemate(
        wim.actor, found.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
    )
    actions.agree_housemate(wim.actor, named.pk, how="herself")
    return found


def page(player, house):
    return player.browser().get(f"/startpunt/huis/{house.pk}/")


def test_d7_questions_talents_and_carers_of_one_house_stand_together(
    house, fatma, joop, noor, wim, els
):
    story.asked(joop, "Ik kan zelf niet meer fietsen")
    asked = story.searched(fatma, wim)
    named = actions.name_housemate(
        wim.actor, house.pk, person_id=noor.person.pk, said_by_id=fatma.person.pk
    )
    actions.agree_housemate(wim.actor, named.pk, how="phone")
    story.available(noor, els)

    shown = page(wim, house)
    cards = {card.name: card for card in shown.context["cards"]}
    assert [kind for _, kind, _ in cards["Fatma"].asks] == ["Samen wandelen"]
    assert cards["Joop"].cares == ["Zorgt voor Fatma"]
    assert cards["Noor"].gives[0][1] == "samen wandelen, samen koffie drinken"
    # An outline: nobody's own words or situation stand here.
    body = shown.content.decode()
    assert "niet meer fietsen" not in body
    assert asked.need not in body


def test_d7_a_coordinator_sees_only_whose_question_is_hers_to_see(house, fatma, joop, wim, els):
    story.asked(joop, "Mijn eigen vraag, nog niet gewogen")
    story.searched(fatma, wim)
    shown = page(els, house)
    assert shown.status_code == 200
    cards = shown.context["cards"]
    assert [(card.name, len(card.asks)) for card in cards] == [("Fatma", 1), ("Iemand in huis", 0)]
    assert "Joop" not in shown.content.decode()
    assert not shown.context["may_keep"]


def test_d7_the_page_of_the_house_opens_nobodys_dossier(house, joop, els):
    asked = story.asked(joop, "Nog niet gewogen")
    assert page(els, house).status_code == 200
    assert els.browser().get(f"/startpunt/vraag/{asked.pk}/").status_code == 404


def test_a_sealed_address_is_neither_a_name_nor_a_gap_on_the_page(house, joop, wim):
    Person.objects.filter(pk=joop.person.pk).update(address_sealed=True)
    shown = page(wim, house)
    assert [card.name for card in shown.context["cards"]] == ["Fatma"]
    assert "Joop" not in shown.content.decode().split("Wie hoort er nog bij")[0]


def test_the_house_is_opened_from_a_question_and_one_names_the_others(fatma, joop, wim):
    asked = story.asked(fatma)
    browser = wim.browser()
    assert "Wie wonen er nog meer?" in browser.get(f"/startpunt/vraag/{asked.pk}/").content.decode()
    start = f"/startpunt/vraag/{asked.pk}/huis/"
    assert browser.get(start).status_code == 200
    opened = browser.post(start, {"why": WHY, "how": "herself"})
    where = opened["Location"]
    assert browser.get(start)["Location"] == where

    found = browser.get(f"{where}?zoek=joop")
    assert "Joop" in found.content.decode()
    wrong = browser.post(f"{where}noem/?zoek=joop", {"person_id": joop.person.pk})
    assert wrong.status_code == 422
    said = {"person_id": joop.person.pk, "said_by_id": fatma.person.pk}
    assert browser.post(f"{where}noem/?zoek=joop", said).status_code == 302
    housemate = Housemate.objects.get(person=joop.person)
    assert "Vraag het eerst zelf" in browser.get(where).content.decode()
    answer = f"/startpunt/huisgenoot/{housemate.pk}/"
    assert browser.post(f"{answer}agree_housemate/", {"how": "x"}).status_code == 422
    assert browser.post(f"{answer}agree_housemate/", {"how": "phone"}).status_code == 302
    assert browser.post(f"{answer}leave_household/").status_code == 302
    assert browser.post(f"{answer}leave_household/").status_code == 409
    assert browser.post(f"{where}close_household/").status_code == 302
    assert browser.get(where).status_code == 404


def test_a_resident_answers_and_leaves_on_her_own_page(house, joop, fatma, wim):
    browser = joop.browser()
    own = browser.get("/mijn/gegevens/")
    assert WHY in own.content.decode()
    assert "Fatma" not in own.content.decode()
    housemate = Housemate.objects.get(person=joop.person)
    assert browser.post(f"/mijn/huis/{housemate.pk}/leave_household/").status_code == 302
    assert WHY not in browser.get("/mijn/gegevens/").content.decode()
    hers = Housemate.objects.get(person=fatma.person)
    assert browser.post(f"/mijn/huis/{hers.pk}/leave_household/").status_code == 404


def test_zed_and_noor_find_no_house(house, zed, noor):
    for stranger in (zed, noor):
        assert page(stranger, house).status_code == 404


def test_the_page_asks_no_more_for_three_people_than_for_two(
    house, noor, bilal, fatma, wim, django_assert_max_num_queries
):
    browser = wim.browser()
    where = f"/startpunt/huis/{house.pk}/?zoek=niemandzoheet"
    browser.get(where)
    with django_assert_max_num_queries(100) as counted:
        browser.get(where)
    for_two = len(counted)
    for more in (noor, bilal):
        named = actions.name_housemate(
            wim.actor, house.pk, person_id=more.person.pk, said_by_id=fatma.person.pk
        )
        actions.agree_housemate(wim.actor, named.pk, how="phone")
    browser.get(where)
    with django_assert_max_num_queries(for_two):
        assert len(browser.get(where).context["cards"]) == 4
