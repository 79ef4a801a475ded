"""The page of a notification: what is due, what was done, and what one should know (WMO-02..08)."""

import pytest

from kruispunt.questions import actions
from tests import story
from tests.desks.test_startpunt_pages import words


@pytest.fixture
def question(fatma, wim):
    found = story.searched(fatma, wim)
    actions.notify(wim.actor, found.pk)
    return found


def test_wmo_02_wim_notes_what_happened_and_sees_what_is_due(question, wim, fatma, zed):
    desk, page = wim.browser(), f"/startpunt/vraag/{question.pk}/wmo/"
    told = words(desk.get(page))
    assert "vóór maandag 14 december 2026" in told
    assert "gratis cliëntondersteuning" in told
    assert "Zelf hulp inkopen (pgb)" in told
    assert zed.browser().get(page).status_code == 404
    noted = desk.post(f"{page}note_milestone/", {"what": "confirmed", "on": "2026-11-02"})
    assert noted.status_code == 302
    assert desk.post(f"{page}note_milestone/", {"what": "applied"}).status_code == 409
    assert desk.post(f"{page}make_urgent/", {"why": ""}).status_code == 422
    assert desk.post(f"{page}make_urgent/", {"why": "Alleen thuis"}).status_code == 302
    assert "gedaan op 2 november 2026" in words(desk.get(page))
    assert "U hoort vóór 14 december" in words(fatma.browser().get("/mijn/"))


def test_without_a_notification_there_is_no_page(fatma, wim):
    question = story.searched(fatma, wim)
    assert wim.browser().get(f"/startpunt/vraag/{question.pk}/wmo/").status_code == 404


def test_wmo_01_a_desk_without_a_mandate_cannot_say_yes(fatma, wim):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    desk, page = wim.browser(), f"/startpunt/vraag/{question.pk}/clarify/"
    assert "Wij helpen u melden bij de gemeente" in words(desk.get(page))
    said = {"need": "Hulp", "kind": "WANDELEN", "hours": "2", "term_months": "0"}
    assert desk.post(page, said | {"is_wmo_notice": "yes"}).status_code == 422
    assert desk.post(page, said | {"is_wmo_notice": "already"}).status_code == 302
    assert "Melding bij de gemeente" in words(desk.get(f"/startpunt/vraag/{question.pk}/"))


def test_a5_wim_looks_again(fatma, wim):
    question = story.searched(fatma, wim)
    desk, page = wim.browser(), f"/startpunt/vraag/{question.pk}/look_again/"
    assert desk.post(page, {"until": "2020-01-01"}).status_code == 422
    assert desk.post(page, {"until": "2031-01-01"}).status_code == 302
    assert desk.get("/startpunt/?toon=opnieuw").status_code == 200
