"""The three questions on the pages: by letter, in a talk, on Mijn werk and in the figures (C15)."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from kruispunt.arrangements import actions, jobs
from kruispunt.arrangements.models import Footing
from kruispunt.arrangements.queries import footing
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from tests import story
from tests.cast import enter

SAID = {"in_hand": "2", "seen": "0", "enough": "1"}


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


@pytest.fixture
def asked(match, merwedam, els):
    jobs.ask_how_residents_stand(Actor.system(merwedam.pk, els.actor.at))
    return Footing.objects.get()


@pytest.fixture
def page(match):
    return f"/startpunt/vraag/{match.arrangement.question_id}/drie-vragen/"


def test_c15_fatma_answers_by_letter_without_signing_in(asked):
    where, browser = f"/drie-vragen/{footing.footing_link(asked)}/", Client()
    assert "Kiest u zelf wat u op een dag doet?" in browser.get(where).content.decode()
    assert browser.post(where, {**SAID, "seen": ""}).status_code == 422
    assert browser.post(where, SAID).status_code == 302
    assert "Dank u wel" in browser.get(where).content.decode()
    assert Client().get("/drie-vragen/1:vals/").status_code == 404


def test_c15_fatma_would_rather_not(asked):
    where, browser = f"/drie-vragen/{footing.footing_link(asked)}/", Client()
    assert browser.post(where, {"rather_not": "1"}).status_code == 302
    assert "Wij vragen het niet meer" in browser.get(where).content.decode()


def test_c15_it_waits_with_fatma_and_after_silence_with_wim(asked, page, fatma, wim, merwedam):
    assert "Beantwoord 3 korte vragen" in fatma.browser().get("/werk/").content.decode()
    assert page not in wim.browser().get("/werk/").content.decode()
    late = asked.due_on - wim.actor.today + timedelta(days=1)
    jobs.ask_how_residents_stand(Actor.system(merwedam.pk, wim.actor.at + late))
    assert page in wim.browser().get("/werk/").content.decode()


def test_c15_wim_writes_it_down_in_a_talk_and_reads_what_changed(page, wim):
    browser = wim.browser()
    assert browser.post(page, SAID).status_code == 302
    Footing.objects.update(asked_on=wim.later(days=-100).today)
    assert browser.post(page, {**SAID, "in_hand": "4"}).status_code == 302
    told = browser.get(page).content.decode()
    assert "nu: Vaak. <strong>Meer dan eerst</strong>" in told
    assert "nu: Vaak" in browser.get(page.replace("drie-vragen", "doelen")).content.decode()


def in_the_figures(who) -> list[str]:
    """For how many the answer to the first question went up, stayed, or went down."""
    told = who.browser().get("/cijfers/doelen/").content.decode()
    [table] = re.findall(
        r'id="regie">Regie en mensen om zich heen</h3>(.*?)</table>', told, re.DOTALL
    )
    return re.findall(r"<td[^>]*>([^<]*)</td>", table)[:3]


def test_c15_the_figures_tell_it_and_hide_few(page, wim, petra, merwedam):
    wim.browser().post(page, SAID)
    Footing.objects.update(asked_on=wim.later(days=-100).today)
    wim.browser().post(page, {**SAID, "in_hand": "4"})

    assert in_the_figures(petra) == ["1", "0", "0"]
    assert in_the_figures(enter("Ruben", merwedam, Role.POLICY))[0] == "-"


@pytest.mark.parametrize("who", ["fatma", "noor", "petra", "zed", "bilal"])
def test_c15_the_page_is_not_for_everyone(who, page, request):
    browser = request.getfixturevalue(who).browser()
    assert browser.get(page).status_code == 404
    assert browser.post(page, SAID).status_code in {403, 404}
    assert not Footing.objects.exists()
