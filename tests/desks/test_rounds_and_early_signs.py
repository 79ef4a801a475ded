"""The round on the desk, and who to call (PRV-08, SIG-01)."""

import re

import pytest

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.matching.models import Invitation
from tests import story

ROUND = "/startpunt/ronde/"


@pytest.fixture
def town(fatma, noor, wim, els):
    story.available(noor, els)
    return story.searched(fatma, wim)


def test_a_round_is_made_read_and_decided_line_by_line(town, els):
    browser = els.browser()
    assert browser.get(ROUND).status_code == 200
    assert browser.post(ROUND, {}).status_code == 302
    page = browser.get(ROUND).content.decode()
    assert "1 voorstellen voor 1 vragen" in page
    assert "geen enkel ander voorstel weegt zwaarder" in page
    [adopt] = re.findall(r'action="(/startpunt/ronde/\d+/adopt/)"', page)

    wrong = browser.post(adopt, {"words": ""})
    assert wrong.status_code == 422
    assert "Schrijf op wat u vraagt." in wrong.content.decode()
    assert not Invitation.objects.exists()
    assert browser.post(adopt, {"words": "Samen wandelen"}).status_code == 302
    assert Invitation.objects.get().words == "Samen wandelen"
    assert "Overgenomen door Els" in browser.get(ROUND).content.decode()


def test_put_aside_needs_a_reason(town, els):
    browser = els.browser()
    browser.post(ROUND, {})
    page = browser.get(ROUND).content.decode()
    [aside] = re.findall(r'action="(/startpunt/ronde/\d+/put_aside/)"', page)

    assert browser.post(aside, {"reason": ""}).status_code == 422
    assert browser.post(aside, {"reason": "Zij kennen elkaar"}).status_code == 302
    assert "Zij kennen elkaar" in browser.get(ROUND).content.decode()


@pytest.mark.parametrize("who", ["fatma", "noor", "bilal", "petra"])
def test_a_round_is_not_for_everyone(who, town, request):
    browser = request.getfixturevalue(who).browser()

    assert browser.post(ROUND, {}).status_code == 404
    assert "Fatma:" not in browser.get(ROUND).content.decode()


def test_sig01_els_sees_whom_to_call_and_why_and_wim_does_not(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    arrangements.start_trial(els.actor, met.pk)
    hers = answers.check_ins(noor.actor).first()
    goes = arrangements.HowItGoes(times_met=0, contact_score=2, costs_more=False, as_agreed=True)
    arrangements.answer_check_in(noor.actor, hers.pk, goes=goes)

    assert "even te bellen" in els.browser().get("/startpunt/koppelingen/").content.decode()
    page = els.browser().get("/startpunt/vroeg/").content.decode()
    assert "Bel binnen 2 werkdagen" in page
    assert "Het contact gaat minder goed." in page
    assert "even te bellen" not in wim.browser().get("/startpunt/koppelingen/").content.decode()
    assert "Fatma" not in wim.browser().get("/startpunt/vroeg/").content.decode()
