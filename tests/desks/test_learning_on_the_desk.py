"""Bottlenecks, new services and partners on the process manager's desk (D29-D31, SM-10b, A23)."""

import pytest

from kruispunt.arrangements.actions import learning
from kruispunt.arrangements.models import Bottleneck, Development, Escalation, Mandate
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from tests import story

HOME = "/procesmanager/"


@pytest.fixture
def clinic(wim, ank):
    return people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def question(fatma, wim):
    return story.triaged(fatma, wim)


def test_sm_8_wim_brings_a_question_to_petra_without_a_name(question, wim, petra):
    browser, where = wim.browser(), f"/startpunt/vraag/{question.pk}/"
    assert "Naar de procesmanager" in browser.get(where).content.decode()
    told = {"cause": "dispute", "what": "Wie loopt er mee?", "tried": "Iedereen gebeld"}
    assert browser.post(f"{where}vast/", {**told, "what": ""}).status_code == 422
    assert browser.post(f"{where}vast/", told).status_code == 302
    assert Escalation.objects.get().cause == "dispute"
    page = petra.browser().get(HOME).content.decode()
    assert "onduidelijk wie dit doet" in page
    assert "Fatma" not in page


def test_sm_8_a_gap_is_noted_once_a_question(question, wim):
    browser, where = wim.browser(), f"/startpunt/vraag/{question.pk}/"
    assert "Dit staat niet op de sociale kaart" in browser.get(where).content.decode()
    browser.post(f"{where}note_gap/")
    assert "Dit staat niet op de sociale kaart" not in browser.get(where).content.decode()


def test_d29_a_bottleneck_is_noted_and_answered(petra):
    browser, where = petra.browser(), f"{HOME}knelpunten/"
    assert browser.post(where, {"stretch": "search", "words": ""}).status_code == 422
    browser.post(where, {"stretch": "search", "words": "De avonden zitten vol"})
    pk = Bottleneck.objects.get().pk
    browser.post(f"{where}{pk}/propose_better/", {"proposal": "Ook op zaterdag"})
    browser.post(f"{where}{pk}/adopt_proposal/", {"answer": "Vanaf januari"})
    assert "Vanaf januari" in browser.get(f"{where}{pk}/").content.decode()
    assert "Voorstel overgenomen" in browser.get(where).content.decode()


def test_sm_10b_from_a_need_to_the_map(petra, wim, clinic):
    browser, where = petra.browser(), f"{HOME}diensten/"
    browser.post(where, {"kind": "EETCLUB", "words": "Samen eten op zondag"})
    pk = Development.objects.get().pk
    page = f"{where}{pk}/"
    alone = {"words": "In de kantine", "organisation_ids": [clinic.pk], "residents": 0}
    assert browser.post(f"{page}design/", alone).status_code == 409
    browser.post(f"{page}design/", {**alone, "residents": 2})
    browser.post(f"{page}try_out/")
    listing = offers.Listing(name="Zondagse tafel", organisation_id=clinic.pk, kinds=("EETCLUB",))
    entry = offers.list_activity(wim.actor, listing=listing, rhythm="elke zondag")
    done = {"learned": "Tien eters", "entry": f"activity:{entry.pk}"}
    assert browser.post(f"{page}put_on_the_map/", done).status_code == 302
    assert Development.objects.get().state == "on_the_map"
    assert "Tien eters" in browser.get(page).content.decode()


def test_a23_d44_partners_in_figures_with_agreements_and_a_task(petra, wim, clinic):
    browser, where = petra.browser(), f"{HOME}partners/{clinic.pk}/"
    browser.post(f"{where}agree_with_partner/", {"level": "board", "words": "Samen optrekken"})
    browser.post(f"{where}offer_mandate/", {"result": "Antwoord", "competences": "Doorvragen"})
    pk = Mandate.objects.get().pk
    browser.post(f"{where}opdracht/{pk}/", {"answered_by": "De directeur", "yes": "accept"})
    page = browser.get(where).content.decode()
    assert "Samen optrekken" in page
    assert "Geaccepteerd" in page
    assert "Bestuur" in browser.get(f"{HOME}partners/").content.decode()
    wrong = browser.post(f"{where}offer_mandate/", {"result": "", "competences": ""})
    assert wrong.status_code == 422
    assert wim.browser().post(f"{where}agree_with_partner/", {
        "level": "board", "words": "x",
    }).status_code == 404  # fmt: skip


@pytest.mark.parametrize("who", ["fatma", "noor", "ank", "zed"])
def test_learning_is_not_for_everyone(who, petra, request):
    seen = learning.note_bottleneck(petra.actor, stretch="search", words="Zoekt te lang")
    browser = request.getfixturevalue(who).browser()
    assert browser.get(f"{HOME}knelpunten/{seen.pk}/").status_code == 404
    assert browser.get(f"{HOME}knelpunten/").status_code == 404


@pytest.mark.parametrize("crowd", [1, 3])
def test_her_desk_takes_as_many_queries_for_three_as_for_one(
    crowd, fatma, wim, petra, django_assert_max_num_queries
):
    from kruispunt.arrangements import actions as arrangements  # noqa: PLC0415

    for _ in range(crowd):
        found = story.searched(fatma, wim)
        arrangements.report(wim.actor, found.pk, cause="no_match")
    browser = petra.browser()
    browser.get(HOME)
    with django_assert_max_num_queries(14):
        assert browser.get(HOME).status_code == 200
