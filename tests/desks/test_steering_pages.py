"""The pages with targets and figures: who agrees on a number, and who reads it."""

from kruispunt.base.roles import Role
from tests import story
from tests.cast import enter


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a6_petra_agrees_on_a_weekly_target_and_everyone_with_numbers_reads_it(
    petra, wim, merwedam
):
    said = {"at": "matches.zeer_intensief", "number": "1.5", "baseline": "0.5"}
    browser = petra.browser()
    assert browser.post("/cijfers/doelen/", {**said, "number": "-1"}).status_code == 422
    assert browser.post("/cijfers/doelen/", said).status_code == 302

    ruben = enter("Ruben", merwedam, Role.POLICY)
    for who in (petra, wim, ruben):
        page = words(who.browser().get("/cijfers/doelen/"))
        assert '<td class="number">0,5</td><td class="number">1,5</td>' in page
    assert "Spreek een streefgetal af" not in words(wim.browser().get("/cijfers/doelen/"))
    assert wim.browser().post("/cijfers/doelen/", said).status_code == 403


def test_a4_the_page_looks_twelve_weeks_ahead(fatma, petra, noor):
    story.asked(fatma)

    page = words(petra.browser().get("/cijfers/vooruit/"))
    assert "Als het zo doorgaat als in het laatste halve jaar." in page
    assert "1 tot 2" in page
    assert noor.browser().get("/cijfers/vooruit/").status_code == 404
