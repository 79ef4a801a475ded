"""From account to seat to actor: who acts, and as what."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from kruispunt.base.roles import Role
from kruispunt.people.models import Seat

INBOX = "/startpunt/"


def test_a_worker_sits_at_the_startpunt(wim):
    assert wim.browser().get(INBOX).status_code == 200


def test_whoever_is_not_signed_in_is_asked_who_she_is(client):
    answer = client.get(INBOX)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


@pytest.mark.parametrize("change", ["before it began", "after it ended", "taken away"])
def test_an_account_without_a_seat_stays_outside(wim, change):
    browser = wim.browser()
    today = timezone.localdate()
    seats = Seat.objects.filter(person=wim.person)
    match change:
        case "before it began":
            seats.update(since=today + timedelta(days=1))
        case "after it ended":
            seats.update(until=today - timedelta(days=1), since=today - timedelta(days=9))
        case "taken away":
            seats.delete()

    assert browser.get(INBOX).status_code == 403


def test_on_the_last_day_the_seat_still_counts(wim):
    browser = wim.browser()
    Seat.objects.filter(person=wim.person).update(until=timezone.localdate())

    assert browser.get(INBOX).status_code == 200


def test_whoever_has_two_roles_acts_in_one_at_a_time(wim):
    both = replace(wim, actor=replace(wim.actor, roles=frozenset({Role.RESIDENT, Role.WORKER})))
    browser = both.browser()
    seats = {seat.role: seat.pk for seat in Seat.objects.filter(person=wim.person)}

    browser.post("/account/seat/", {"seat": seats["resident"]})
    as_resident = browser.get(INBOX)
    browser.post("/account/seat/", {"seat": seats["worker"]})
    as_worker = browser.get(INBOX)

    assert as_resident.wsgi_request.actor.roles == {"resident"}
    assert as_worker.wsgi_request.actor.roles == {"worker"}


def test_nobody_takes_the_seat_of_another(wim, noor):
    noor.browser()
    hers = Seat.objects.get(person=noor.person)
    browser = wim.browser()

    browser.post("/account/seat/", {"seat": hers.pk})

    assert browser.get(INBOX).wsgi_request.actor.person_id == wim.person.pk


def test_the_seat_costs_one_question_to_the_database(wim, django_assert_num_queries):
    browser = wim.browser()
    with django_assert_num_queries(3):  # session, account, seats
        browser.post("/account/seat/", {"seat": "x"})
