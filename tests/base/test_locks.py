"""Writers wait for each other, and nobody overtakes."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from kruispunt.base.locks import writing
from kruispunt.base.models import Municipality


@pytest.mark.django_db(transaction=True)
def test_a_hundred_read_then_write_steps_lose_nothing():
    counter = Municipality.objects.create(name="Teller", code="0")

    def step(_turn):
        with writing():
            row = Municipality.objects.select_for_update().get(pk=counter.pk)
            row.code = str(int(row.code) + 1)
            row.save()
        connection.close()

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(step, range(100)))

    counter.refresh_from_db()
    assert counter.code == "100"


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_steps_do_get_lost_so_the_test_above_means_something():
    counter = Municipality.objects.create(name="Teller", code="0")

    def step(_turn):
        code = Municipality.objects.get(pk=counter.pk).code
        Municipality.objects.filter(pk=counter.pk).update(code=str(int(code) + 1))
        connection.close()

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(step, range(100)))

    counter.refresh_from_db()
    assert int(counter.code) < 100


@pytest.mark.django_db(transaction=True)
def test_who_signs_in_gets_a_turn_between_writers_who_never_stop():
    """A session is kept by Django itself, beside actions that follow each other without a pause."""
    counter, enough = Municipality.objects.create(name="Teller", code="0"), Event()

    def write_on():
        while not enough.is_set():
            with writing():
                Municipality.objects.filter(pk=counter.pk).update(code="1")
                time.sleep(0.02)
        connection.close()

    def sign_in(number):
        begun = time.monotonic()
        session = SessionStore()
        session["who"] = number
        session.save()
        Municipality.objects.filter(pk=counter.pk).update(phone=str(number))  # no transaction
        connection.close()
        return time.monotonic() - begun

    with ThreadPoolExecutor(4) as hands:
        busy = [hands.submit(write_on) for _ in range(3)]
        waited = [hands.submit(sign_in, number) for number in range(5)]
        longest = max(one.result(timeout=60) for one in waited)
        enough.set()
        for one in busy:
            one.result(timeout=60)
    assert longest < 5
