"""Browsers send a form again: an impatient click, a reload, the way back. It happens once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from kruispunt.questions import queries

FORM = {"words": "Tassen op de galerij", "about": "question"}
PAGE = "/ambassadeur/signaal/"


@pytest.mark.django_db(transaction=True)
def test_k5_five_clicks_at_once_make_one_signal_and_give_one_answer(bilal):
    browsers = [bilal.browser() for _ in range(5)]

    def click(browser):
        answer = browser.post(PAGE, {**FORM, "form_key": "a1"})
        connection.close()
        return answer.status_code, answer["Location"]

    with ThreadPoolExecutor(5) as fingers:
        answers = list(fingers.map(click, browsers))

    assert queries.signals(bilal.actor).count() == 1
    assert len(set(answers)) == 1
    assert answers[0][0] == 302


@pytest.mark.django_db(transaction=True)
def test_two_forms_with_the_same_words_are_two_signals(bilal):
    for key in ("a1", "a2"):
        bilal.browser().post(PAGE, {**FORM, "form_key": key})

    assert queries.signals(bilal.actor).count() == 2


def test_the_same_form_with_other_words_is_too_late(bilal):
    browser = bilal.browser()
    browser.post(PAGE, {**FORM, "form_key": "a1"})

    again = browser.post(PAGE, {**FORM, "words": "Toch iets anders", "form_key": "a1"})

    assert again.status_code == 409
    assert queries.signals(bilal.actor).count() == 1
