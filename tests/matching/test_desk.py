"""The page of candidates says what the cards say, whatever changed since the last look."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import transaction

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.roles import Role
from kruispunt.matching import actions, queries
from kruispunt.matching.queries import at_hand as keeping
from kruispunt.matching.queries.at_hand import at_hand
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.people.actions.persons import Particulars
from tests import story
from tests.cast import enter

FAR = replace(story.NOORS_PROFILE, kinds=("TAAL",))


@pytest.fixture
def question(fatma, wim):
    return story.searched(fatma, wim)


@pytest.fixture
def noors(noor, els):
    return story.available(noor, els)


def crowd(merwedam, els, number, profile=story.NOORS_PROFILE):
    return [
        story.available(enter(f"Iris {each}", merwedam, Role.VOLUNTEER), els, profile=profile)
        for each in range(number)
    ]


def said_by_cards(actor, question):
    found = queries.candidates(actor, question.pk)
    return (
        found.candidates[: queries.A_PAGE],
        {one.name for one in found.refused},
        found.nearly[:8],
    )


def said_by_desk(actor, question):
    found = queries.desk(actor, question.pk)
    return (
        found.candidates,
        {name for rule in found.rules for name in rule.names},
        found.nearly,
    )


def test_mat03_the_page_says_what_the_cards_say(question, merwedam, els, wim):
    crowd(merwedam, els, 2)
    story.available(enter("Teun", merwedam, Role.VOLUNTEER), els, profile=FAR)

    assert said_by_desk(wim.actor, question) == said_by_cards(wim.actor, question)


@contextmanager
def seen_before(actor, question):
    """Something changes between two looks at the same page."""
    queries.desk(actor, question.pk)
    yield
    assert said_by_desk(actor, question) == said_by_cards(actor, question)


def test_a_change_of_what_she_gives_is_seen(question, noors, noor, els, wim):
    with seen_before(wim.actor, question):
        offers.describe_volunteer(noor.actor, noors.pk, profile=FAR)


def test_a_pause_is_seen(question, noors, noor, wim):
    with seen_before(wim.actor, question):
        offers.pause_volunteer(noor.actor, noors.pk)


def test_whoever_stops_is_gone(question, noors, noor, wim):
    with seen_before(wim.actor, question):
        offers.stop_volunteer(noor.actor, noors.pk)
    assert queries.desk(wim.actor, question.pk).refused == 0


def test_a_newcomer_is_seen(question, merwedam, noors, els, wim):
    with seen_before(wim.actor, question):
        crowd(merwedam, els, 1)


def test_a_new_address_is_seen(question, noors, noor, wim):
    with seen_before(wim.actor, question):
        elsewhere = Particulars(given_name="Noor", x=noor.person.x + 90_000, y=noor.person.y)
        people.change_person(noor.actor, noor.person.pk, who=elsewhere)
    assert queries.desk(wim.actor, question.pk).passing == 0


def test_a_taken_place_is_seen(question, noors, noor, joop, els, wim):
    other = story.searched(joop, wim)
    match = arrangements.propose(els.actor, other.pk, volunteering_id=noors.pk)
    arrangements.agree_as_volunteer(noor.actor, match.pk)
    with seen_before(wim.actor, question):
        arrangements.agree_as_resident(joop.actor, match.pk)


def test_a_certificate_that_expires_overnight_is_seen(question, noors, els, wim):
    three_years_ago = wim.actor.today.replace(year=wim.actor.today.year - 3)
    offers.certify(els.actor, noors.pk, vog="in_order", vog_issued_on=three_years_ago)
    with seen_before(wim.actor, question):
        pass
    assert said_by_desk(wim.later(days=1), question) == said_by_cards(wim.later(days=1), question)
    assert said_by_desk(wim.actor, question) == said_by_cards(wim.actor, question)


def test_more_changes_than_can_be_followed_are_seen(question, noors, noor, wim, monkeypatch):
    monkeypatch.setattr(keeping, "MANY", 1)
    with seen_before(wim.actor, question):
        for profile in (FAR, story.NOORS_PROFILE, FAR):
            offers.describe_volunteer(noor.actor, noors.pk, profile=profile)


def test_what_was_undone_is_never_kept(question, noors, noor, wim):
    queries.desk(wim.actor, question.pk)
    with transaction.atomic():
        offers.describe_volunteer(noor.actor, noors.pk, profile=FAR)
        assert queries.desk(wim.actor, question.pk).passing == 0
        transaction.set_rollback(True)

    assert said_by_desk(wim.actor, question) == said_by_cards(wim.actor, question)
    assert queries.desk(wim.actor, question.pk).passing == 1


def test_who_may_never_meet_is_neither_named_nor_counted(question, noors, noor, fatma, wim):
    people.exclude(wim.actor, one_id=noor.person.pk, other_id=fatma.person.pk, reason="eerder")

    found = queries.desk(wim.actor, question.pk)

    assert (found.passing, found.refused, found.rules, found.nearly) == (0, 0, (), ())


def test_a_page_beyond_the_last_is_the_last(question, merwedam, els, wim):
    crowd(merwedam, els, queries.A_PAGE + 1)

    [last] = queries.desk(wim.actor, question.pk, page=9).candidates

    assert last.rank == queries.A_PAGE + 1


def test_the_names_under_a_rule_are_turned_page_by_page(question, merwedam, els, wim, monkeypatch):
    crowd(merwedam, els, 3, profile=FAR)
    monkeypatch.setattr("kruispunt.matching.queries.paging.NAMES", 2)

    pages = [
        queries.desk(wim.actor, question.pk, rule="soort", rule_page=page).rules[0]
        for page in (1, 2)
    ]

    assert [len(page.names) for page in pages] == [2, 1]
    assert {name for page in pages for name in page.names} == {"Iris 0", "Iris 1", "Iris 2"}
    assert [page.count for page in pages] == [3, 3]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_for_three_as_for_one(
    number, question, merwedam, els, wim, django_assert_num_queries
):
    crowd(merwedam, els, number)
    queries.desk(wim.actor, question.pk)

    with django_assert_num_queries(9):
        assert queries.desk(wim.actor, question.pk).passing == number


@pytest.mark.parametrize("number", [1, 3])
def test_what_would_help_takes_as_many_queries_for_three_as_for_one(
    number, question, merwedam, els, wim, django_assert_num_queries
):
    crowd(merwedam, els, number, replace(story.NOORS_PROFILE, slots=("wo-avond",)))
    assert queries.desk(wim.actor, question.pk).all_asked

    with django_assert_num_queries(7):
        found = queries.unlock(wim.actor, question.pk)
    assert found is not None
    assert found.sentence == "Als de vraag ook kan op: woensdagavond."


def test_whoever_was_asked_cannot_be_what_would_help(question, noors, noor, els, wim):
    [invitation] = story.matching.invite(
        els.actor, question.pk, volunteering_ids=(noors.pk,), words="Wandelen"
    )
    story.matching.decline(noor.actor, invitation.pk, no_reason="no_time")
    found = queries.unlock(wim.actor, question.pk)

    assert found is not None
    assert found.volunteering_id is None
    assert found.sentence.startswith("Als er een nieuwe vrijwilliger komt in deze buurt voor:")


def test_whoever_is_asked_keeps_her_place_in_the_ranking(question, merwedam, els, wim):
    crowd(merwedam, els, 3)
    third = queries.desk(wim.actor, question.pk).candidates[2]

    [sent] = actions.invite(
        wim.actor, question.pk, volunteering_ids=(third.volunteering_id,), words="Wandelen"
    )

    assert (sent.rank, sent.score) == (3, third.score)


def test_nothing_is_kept_of_another_municipality(question, noors, zed):
    with at_hand(zed.actor) as index:
        assert len(index) == 0
