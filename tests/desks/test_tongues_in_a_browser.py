"""The open pages in another language in a real browser: from the left and from the right."""

import pytest

from kruispunt.questions import queries as questions
from tests.browser import DESKTOP, PHONE, complaints, laid_out_wrong, too_small, visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/", "/hulp-vragen/", "/hulp-vragen/dank-u/", "/meedoen/", "/meedoen/dank-u/", "/klus-vragen/",
    "/hulp-of-meedenken/",
)  # fmt: skip


@pytest.fixture
def town(merwedam):
    merwedam.phone, merwedam.listening_ear = "0183 555 000", "0183 555 099, dag en nacht"
    merwedam.walk_in_hours = "maandag tot en met vrijdag, 9.00 tot 12.00 uur, Turfmarkt 4"
    merwedam.save()
    return merwedam


@pytest.mark.parametrize("code", ["pl", "ar"])
def test_d47_nothing_to_complain_of_in_another_language(code, town, browser, live_server):
    page = visit(browser, live_server.url, viewport=DESKTOP).new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    found = {}
    for address in PAGES:
        page.set_viewport_size(DESKTOP)
        page.goto(f"{address}?taal={code}")
        wrong = complaints(page) + too_small(page) + heard
        page.set_viewport_size(PHONE)
        found[address] = wrong + too_small(page) + laid_out_wrong(page)
    page.context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_d47_an_arabic_page_begins_at_the_right_and_its_numbers_at_the_left(
    town, browser, live_server
):
    page = visit(browser, live_server.url, viewport=DESKTOP).new_page()
    sides = {}
    for code in ("nl", "ar"):
        page.goto(f"/hulp-vragen/?taal={code}")
        middle = DESKTOP["width"] / 2
        brand = page.locator(".brand").bounding_box()
        sides[code] = "left" if brand["x"] < middle else "right"
        number = page.locator("aside a[href^=tel]").first
        assert number.evaluate("e => getComputedStyle(e).direction") == "ltr"
    page.context.close()
    assert sides == {"nl": "left", "ar": "right"}


@pytest.mark.parametrize(
    ("own_name", "door", "send", "thanks"),
    [
        ("Polski", "Szukam pomocy", "Wyślij moje pytanie", "Dziękujemy. Mamy Twoje pytanie"),
        ("العربية", "أبحث عن مساعدة", "أرسل سؤالي", "شكرًا لك. وصلنا سؤالك"),
    ],
)
def test_d47_without_javascript_one_chooses_a_language_and_asks_with_a_picture(
    own_name, door, send, thanks, town, wim, browser, live_server
):
    page = visit(browser, live_server.url, java_script_enabled=False, viewport=PHONE).new_page()
    page.goto("/")
    page.locator("header").get_by_role("link", name=own_name).click()
    page.get_by_role("link", name=door).last.click()
    page.locator("label", has=page.locator("input[value=BOODSCHAPPEN]")).click()
    page.locator("[name=given_name]").fill("Ewa")
    page.locator("[name=phone]").fill("0183 555 125")
    page.get_by_role("button", name=send).click()

    assert page.get_by_role("heading", level=1).inner_text() == thanks
    page.context.close()
    [asked] = questions.inbox(wim.actor)
    assert asked.words == "Aangewezen op een plaatje: Boodschappen."


def test_d47_pictures_can_be_seen_when_the_colours_are_forced(town, browser, live_server):
    page = visit(browser, live_server.url, forced_colors="active").new_page()
    page.goto("/hulp-vragen/")
    tile = page.locator("label.choice", has=page.locator("input[value=TAAL]"))
    drawn = tile.locator("svg").evaluate(
        "e => [getComputedStyle(e).stroke, getComputedStyle(e.parentElement).backgroundColor]"
    )
    page.context.close()
    assert drawn[0] != drawn[1]
