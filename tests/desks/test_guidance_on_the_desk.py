"""Minutes, early signs of volunteers and what fits in a week, on the desk (CAP, A21, SIG-02)."""

from datetime import timedelta

import pytest

from kruispunt.arrangements import actions, jobs
from kruispunt.arrangements.models import Minutes, Wellbeing
from kruispunt.arrangements.queries import guidance
from kruispunt.base.actor import Actor
from tests import story


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


@pytest.fixture
def letter(match, merwedam, els):
    """The word in the letter that asks Noor how she is."""
    jobs.ask_volunteers(Actor.system(merwedam.pk, els.actor.at + timedelta(days=28)))
    return guidance.wellbeing_link(Wellbeing.objects.get())


def test_cap_04_minutes_are_noted_where_the_work_is_done(match, els):
    browser = els.browser()
    where = f"/startpunt/koppeling/{match.pk}/"
    assert "Hoe lang was u bezig?" in browser.get(where).content.decode()
    browser.post(f"{where}minuten/", {"kind": "check_in", "minutes": 25})
    assert "25 minuten" in browser.get(where).content.decode()
    question = f"/startpunt/vraag/{match.arrangement.question_id}/"
    assert browser.post(f"{question}minuten/", {"kind": "intake", "minutes": 0}).status_code == 422
    browser.post(f"{question}minuten/", {"kind": "intake", "minutes": 40})
    browser.post("/startpunt/begeleiding/", {"kind": "recruitment", "minutes": 90})
    assert sorted(Minutes.objects.values_list("kind", "minutes")) == [
        ("check_in", 25), ("intake", 40), ("recruitment", 90),
    ]  # fmt: skip


def test_a8_cap_05_the_page_says_what_fits_in_a_week(els):
    browser = els.browser()
    fits = browser.get("/startpunt/begeleiding/").content.decode()
    assert "Dat past<" in fits
    assert "8 uur" in fits
    much = browser.get("/startpunt/begeleiding/?hours=8&new_a_week=2&weeks=52").content.decode()
    assert "Dat past niet" in much
    assert "18,7 uur" in much
    wrong = browser.get("/startpunt/begeleiding/?hours=-1&new_a_week=2&weeks=52")
    assert wrong.status_code == 422


def test_a21_els_sees_which_volunteer_to_call_and_wim_does_not(letter, noor, els, wim):
    said = {"feels": "2", "too_much": "yes", "life_changed": "no", "wish": "less"}
    browser = noor.browser()
    assert browser.post(f"/en-met-u/{letter}/", {"feels": ""}).status_code == 422
    assert browser.post(f"/en-met-u/{letter}/", said).status_code == 302
    assert "Dank u wel" in browser.get(f"/en-met-u/{letter}/").content.decode()

    page = "/startpunt/vroeg/?toon=vrijwilligers"
    assert "Zegt zelf dat het te veel is." in els.browser().get(page).content.decode()
    assert "Noor" not in wim.browser().get(page).content.decode()


def test_a_forged_letter_is_nobodys(db):
    from django.test import Client  # noqa: PLC0415

    assert Client().get("/en-met-u/1:vals/").status_code == 404


def test_cap_02_a_stand_in_is_looked_for_from_the_page_of_the_match(match, els):
    actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
    actions.activate(els.actor, match.pk)
    browser, where = els.browser(), f"/startpunt/koppeling/{match.pk}/"
    assert "Zoek een invaller" not in browser.get(where).content.decode()
    actions.pause(els.actor, match.pk)
    assert "Zoek een invaller" in browser.get(where).content.decode()
    assert browser.post(f"{where}stand_in/").status_code == 302


@pytest.mark.parametrize("who", ["fatma", "noor", "petra", "zed"])
def test_guidance_is_not_for_everyone(who, match, request):
    browser = request.getfixturevalue(who).browser()
    minutes = {"kind": "crisis", "minutes": 5}
    where = f"/startpunt/koppeling/{match.pk}/minuten/"
    assert browser.post(where, minutes).status_code in {403, 404}
    assert not Minutes.objects.exists()
    assert " en Noor" not in browser.get("/startpunt/vroeg/").content.decode()
