"""The whole walk in a real browser: Fatma asks, Wim listens, Noor says yes, Fatma says yes."""

import json

import pytest

from kruispunt.people import actions as people
from tests import story
from tests.browser import visit
from tests.cast import enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SQUARE = [[126000, 427000], [127000, 427000], [127000, 428000], [126000, 428000], [126000, 427000]]


@pytest.fixture
def neighbourhood(merwedam):
    outline = json.dumps({"type": "Polygon", "coordinates": [SQUARE]})
    tekla = enter("Tekla", merwedam, "technician")
    return people.draw_neighbourhood(tekla.actor, code="BU01", name="Sterrenbuurt", outline=outline)


def test_fatma_asks_and_goes_for_a_walk(neighbourhood, noor, wim, els, browser, live_server):
    story.available(noor, els)
    fatma = visit(browser, live_server.url).new_page()
    desk = visit(browser, live_server.url, wim).new_page()
    phone = visit(browser, live_server.url).new_page()

    fatma_asks(fatma)
    wim_listens(desk)
    wim_weighs(desk)
    noor_says_yes(phone, wim_invites(desk))
    fatma_says_yes(fatma, wim_passes_it_on(desk))

    desk.reload()
    assert "Kennismaking" in desk.inner_text("main")
    desk.get_by_role("button", name="Begin de proeftijd").click()
    assert "Proeftijd" in desk.inner_text("main")
    mobile = visit(browser, live_server.url, noor).new_page()
    mobile.goto("/vrijwilliger/")
    mobile.get_by_role("link", name="Bekijk adres en afspraken").click()
    assert mobile.get_by_role("heading", level=1).inner_text() == "Fatma"
    for page in (fatma, desk, phone, mobile):
        page.context.close()


def fatma_asks(page):
    page.goto("/")
    page.get_by_role("link", name="Ik zoek hulp").first.click()
    page.get_by_label("Waar wilt u hulp bij?").fill("Ik kom de deur niet meer uit")
    page.get_by_label("Hoe heet u?").fill("Fatma")
    page.get_by_label("Op welk nummer mogen we u bellen?").fill("0183 555 010")
    page.get_by_label("In welke buurt woont u?").select_option("Sterrenbuurt")
    page.get_by_role("button", name="Verstuur mijn vraag").click()
    assert "Wij bellen u binnen 2 werkdagen." in page.inner_text("main")


def wim_listens(page):
    page.goto("/startpunt/")
    page.get_by_role("link", name="Ik kom de deur niet meer uit").click()
    page.get_by_role("button", name="Ik heb contact gehad").click()
    page.get_by_role("link", name="Verhelder de vraag").click()
    page.get_by_label("Wat is er echt nodig?").fill("Iemand om mee naar buiten te gaan")
    page.get_by_label("Soort hulp").select_option("Samen wandelen")
    page.get_by_label("maandag ochtend").check()
    page.get_by_role("group", name="Hoe vaak?").get_by_label("elke week").check()
    page.get_by_role("button", name="Bewaar en ga wegen").click()


def wim_weighs(page):
    page.get_by_label("Verminderd: kleine hulp van mensen dichtbij").check()
    page.get_by_role("group", name="Hoe lang").get_by_label("langer").check()
    page.get_by_role("button", name="Weeg de vraag").click()
    assert "Voorstel: intensief" in page.inner_text("main")
    page.get_by_role("button", name="Leg dit vast").click()
    page.get_by_role("button", name="Begin met zoeken").click()


def wim_invites(page) -> str:
    page.get_by_role("link", name="Bekijk wie past").click()
    assert "Waarom Noor?" in page.inner_text("main")
    page.get_by_role("link", name="Vraag Noor").click()
    page.get_by_role("button", name="Verstuur de uitnodiging").click()
    return page.get_by_role("link", name="De link voor Noor").get_attribute("href")


def noor_says_yes(page, letter):
    page.goto(letter)
    assert "Iemand in de wijk Sterrenbuurt zoekt hulp: samen wandelen," in page.inner_text("main")
    assert "Fatma" not in page.content()
    page.get_by_role("button", name="Ja, dit wil ik doen").click()
    assert "U zei ja." in page.inner_text("main")


def wim_passes_it_on(page) -> str:
    page.reload()
    page.get_by_role("link", name="Noor", exact=True).click()
    return page.locator("a.letter").get_attribute("href")


def fatma_says_yes(page, proposal):
    page.goto(proposal)
    assert "Dag Fatma, we vonden iemand" in page.inner_text("main")
    page.get_by_role("button", name="Ja, ik wil kennismaken").click()
    assert "U zei allebei ja." in page.inner_text("main")
