"""A long list is looked at while everybody else goes on with their work."""

from contextlib import contextmanager
from threading import Event, Thread
from time import sleep

import pytest
from django.db import connection

from kruispunt.people.models import Person
from tests.arrivals.files import VOLUNTEERS, as_csv, looked_at

pytestmark = pytest.mark.django_db(transaction=True)

HEADER, NADIA, *_ = VOLUNTEERS.splitlines()


@contextmanager
def somebody_at_work(person):
    """A colleague who changes something in the database many times a second."""
    done = Event()

    def work():
        while not done.is_set():
            Person.objects.filter(pk=person.pk).update(surname=person.surname)
            sleep(0.001)
        connection.close()

    colleague = Thread(target=work)
    colleague.start()
    try:
        yield
    finally:
        done.set()
        colleague.join()


def test_a_list_of_several_turns_is_checked_while_others_write(els, wim):
    rows = [NADIA.replace("v1", f"n{number}") for number in range(1_200)]

    with somebody_at_work(wim.person):
        found = looked_at(els, "volunteers", as_csv("\n".join([HEADER, *rows])))

    assert (found.state, found.rows, found.good) == ("checked", 1_200, 1_200)
