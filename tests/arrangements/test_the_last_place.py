"""Sixteen residents say yes at once for the last place with one volunteer (CAP-01)."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import DatabaseError, connection

from kruispunt.arrangements import actions
from kruispunt.arrangements.models import Match
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.offers.models import Place
from tests import story
from tests.cast import enter

AT_ONCE = 16
pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(verb, rows):
    """Do the same for every row in its own thread, on its own connection."""
    start = Barrier(len(rows))

    def one(row):
        try:
            start.wait(timeout=30)
            return verb(row)
        except (ImpossibleMove, DatabaseError) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(rows)) as pool:
        return list(pool.map(one, rows))


@pytest.fixture
def volunteer(noor, els):
    return story.available(noor, els, profile=replace(story.NOORS_PROFILE, places=1))


@pytest.fixture
def proposals(merwedam, volunteer, wim, els, noor):
    """Sixteen residents, each of whom Noor has said yes to."""
    asking = [enter(f"Fatma {number}", merwedam, Role.RESIDENT) for number in range(AT_ONCE)]
    matches = []
    for one in asking:
        question = story.searched(one, wim)
        match = actions.propose(els.actor, question.pk, volunteering_id=volunteer.pk)
        actions.agree_as_volunteer(noor.actor, match.pk)
        matches.append((one.actor, match.pk))
    return matches


def open_places(volunteer):
    return Place.objects.filter(volunteering=volunteer, freed_at__isnull=True).count()


def test_of_sixteen_at_once_one_gets_the_place_and_fifteen_hear_it(proposals, volunteer):
    answers = all_at_once(lambda each: actions.agree_as_resident(each[0], each[1]), proposals)

    assert sum(isinstance(one, Match) for one in answers) == 1
    assert sum(isinstance(one, ImpossibleMove) for one in answers) == AT_ONCE - 1
    assert open_places(volunteer) == 1
    assert Match.objects.filter(state="introduction").count() == 1
    assert Match.objects.filter(state="volunteer_agreed").count() == AT_ONCE - 1


def take_without_looking(volunteer, at):
    """What code without a lock does: all have seen that there is a place before any takes it."""
    seen = Barrier(AT_ONCE)

    def take(_):
        assert open_places(volunteer) == 0
        seen.wait(timeout=30)
        return Place.objects.create(
            municipality_id=volunteer.municipality_id,
            volunteering=volunteer,
            number=1,
            out_of=1,
            intensity="licht",
            hours=1,
            taken_at=at,
        )

    return all_at_once(take, range(AT_ONCE))


@contextmanager
def without_the_constraint():
    [guard] = [one for one in Place._meta.constraints if one.name == "place_taken_once"]
    with connection.schema_editor() as editor:
        editor.remove_constraint(Place, guard)
    try:
        yield
    finally:
        Place.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Place, guard)


def test_even_without_a_lock_the_database_refuses_one_too_many(volunteer, els):
    answers = take_without_looking(volunteer, els.actor.at)

    assert sum(isinstance(one, Place) for one in answers) == open_places(volunteer) == 1


def test_control_without_lock_and_constraint_the_place_is_given_away_sixteen_times(volunteer, els):
    with without_the_constraint():
        take_without_looking(volunteer, els.actor.at)
        assert open_places(volunteer) > 1
