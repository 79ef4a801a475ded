"""The button on every page, the desk of the officer, and paper for the insurance (MLD, VZK-02)."""

import pytest
from django.urls import reverse

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.roles import Role
from kruispunt.safety.models import Concern, Incident
from tests import story
from tests.cast import enter

WORRY = {"kind": "worry", "acute": "no", "words": "Zij eet niet meer", "seen_on": "2026-11-02"}


@pytest.fixture
def ria(merwedam):
    return enter("Ria", merwedam, Role.SAFETY_OFFICER)


@pytest.mark.parametrize("role", Role.values)
def test_mld_01_every_role_finds_the_button_and_112_comes_first(role, merwedam):
    browser = enter("Iemand", merwedam, role).browser()
    page = browser.get("/kaart/").content.decode()
    assert "Ik maak me zorgen" in page
    words = browser.get(reverse("safety:worry")).content.decode()
    assert words.index("Bel 112") < words.index("Wat zag of hoorde u?")
    assert "0800-2000" in words
    assert browser.post(reverse("safety:worry"), WORRY).status_code == 302
    assert Concern.objects.count() == 1


def test_a_guest_is_asked_to_sign_in(db, client):
    assert client.get(reverse("safety:worry")).status_code == 302


def test_mld_03_the_officer_walks_the_steps_on_her_page(noor, ria):
    noor.browser().post(reverse("safety:worry"), WORRY)
    pk = Concern.objects.get().pk
    browser, page = ria.browser(), f"/veilig/{pk}/"
    shown = browser.get(page).content.decode()
    assert "Zij eet niet meer" in shown
    assert shown.count("nl-button--primary") == 1
    assert browser.post(f"{page}consult/", {"words": ""}).status_code == 422
    browser.post(f"{page}consult/", {"words": "Gebeld met Veilig Thuis"})
    answers = {"signs": "yes", "unsafe": "yes", "can_help": "no", "will_take_help": "unsure",
               "gets_safe": "no", "words": "Het is te erg"}  # fmt: skip
    browser.post(f"{page}weigh_up/", answers)
    weighed = browser.get(page).content.decode()
    assert "Niet veilig: meld het bij Veilig Thuis." in weighed
    decided = {"to_veilig_thuis": "yes", "help_by": "Ria belt nu", "words": "Melden"}
    browser.post(f"{page}decide_on/", decided)
    browser.post(f"{page}close_concern/", {"words": "Overgenomen"})
    assert Concern.objects.get().state == "closed"


@pytest.mark.parametrize("who", ["fatma", "wim", "els", "petra", "zed"])
def test_mld_04_the_page_of_a_concern_does_not_exist_for_others(who, noor, ria, request):
    noor.browser().post(reverse("safety:worry"), WORRY)
    pk = Concern.objects.get().pk
    browser = request.getfixturevalue(who).browser()
    assert browser.get(f"/veilig/{pk}/").status_code == 404
    assert browser.post(f"/veilig/{pk}/release/").status_code == 404
    assert "Zij eet" not in browser.get("/veilig/").content.decode()


def test_mld_07_fatma_complains_and_the_match_stands_still(fatma, noor, wim, els, ria):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    arrangements.start_trial(els.actor, met.pk)
    browser = fatma.browser()
    assert "Noor" in browser.get(reverse("safety:worry")).content.decode()
    browser.post(reverse("safety:worry"), {**WORRY, "kind": "integrity", "match_id": met.pk})
    concern = Concern.objects.get()
    assert concern.match_id == met.pk
    page = ria.browser().get(f"/veilig/{concern.pk}/").content.decode()
    assert "Laat de koppeling los" in page
    ria.browser().post(f"/veilig/{concern.pk}/release/")
    assert (
        "Laat de koppeling los" not in ria.browser().get(f"/veilig/{concern.pk}/").content.decode()
    )


def test_wmo_10_a_calamity_says_to_report_at_once_and_sends_nothing(wim, ria):
    went = wim.browser().post(reverse("safety:worry"), {**WORRY, "kind": "calamity"}, follow=True)
    assert "toezichthouder Wmo" in went.content.decode()


def test_vzk_02_an_incident_is_written_down_and_printed(noor, els, fatma):
    told = {"happened_on": "2026-11-02", "words": "De vaas viel", "damage": "Een vaas"}
    browser = noor.browser()
    assert browser.post("/veilig/incident/", {**told, "damage": ""}).status_code == 422
    browser.post("/veilig/incident/", told)
    pk = Incident.objects.get().pk
    assert "Een vaas" in els.browser().get(f"/veilig/incident/{pk}/").content.decode()
    assert fatma.browser().get(f"/veilig/incident/{pk}/").status_code == 404


@pytest.mark.parametrize("crowd", [1, 3])
def test_the_desk_takes_as_many_queries_for_three_as_for_one(
    crowd, noor, ria, django_assert_max_num_queries
):
    for number in range(crowd):
        noor.browser().post(reverse("safety:worry"), {**WORRY, "words": f"Zorg {number}"})
    browser = ria.browser()
    browser.get("/veilig/")
    with django_assert_max_num_queries(8):
        assert browser.get("/veilig/").status_code == 200
