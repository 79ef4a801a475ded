"""Who may never meet is seen together in no house, and nobody can tell by anything that is said.

Each path is walked twice: with two people kept apart, and with two who simply left, or with
somebody who is seen in another house. What is said and in how many looks is the same.
"""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.people import actions
from kruispunt.people.actions import steps_of_households
from kruispunt.people.models import Exclusion, Housemate, Person
from kruispunt.people.queries import households
from tests import story
from tests.cast import enter
from tests.people.test_households import WHY

HOUSE = "/startpunt/huis/{house}/"


@pytest.fixture
def town(merwedam, fatma, joop, noor, wim):
    """Fatma, Joop and Noor are seen in one house; Sam is seen in another, Lot in none."""
    question = story.searched(fatma, wim)
    house = actions.open_household(wim.actor, fatma.person.pk, why=WHY)
    for one in (joop, noor):
        agree(wim, name(wim, house, one, by=fatma))
    sam, lot = (enter(name, merwedam, Role.RESIDENT) for name in ("Sam", "Lot"))
    Person.objects.filter(pk__in=(sam.person.pk, lot.person.pk)).update(surname="Bos")
    actions.open_household(wim.actor, sam.person.pk, why=WHY)
    return {"question": question, "house": house, "sam": sam, "lot": lot}


def name(wim, house, player, *, by):
    return actions.name_housemate(
        wim.actor, house.pk, person_id=player.person.pk, said_by_id=by.person.pk
    )


def agree(wim, housemate):
    return actions.agree_housemate(wim.actor, housemate.pk, how="phone")


def keep_apart(wim, one, other):
    actions.exclude(wim.actor, one_id=one.person.pk, other_id=other.person.pk, reason="eerder")


def leave(wim, *players):
    for one in players:
        there = Housemate.objects.get(person=one.person, state="agreed")
        actions.leave_household(wim.actor, there.pk)


def body(client, where, *, said=None):
    """What stands on a page, without the keys of its forms, and in how many looks."""
    client.cookies.pop("messages", None)
    with CaptureQueriesContext(connection) as looks:
        page = client.get(where) if said is None else client.post(where, said)
    told = re.sub(r"value=\"[^\"]{20,}\"|[A-Za-z0-9]{64}", "", page.content.decode())
    return page.status_code, told, len(looks)


def after(change, read):
    """What is read after a change; then all is as it was."""
    with transaction.atomic():
        change()
        read()
        said = read()
        transaction.set_rollback(True)
    return said


PAGES = {
    "the house": HOUSE,
    "the house, searched in": HOUSE + "?zoek=a",
    "the question of one of them": "/startpunt/vraag/{question}/",
    "the package for her": "/startpunt/vraag/{question}/samenstellen/",
    "my work": "/startpunt/",
}


@pytest.mark.parametrize("where", PAGES.values(), ids=PAGES)
def test_two_kept_apart_from_today_read_as_two_who_left(where, town, fatma, joop, wim):
    browser = wim.browser()
    numbers = {"house": town["house"].pk, "question": town["question"].pk}

    def read():
        return body(browser, where.format(**numbers))

    usual = after(lambda: None, read)
    apart = after(lambda: keep_apart(wim, fatma, joop), read)
    left = after(lambda: leave(wim, fatma, joop), read)
    assert apart == left
    if "huis" in where:
        assert apart != usual


def test_the_last_two_kept_apart_close_the_house_as_the_last_who_leave(
    town, fatma, joop, noor, wim
):
    leave(wim, noor)
    browser, where = wim.browser(), HOUSE.format(house=town["house"].pk)

    def read():
        return body(browser, where), households.household_of(wim.actor, fatma.person.pk)

    apart = after(lambda: keep_apart(wim, fatma, joop), read)
    assert apart == after(lambda: leave(wim, fatma, joop), read)
    assert apart[0][0] == 404


