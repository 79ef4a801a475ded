"""Hours with the welfare coach, and a finger on the pulse (HYB-03, HYB-05, C7, C11)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import CoachYear
from kruispunt.base.models import Letter, Term
from kruispunt.base.moves import ImpossibleMove, NotFromHere
from tests import story
from tests.arrangements import teams


@pytest.fixture
def trajectory(fatma, wim, table):
    return teams.started(fatma, wim, table)


def booked(table, trajectory, *, minutes=60, on=date(2026, 11, 10)):
    return actions.book_coach(
        table.carla, trajectory.pk, on=on, minutes=minutes, what="Kennismaken"
    )


def hours(actor, fatma, year=2026):
    found = queries.coach_hours(actor, fatma.person.pk, year)
    return found.booked, found.used, found.left


def test_c7_hyb_03_booked_used_and_left_in_one_calendar_year(table, trajectory, fatma):
    first, second = booked(table, trajectory), booked(table, trajectory, minutes=90)
    actions.use_coach(table.carla, first.pk)
    assert hours(fatma.actor, fatma) == (90, 60, 720 - 150)

    actions.cancel_coach(fatma.actor, second.pk)
    assert hours(fatma.actor, fatma) == (0, 60, 660)


def test_hyb_03_no_more_than_the_hours_of_the_year_and_nothing_comes_along(table, trajectory):
    for _ in range(3):
        booked(table, trajectory, minutes=240)
    with pytest.raises(ImpossibleMove, match="2026 zijn op"):
        booked(table, trajectory, minutes=5)
    assert booked(table, trajectory, minutes=240, on=date(2027, 1, 4)).year.year == 2027


def test_hyb_03_the_database_refuses_an_hour_too_many(table, trajectory):
    booked(table, trajectory)
    with pytest.raises(IntegrityError), transaction.atomic():
        CoachYear.objects.update(taken=721)


def test_hyb_03_the_municipality_sets_how_many_hours(table, trajectory, merwedam):
    Term.objects.create(
        municipality=merwedam, name="coach.hours_a_year", length=1, valid_from="2026-01-01"
    )
    booked(table, trajectory)
    with pytest.raises(ImpossibleMove):
        booked(table, trajectory)


def test_hyb_03_who_needs_no_indication_has_hours_too(fatma, wim, table):
    question = story.asked(fatma)
    [boei] = table.carla.organisation_ids
    booking = actions.book_coach_without_trajectory(
        wim.actor, question.pk, organisation_id=boei, on=date(2026, 11, 10), minutes=30
    )
    assert booking.trajectory_id is None
    assert hours(table.carla, fatma) == (30, 0, 690)


def test_hours_of_another_are_not_read_and_not_given_back(table, trajectory, fatma, joop):
    booking = booked(table, trajectory)
    assert not queries.bookings(joop.actor, fatma.person.pk)
    with pytest.raises(Exception, match="does not exist"):
        actions.cancel_coach(joop.actor, booking.pk)
    with pytest.raises(PermissionDenied):
        actions.use_coach(fatma.actor, booking.pk)


def test_c11_hyb_05_twice_no_and_the_whole_table_hears_it(table, trajectory):
    later = replace(table.carla, at=table.carla.at + timedelta(days=30))
    actions.take_pulse(table.carla, trajectory.pk, received="no", words="Niemand kwam")
    told = Letter.objects.filter(key__startswith="trajectory.not_received")
    assert not told.exists()

    actions.take_pulse(later, trajectory.pk, received="no")
    assert {letter.to_person_id for letter in told} == {
        table.tineke.person_id,
        table.omar.person_id,
        table.carla.person_id,
    }


def test_hyb_05_once_a_month_and_only_while_support_runs(fatma, wim, table, trajectory):
    actions.take_pulse(table.carla, trajectory.pk, received="no")
    actions.take_pulse(table.carla, trajectory.pk, received="yes")
    assert trajectory.pulses.get().received == "yes"
    assert not queries.needs_pulse(trajectory, table.carla.today)

    with pytest.raises(PermissionDenied):
        actions.take_pulse(table.tineke, trajectory.pk, received="yes")
    actions.stop_trajectory(fatma.actor, trajectory.pk)
    with pytest.raises(NotFromHere):
        actions.take_pulse(table.carla, trajectory.pk, received="yes")
