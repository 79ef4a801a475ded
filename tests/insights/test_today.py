"""How it goes today, for who works with it and for who may only see numbers (A4, MON-02)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.insights import queries
from kruispunt.matching import jobs as scales
from kruispunt.people import actions as people
from tests import story
from tests.cast import enter


@pytest.fixture
def oost(merwedam, wim):
    system = Actor.system(merwedam.pk, wim.actor.at)
    return people.draw_neighbourhood(system, code="BU01", name="Oost", outline="")


def test_petra_sees_what_waits_how_long_and_what_runs(fatma, noor, wim, els, petra, oost):
    fatma.person.neighbourhood = oost
    fatma.person.save()
    story.introduced(fatma, noor, wim=wim, els=els)
    story.asked(fatma)

    seen = queries.today(petra.later(days=9))
    assert [(one.name, one.waiting, one.days_waiting, one.running) for one in seen.by_class] == [
        ("Licht", 0, None, 0),
        ("Intensief", 0, None, 1),
        ("Zeer intensief", 0, None, 0),
        ("Nog niet gewogen", 1, 9, 0),
    ]
    assert [(one.name, one.waiting, one.running) for one in seen.by_neighbourhood] == [
        ("Oost", 1, 1),
        ("Onbekend", 0, 0),
    ]
    assert seen.first_match_days == 0


@pytest.mark.parametrize("role", [Role.POLICY, Role.WORKER, Role.COORDINATOR])
def test_prv16_only_the_process_manager_sees_small_numbers(role, fatma, merwedam):
    story.asked(fatma)
    monitor = enter("Mia", merwedam, role)

    seen = queries.today(monitor.actor)
    assert [one.waiting for one in seen.by_class] == [0, 0, 0, None]
    assert [one.days_waiting for one in seen.by_class] == [None] * 4


@pytest.mark.parametrize("who", ["fatma", "noor", "bilal", "ank"])
def test_numbers_are_not_for_everyone(who, request):
    with pytest.raises(PermissionDenied):
        queries.today(request.getfixturevalue(who).actor)


def test_zed_counts_his_own_town_only(fatma, zed):
    story.asked(fatma)

    assert [one.waiting for one in queries.today(zed.actor).by_class] == [0, 0, 0, 0]


def test_a4_the_gap_says_which_volunteer_would_help_most(fatma, wim):
    story.searched(fatma, wim)

    assert (queries.gap(wim.actor).seen_at, queries.gap(wim.actor).missing) == (None, ())
    house = Actor.system(wim.actor.municipality_id, wim.actor.at)
    scales.keep_short(house)  # nothing to do before the scales themselves were kept
    assert queries.gap(wim.actor).seen_at is None
    scales.keep_balance(house)
    scales.keep_short(house)
    found = queries.gap(wim.actor)
    [missing] = found.missing
    assert (missing.kinds, missing.extra_served, found.seen_at) == (("WANDELEN",), 1, house.at)


def test_what_is_missed_is_worked_out_again_when_the_scales_moved_and_not_all_the_time(fatma, wim):
    story.searched(fatma, wim)
    house = Actor.system(wim.actor.municipality_id, wim.actor.at)
    scales.keep_balance(house)
    scales.keep_short(house)
    story.searched(fatma, wim)
    soon, later = (replace(house, at=house.at + timedelta(minutes=gone)) for gone in (2, 6))
    for moment, asked in ((soon, 1), (later, 2)):
        scales.keep_balance(moment)
        scales.keep_short(moment)
        [missing] = queries.gap(wim.actor).missing
        assert missing.extra_served == asked


@pytest.mark.parametrize("crowd", [1, 3])
def test_the_numbers_take_as_many_queries_for_three_as_for_one(
    crowd, fatma, noor, wim, els, django_assert_num_queries
):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    for _ in range(crowd):
        story.asked(fatma)
    arrangements.start_trial(els.actor, match.pk)

    with django_assert_num_queries(5):
        queries.today(wim.actor)
