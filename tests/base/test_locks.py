"""Writers wait for each other, and nobody overtakes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
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
