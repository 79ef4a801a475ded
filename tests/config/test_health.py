"""What the house says when it is well, and when it is not."""

import pytest
from django.db import OperationalError, connection


@pytest.fixture
def patient(client):
    """A browser that shows the page a visitor would get."""
    client.raise_request_exception = False
    return client


@pytest.fixture
def database_away(db):
    def refuse(*_words):
        raise OperationalError("server closed the connection: secret words")

    with connection.execute_wrapper(refuse):
        yield


def test_the_machine_that_watches_us_needs_no_account(client, db):
    assert [client.get(f"/_healthz/{name}").content for name in ("livez", "readyz")] == [b"ok"] * 2


def test_without_its_database_the_house_lives_but_is_not_ready(patient, database_away):
    assert patient.get("/_healthz/livez").status_code == 200
    assert patient.get("/_healthz/readyz").status_code == 503


def test_a_visitor_hears_to_come_back_and_sees_no_trace(patient, wim):
    browser = wim.browser()
    browser.raise_request_exception = False

    def refuse(*_words):
        raise OperationalError("server closed the connection: secret words")

    with connection.execute_wrapper(refuse):
        answer = browser.get("/startpunt/")

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "secret words" not in answer.content.decode()
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_a_fault_of_our_own_is_a_500_and_does_not_ask_to_come_back(patient, wim):
    browser = wim.browser()
    browser.raise_request_exception = False

    def break_down(*_words):
        raise ZeroDivisionError("secret words")

    with connection.execute_wrapper(break_down):
        answer = browser.get("/startpunt/")

    assert (answer.status_code, "Retry-After" in answer) == (500, False)
    assert "secret words" not in answer.content.decode()
