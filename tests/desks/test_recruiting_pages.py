"""Campaigns and being seen: the calendar, the link on a poster, and what came of it."""

from kruispunt.offers.models import Campaign, Origin, Outing
from kruispunt.people import actions as people
from tests import story


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a9_who_comes_by_the_link_on_a_poster_is_not_asked_how(els, client, merwedam):
    begun = {"name": "Lente", "word": "lente", "begins_on": "2026-11-02"}
    browser = els.browser()
    assert browser.post("/cijfers/werving/campagne/", {"name": ""}).status_code == 422
    assert browser.post("/cijfers/werving/campagne/", begun).status_code == 302
    assert "/meedoen/?campagne=lente" in words(browser.get("/cijfers/werving/"))

    door = "/meedoen/?campagne=lente"
    assert 'name="campagne" value="lente"' in words(client.get(door))
    said = {
        "kinds": ["WANDELEN"], "given_name": "Teun", "phone": "0183 555 123", "campagne": "lente",
    }  # fmt: skip
    assert client.post("/meedoen/", said).status_code == 302
    assert Origin.objects.get().campaign == Campaign.objects.get()


def test_a9_how_a_volunteer_found_us_is_asked_once_on_her_page(noor, els):
    given = story.available(noor, els)
    where = f"/startpunt/vrijwilliger/{given.pk}/note_origin/"
    assert els.browser().post(where, {"source": "paper"}).status_code == 302
    assert Origin.objects.get().source == "paper"


def test_a10_the_calendar_is_kept_on_one_page(els, petra, merwedam, wim):
    system = wim.actor.system(merwedam.pk, wim.actor.at)
    oost = people.draw_neighbourhood(system, code="BU01", name="Oost", outline="")
    browser = els.browser()
    nowhere = {"on": "2026-11-01", "what": "Kraam op de markt"}
    assert browser.post("/cijfers/werving/", nowhere).status_code == 422
    answer = browser.post("/cijfers/werving/", {**nowhere, "neighbourhood_id": oost.pk})
    assert answer.status_code == 302

    outing = Outing.objects.get()
    assert "Nog te tellen" in words(petra.browser().get("/cijfers/werving/"))
    assert browser.post(f"/cijfers/werving/{outing.pk}/tel/", {"reached": ""}).status_code == 422
    assert browser.post(f"/cijfers/werving/{outing.pk}/tel/", {"reached": 41}).status_code == 302
    assert '<td class="number">41</td>' in words(browser.get("/cijfers/werving/"))
