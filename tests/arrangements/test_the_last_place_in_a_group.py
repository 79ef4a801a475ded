"""Sixteen residents are enrolled at once for the last place of an activity (D18, CAP-01)."""

from contextlib import contextmanager
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import F

from kruispunt.arrangements import actions
from kruispunt.arrangements.models import Enrolment
from kruispunt.base.roles import Role
from kruispunt.offers.models import Activity
from tests import story
from tests.arrangements.test_the_last_place import AT_ONCE, all_at_once
from tests.cast import enter

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def club(wim):
    """An eating club with one place left."""
    return story.eating_club(wim)


@pytest.fixture
def asking(merwedam, wim):
    names = [f"Fatma {number}" for number in range(AT_ONCE)]
    return [story.searched(enter(name, merwedam, Role.RESIDENT), wim).pk for name in names]


def taken(club):
    return Activity.objects.get(pk=club.pk).used


def test_of_sixteen_at_once_one_gets_the_place_and_fifteen_wait_in_line(club, asking, wim):
    answers = all_at_once(
        lambda pk: actions.enrol(wim.actor, pk, activity_id=club.pk, meets=("EETCLUB",)), asking
    )

    assert all(isinstance(one, Enrolment) for one in answers)
    assert sorted(one.state for one in answers) == ["enrolled", *["waiting"] * (AT_ONCE - 1)]
    assert Enrolment.objects.filter(state="enrolled").count() == 1
    assert taken(club) == 1


def take_without_looking(club):
    """What code without a lock does: all have seen that there is a place before any takes it."""
    seen = Barrier(AT_ONCE)

    def take(_):
        assert taken(club) == 0
        seen.wait(timeout=30)
        return Activity.objects.filter(pk=club.pk).update(used=F("used") + 1)

    return all_at_once(take, range(AT_ONCE))


@contextmanager
def without_the_constraint():
    declared = Activity._meta.constraints
    [guard] = [one for one in declared if one.name.endswith("not_overfull")]
    with connection.schema_editor() as editor:
        # SQLite makes the table again from what the model declares.
        Activity._meta.constraints = [one for one in declared if one is not guard]
        editor.remove_constraint(Activity, guard)
    try:
        yield
    finally:
        Activity._meta.constraints = declared
        Activity.objects.all().update(used=0)
        with connection.schema_editor() as editor:
            editor.add_constraint(Activity, guard)


def test_even_without_a_lock_the_database_refuses_one_too_many(club):
    answers = take_without_looking(club)
    assert answers.count(1) == taken(club) == 1


def test_control_without_lock_and_constraint_the_place_is_given_away_sixteen_times(club):
    with without_the_constraint():
        take_without_looking(club)
        assert taken(club) > 1
