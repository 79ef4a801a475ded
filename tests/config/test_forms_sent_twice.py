"""Browsers send a form again: an impatient click, a reload, the way back. It happens once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from kruispunt.arrangements.actions import intervision
from kruispunt.questions import queries
from tests import story

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


@pytest.fixture
def group(fatma, noor, wim, els):
    """A group that Noor may be asked for, and a form that does so."""
    match = story.introduced(fatma, noor, wim=wim, els=els)
    made = intervision.start_group(els.actor, name="De Boom", facilitator_id=els.person.pk)
    where = f"/startpunt/intervisie/{made.pk}/join_group/"
    return where, {"volunteering_id": match.volunteering_id, "form_key": "de-eerste-keer"}


def test_k5_a_form_sent_again_later_leads_to_where_it_led_the_first_time(group, els):
    """Also where the first press changed what there is to choose: only a new form is refused."""
    where, said = group
    first, again = (els.browser().post(where, said) for _ in range(2))

    assert (first.status_code, again.status_code) == (302, 302)
    assert again["Location"] == first["Location"]
    assert els.browser().post(where, {**said, "form_key": "een-nieuwe"}).status_code == 422


def test_k5_what_one_sent_leads_nobody_else_anywhere(group, els, bilal, petra):
    where, said = group
    assert els.browser().post(where, said).status_code == 302
    for other in (bilal, petra):
        assert other.browser().post(where, said).status_code == 404


def test_k5_a_form_refused_is_asked_again_when_it_comes_again(group, els):
    where, said = group
    wrong = {**said, "volunteering_id": "0"}
    assert els.browser().post(where, wrong).status_code == 422
    assert els.browser().post(where, said).status_code == 302
