"""Where the scales stand is kept by the house, read by pages, and never other than a fresh look."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine
from kruispunt.base.roles import Role
from kruispunt.matching import actions, jobs, queries
from kruispunt.matching.models import Balance, BalanceLine, BalancePrice, Invitation
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from tests import story
from tests.cast import MONDAY, enter

KINDS = ("WANDELEN", "KOFFIE")


@pytest.fixture(autouse=True)
def nothing_kept():
    queries.let_go()
    yield
    queries.let_go()


@pytest.fixture
def house(merwedam):
    return Actor.system(merwedam.pk, MONDAY)


def asks(name, merwedam, wim, *, kind="WANDELEN", **changes):
    who = enter(name, merwedam, Role.RESIDENT)
    return story.searched(who, wim, found=replace(story.WALKING, kind=kind, **changes))


def gives(name, merwedam, els, **changes):
    profile = replace(story.NOORS_PROFILE, kinds=KINDS, **changes)
    return story.available(enter(name, merwedam, Role.VOLUNTEER), els, profile=profile)


def kept(merwedam):
    """What pages read."""
    lines = BalanceLine.objects.filter(municipality=merwedam)
    now = Balance.objects.get(municipality=merwedam)
    return {(one.question_id, one.volunteering_id, one.score) for one in lines}, now


def fresh(els):
    """What the scales find when they look at everybody anew."""
    Balance.objects.all().delete()
    draft = queries.draft_round(els.actor)
    return {(one.question_id, one.volunteering_id, one.score) for one in draft.lines}, draft


def same_as_fresh(merwedam, els, house):
    jobs.keep_balance(house)
    lines, now = kept(merwedam)
    expected, draft = fresh(els)
    assert lines == expected
    assert (now.value, now.bound, now.proven, now.asked) == (
        draft.value,
        draft.bound,
        draft.proven,
        draft.asked,
    )
    now.pk = None
    now.save()


def test_after_everything_that_people_do_the_balance_is_that_of_a_fresh_look(
    merwedam, wim, els, house
):
    first = asks("Fatma", merwedam, wim)
    noor = gives("Noor", merwedam, els, places=1)
    same_as_fresh(merwedam, els, house)

    asks("Mien", merwedam, wim, kind="KOFFIE")
    same_as_fresh(merwedam, els, house)
    teun = gives("Teun", merwedam, els, places=2)
    same_as_fresh(merwedam, els, house)

    people.exclude(wim.actor, one_id=noor.person_id, other_id=first.asked_by_id, reason="eerder")
    same_as_fresh(merwedam, els, house)
    offers.pause_volunteer(els.actor, teun.pk)
    same_as_fresh(merwedam, els, house)
    offers.make_available(els.actor, teun.pk)
    same_as_fresh(merwedam, els, house)

    [sent] = actions.invite(els.actor, first.pk, volunteering_ids=(teun.pk,), words="Samen op pad")
    same_as_fresh(merwedam, els, house)
    actions.decline(els.actor, sent.pk, no_reason="no_time")
    same_as_fresh(merwedam, els, house)

    actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    same_as_fresh(merwedam, els, house)
    asks("Jan", merwedam, wim)
    same_as_fresh(merwedam, els, house)
    assert BalanceLine.objects.count() == 2


def test_two_helpers_are_proposed_together_or_not_at_all_and_the_bound_is_kept(
    merwedam, wim, els, house
):
    gives("Noor", merwedam, els)
    asks("Fatma", merwedam, wim, helpers_needed=2)
    same_as_fresh(merwedam, els, house)
    assert not BalanceLine.objects.exists()
    gives("Teun", merwedam, els)
    same_as_fresh(merwedam, els, house)
    assert BalanceLine.objects.count() == 2


def test_when_nothing_happens_nothing_is_written(merwedam, wim, els, house):
    asks("Fatma", merwedam, wim)
    gives("Noor", merwedam, els)
    jobs.keep_balance(house)
    lines = JournalLine.objects.count()

    assert queries.stand(house) is None
    with CaptureQueriesContext(connection) as looked:
        jobs.keep_balance(house)
    assert len(looked) == 4
    assert JournalLine.objects.count() == lines


def test_a_worker_that_was_killed_is_followed_by_one_that_reads_the_rows(merwedam, wim, els, house):
    asks("Fatma", merwedam, wim)
    gives("Noor", merwedam, els)
    jobs.keep_balance(house)
    before = kept(merwedam)[0]

    queries.let_go()
    asks("Mien", merwedam, wim, kind="KOFFIE")
    same_as_fresh(merwedam, els, house)
    assert before < kept(merwedam)[0]


def test_a_round_takes_over_the_balance_and_weighs_nothing(merwedam, wim, els, house):
    asks("Fatma", merwedam, wim)
    gives("Noor", merwedam, els)
    jobs.keep_balance(house)
    BalanceLine.objects.update(why="uit de stand")

    draft = queries.draft_round(els.later(minutes=10))
    assert [one.why for one in draft.lines] == ["uit de stand"]
    assert (draft.seen_at, draft.proven, draft.asked) == (MONDAY, True, 1)

    late = queries.draft_round(els.later(minutes=20))
    assert late.seen_at == els.later(minutes=20).at
    assert [one.why for one in late.lines] != ["uit de stand"]


def test_the_balance_says_whether_something_happened_since(merwedam, wim, els, house):
    asks("Fatma", merwedam, wim)
    jobs.keep_balance(house)
    now = queries.balance(els.actor)
    assert queries.is_current(els.actor, now)
    assert not queries.is_current(els.later(days=1), now)

    gives("Noor", merwedam, els)
    assert not queries.is_current(els.actor, now)
    jobs.keep_balance(house)
    assert queries.is_current(els.actor, queries.balance(els.actor))


def test_a_place_that_two_want_has_a_price_and_a_spare_one_has_none(merwedam, wim, els, house):
    asks("Fatma", merwedam, wim)
    asks("Mien", merwedam, wim)
    noor = gives("Noor", merwedam, els, places=1, hours=Decimal(9))
    jobs.keep_balance(house)
    [price] = queries.balance_prices(els.actor)
    assert price.volunteering_id == noor.pk
    assert price.intensive > 0

    gives("Teun", merwedam, els, places=3, hours=Decimal(9))
    jobs.keep_balance(house)
    assert not BalancePrice.objects.exists()


@pytest.mark.parametrize("who", ["fatma", "els", "petra"])
def test_only_the_house_keeps_the_balance(who, request):
    with pytest.raises(PermissionDenied):
        queries.stand(request.getfixturevalue(who).actor)


def test_zed_sees_nothing_of_it_and_nobody_is_asked_by_it(merwedam, wim, els, zed, house):
    asks("Fatma", merwedam, wim)
    gives("Noor", merwedam, els)
    jobs.keep_balance(house)
    assert queries.balance(els.actor) is not None
    assert queries.balance_lines(els.actor).count() == 1
    assert queries.balance(zed.actor) is None
    assert not queries.balance_lines(zed.actor).exists()
    assert not Invitation.objects.exists()


def test_the_page_says_from_when_the_balance_is_and_how_sure(merwedam, wim, els, house):
    asks("Fatma", merwedam, wim)
    gives("Noor", merwedam, els)
    jobs.keep_balance(house)
    with time_machine.travel(MONDAY, tick=False):
        page = els.browser().get("/startpunt/ronde/").content.decode()
    assert "De weegschaal is bijgewerkt om 09.30: nu 1 voorstel voor 1 vraag." in page
    assert "Sindsdien is er niets veranderd." in page

    asks("Mien", merwedam, wim)
    with time_machine.travel(MONDAY + timedelta(minutes=5), tick=False):
        page = els.browser().get("/startpunt/ronde/").content.decode()
    assert "Sindsdien is er iets veranderd; dat wordt zo meegewogen." in page


def test_who_may_never_meet_is_no_pair_from_that_moment_on(merwedam, wim, els, house):
    first, noor = asks("Fatma", merwedam, wim), gives("Noor", merwedam, els)
    jobs.keep_balance(house)
    assert BalanceLine.objects.count() == 1

    people.exclude(wim.actor, one_id=noor.person_id, other_id=first.asked_by_id, reason="eerder")
    assert queries.draft_round(els.actor).lines == ()
    jobs.keep_balance(house)
    assert not BalanceLine.objects.exists()


def test_mat03_being_sparing_changes_the_order_and_hides_nobody(merwedam, wim, els, house):
    """Noor walks and drinks coffee, Iris only walks; two want coffee and one wants to walk."""
    noor = gives("Noor", merwedam, els, places=1)
    iris = gives("Iris", merwedam, els, places=1, slots=("ma-ochtend", "za-avond"))
    offers.describe_volunteer(
        els.actor, iris.pk, profile=replace(story.NOORS_PROFILE, kinds=("WANDELEN",), interests=())
    )
    walk = asks("Fatma", merwedam, wim)
    for name in ("Jan", "Toos"):
        asks(name, merwedam, wim, kind="KOFFIE")
    jobs.keep_balance(house)

    by_score = queries.desk(wim.actor, walk.pk)
    sparing = queries.desk(wim.actor, walk.pk, order=queries.Order.SPARING)

    assert by_score.has_prices
    assert [one.name for one in sparing.candidates] == ["Iris", "Noor"]
    assert {one.name: one.score for one in sparing.candidates} == {
        one.name: one.score for one in by_score.candidates
    }
    assert (sparing.passing, sparing.refused) == (by_score.passing, by_score.refused)
    assert noor.pk in {one.volunteering_id for one in sparing.candidates}


def test_old_prices_send_nobody_the_wrong_way(merwedam, wim, els, house):
    gives("Noor", merwedam, els, places=1)
    walk = asks("Fatma", merwedam, wim)
    asks("Jan", merwedam, wim, kind="KOFFIE")
    jobs.keep_balance(house)

    later = queries.desk(wim.later(hours=3), walk.pk, order=queries.Order.SPARING)

    assert not later.has_prices
