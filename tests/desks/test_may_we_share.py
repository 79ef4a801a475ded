"""What a resident was asked stands on her first page, with both answers beside it (PRV-04)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.people import actions as people
from kruispunt.people.models import Consent

QUESTION = "Mogen wij dit delen?"


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def home(wim):
    return people.register_organisation(wim.actor, name="Zorghuis", kind="care")


def ask(wim, who, home, purpose="Hulp thuis"):
    return people.ask_consent(
        wim.actor, person_id=who.person.pk, scope="question", purpose=purpose,
        organisation_id=home.pk,
    )  # fmt: skip


def test_prv_04_fatma_is_asked_on_her_first_page_and_answers_there(fatma, wim, home):
    asked = ask(wim, fatma, home)
    browser = fatma.browser()
    page = words(browser.get("/mijn/"))

    for said in (QUESTION, "Waar de vraag over gaat", "Zorghuis", "Hulp thuis"):
        assert said in page
    assert "U mag nee zeggen." in page
    browser.post(f"/mijn/toestemmingen/{asked.pk}/answer/", {"answer": "no"})
    asked.refresh_from_db()
    assert asked.state == "refused"
    assert QUESTION not in words(browser.get("/mijn/"))


def test_a_question_is_not_shown_as_an_answer(fatma, wim, home):
    ask(wim, fatma, home)
    page = words(fatma.browser().get("/mijn/toestemmingen/"))

    assert QUESTION in page
    assert "Uw antwoord" not in page
    assert "Gevraagd" not in page


def test_nobody_reads_what_another_was_asked(fatma, joop, zed, wim, home):
    ask(wim, fatma, home)

    for who in (joop, zed):
        assert QUESTION not in words(who.browser().get("/mijn/"))


def test_as_many_queries_for_three_questions_as_for_one(fatma, wim, home):
    browser, counts = fatma.browser(), []
    for purposes in (("Een",), ("Twee", "Drie")):
        for purpose in purposes:
            ask(wim, fatma, home, purpose)
        browser.get("/mijn/")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/mijn/")
        counts.append(len(asked))
    assert Consent.objects.count() == 3
    assert counts[0] == counts[1]