def test_her_own_page_says_no_more_than_that_she_is_not_seen_there(town, fatma, joop, wim):
    def read():
        return body(browser, "/mijn/gegevens/")

    browser = fatma.browser()
    apart = after(lambda: keep_apart(wim, fatma, joop), read)
    assert apart == after(lambda: leave(wim, fatma, joop), read)
    assert WHY not in apart[1]


def test_naming_somebody_kept_apart_reads_as_naming_who_is_seen_elsewhere(town, fatma, wim):
    browser, sam, lot = wim.browser(), town["sam"], town["lot"]
    where = HOUSE.format(house=town["house"].pk) + "noem/?zoek="

    def named(player):
        said = {"person_id": player.person.pk, "said_by_id": fatma.person.pk}
        return body(browser, where + "bos", said=said)

    elsewhere = after(lambda: None, lambda: named(sam))
    apart = after(lambda: keep_apart(wim, fatma, lot), lambda: named(lot))
    assert apart == elsewhere
    assert apart[0] == 409
    assert not Housemate.objects.filter(person=lot.person).exists()


def test_who_may_be_named_is_the_same_list_with_a_pair_and_without(town, fatma, wim):
    browser, lot = wim.browser(), town["lot"]

    def listed():
        return body(browser, HOUSE.format(house=town["house"].pk) + "?zoek=lot")

    usual = after(lambda: None, listed)
    assert after(lambda: keep_apart(wim, fatma, lot), listed) == usual
    assert "Lot" in usual[1]


def test_a_yes_of_who_was_kept_apart_since_she_was_named_reads_as_after_leaving(town, fatma, wim):
    lot = town["lot"]
    named = name(wim, town["house"], lot, by=fatma)
    browser = lot.browser()

    def answered():
        return body(browser, f"/mijn/huis/{named.pk}/agree_housemate/", said={})

    apart = after(lambda: keep_apart(wim, fatma, lot), answered)
    left = after(lambda: actions.leave_household(wim.actor, named.pk), answered)
    assert apart == left
    assert apart[0] == 404


def test_a_pair_that_came_in_on_another_way_is_refused_at_the_yes_in_the_same_sentence(
    town, fatma, wim
):
    lot, sam = town["lot"], town["sam"]
    named = name(wim, town["house"], lot, by=fatma)
    one, other = sorted((fatma.person.pk, lot.person.pk))
    Exclusion.objects.create(
        municipality_id=fatma.person.municipality_id, one_id=one, other_id=other,
        reason="eerder", set_at=wim.actor.at,
    )  # fmt: skip
    with pytest.raises(ImpossibleMove) as at_the_yes, transaction.atomic():
        agree(wim, named)
    with pytest.raises(ImpossibleMove) as elsewhere:
        name(wim, town["house"], sam, by=fatma)
    assert str(at_the_yes.value) == str(elsewhere.value)


@pytest.mark.parametrize("how", ["by two people", "at the intake"])
def test_an_address_sealed_later_reads_as_one_who_left(how, town, joop, wim):
    browser, where = wim.browser(), HOUSE.format(house=town["house"].pk)

    def seal():
        Person.objects.filter(pk=joop.person.pk).update(address_sealed=True)
        steps_of_households.take_apart(wim.actor, joop.person.pk)

    def change():
        who = actions.Particulars(given_name="Joop", address_sealed=True)
        actions.change_person(wim.actor, joop.person.pk, who=who)

    apart = after(seal if how == "by two people" else change, lambda: body(browser, where))
    assert apart == after(lambda: leave(wim, joop), lambda: body(browser, where))


def test_the_guard_bites_when_the_pair_is_forgotten(town, fatma, joop, wim, monkeypatch):
    browser, where = wim.browser(), HOUSE.format(house=town["house"].pk)
    for place in ("queries.households", "actions.steps_of_households"):
        monkeypatch.setattr(f"kruispunt.people.{place}.kept_apart", lambda *_: set())
    apart = after(lambda: keep_apart(wim, fatma, joop), lambda: body(browser, where))
    assert apart != after(lambda: leave(wim, fatma, joop), lambda: body(browser, where))
