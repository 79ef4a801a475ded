"""From signing up at the front door to being available, and calls for who reads no mail."""

from django.test import Client

from kruispunt.base import post
from kruispunt.desks.startpunt.forms.volunteers import VOG
from kruispunt.offers import queries as offers
from kruispunt.offers.models.volunteering import VogState
from tests import story


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_k8_k10_who_signs_up_at_the_front_door_is_called_met_and_made_available(els):
    Client().post(
        "/meedoen/", {"kinds": ["WANDELEN"], "given_name": "Noor", "phone": "0183 555 124"}
    )
    [given] = offers.due(els.actor)
    address, browser = f"/startpunt/vrijwilliger/{given.pk}/", els.browser()
    seen = {"trainings": ["basis"], "vog": "in_order", "vog_issued_on": "2026-10-01"}

    waiting = words(browser.get("/startpunt/vrijwilligers/"))
    browser.post(address + "meet_volunteer/")
    browser.post(address + "certify/", seen | {"agreed": "on"})
    browser.post(address + "deploy_volunteer/")
    browser.post(address + "make_available/")

    assert "Noor" in waiting
    assert offers.one(els.actor, given.pk).state == "available"
    assert "VOG In orde" in words(browser.get(address)).replace("</dt><dd>", " ")


def test_a_vog_in_order_needs_its_date(noor, els):
    given = story.available(noor, els)

    again = els.browser().post(f"/startpunt/vrijwilliger/{given.pk}/certify/", {"vog": "in_order"})

    assert again.status_code == 422
    assert "Vul de datum in die op de VOG staat." in words(again)


def test_who_is_not_ready_does_not_start(noor, els):
    Client().post("/meedoen/", {"kinds": ["WANDELEN"], "given_name": "Sem", "phone": "0183 1"})
    [given] = offers.due(els.actor)
    browser, address = els.browser(), f"/startpunt/vrijwilliger/{given.pk}/"
    browser.post(address + "meet_volunteer/")

    refused = browser.post(address + "deploy_volunteer/")

    assert refused.status_code == 409
    assert "Nog niet in orde: de afspraken zijn getekend" in words(refused)


def test_wim_reads_and_does_not_certify(noor, els, wim, zed):
    given = story.available(noor, els)
    address = f"/startpunt/vrijwilliger/{given.pk}/"

    assert "Wat is in orde?" not in words(wim.browser().get(address))
    assert wim.browser().post(address + "certify/", {"vog": "expired"}).status_code == 403
    assert "Noteer dat deze vrijwilliger stopt" not in words(wim.browser().get(address))
    assert wim.browser().post(address + "stop_volunteer/").status_code == 403
    assert zed.browser().get(address).status_code == 404


def test_a_profile_is_changed_with_what_was_known_filled_in(noor, els):
    given = story.available(noor, els)
    address, browser = f"/startpunt/vrijwilliger/{given.pk}/", els.browser()

    form = words(browser.get(address))
    browser.post(
        address + "describe_volunteer/",
        {
            "kinds": ["KOFFIE"], "hours": "3,5", "max_km": "4", "places": "1",
            "max_intensity": "licht", "interests": "thee", "terms": ["6"],
        },
    )  # fmt: skip

    assert 'value="WANDELEN" id="describe_volunteer_kinds' in form
    changed = offers.one(els.actor, given.pk)
    assert (changed.kinds, float(changed.hours), changed.terms) == (["KOFFIE"], 3.5, [6])


def test_a_call_is_made_and_ticked_off(fatma, noor, wim, els):
    story.introduced(fatma, noor, wim=wim, els=els)
    [first, *rest] = post.to_look_at(wim.actor)
    browser = wim.browser()

    page = words(browser.get("/startpunt/bellen/"))
    browser.post(f"/startpunt/bellen/{first.pk}/tick_off/")

    assert "Noor" in page
    assert post.to_look_at(wim.actor).count() == len(rest)


def test_the_words_for_a_vog_are_those_that_are_kept():
    assert [code for code, _ in VOG] == VogState.values


def test_who_says_on_the_phone_that_she_stops_has_stopped_and_may_come_back(noor, els):
    given = story.available(noor, els)
    address, browser = f"/startpunt/vrijwilliger/{given.pk}/", els.browser()

    offered = words(browser.get(address))
    browser.post(address + "stop_volunteer/")
    stopped = words(browser.get(address))
    browser.post(address + "return_volunteer/")

    assert "Noteer dat deze vrijwilliger stopt" in offered
    assert "Ja, welkom terug" not in offered
    assert "Ja, welkom terug" in stopped
    assert "Zet op pauze" not in stopped
    assert "Noteer dat deze vrijwilliger stopt" not in stopped
    assert offers.one(els.actor, given.pk).state == "meeting"
