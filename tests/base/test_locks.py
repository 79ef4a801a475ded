"""Writers wait for each other, and nobody overtakes."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from kruispunt.base.locks import writing
from kruispunt.base.models import Municipality
from kruispunt.config.queued_sqlite3.base import in_turn


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


def keeps_a_session(_counter):
    session = SessionStore()
    session["who"] = "Wim"
    session.save()


def writes_without_a_transaction(counter):
    Municipality.objects.filter(pk=counter.pk).update(phone="0183 555 000")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("write", [keeps_a_session, writes_without_a_transaction])
def test_what_django_writes_itself_stands_in_the_same_queue_as_our_actions(write):
    """Without that, who signs in beside a busy worker finds the database locked.

    On PostgreSQL there is no queue: rows are locked there, and nobody waits for another's.
    """
    counter = Municipality.objects.create(name="Teller", code="0")
    connection.close()

    def come():
        write(counter)
        connection.close()

    with ThreadPoolExecutor(1) as hand:
        with in_turn(str(connection.settings_dict["NAME"])):
            coming = hand.submit(come)
            _, waiting = wait([coming], timeout=2)
        coming.result(timeout=60)
    assert bool(waiting) == (connection.vendor == "sqlite")
