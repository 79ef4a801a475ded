"""Pages of a small job: at the door, at the desk, with who comes by, and afterwards (SM-12)."""

from decimal import Decimal

import pytest
from django.test import Client

from kruispunt.arrangements.actions import odd_jobs as actions
from kruispunt.arrangements.models import OddJob
from kruispunt.arrangements.queries import odd_jobs
from tests import story
from tests.arrangements import lamps

JUDGED = {
    "for_whom": "ouder",
    "self_reliance": "2",
    "hours": "0,5",
    "certified": "no",
    "paid_work": "no",
    "materials_only": "yes",
}


@pytest.fixture
def planned(fatma, noor, wim, els):
    return lamps.planned(fatma, noor, wim=wim, els=els)


def test_sm12_anyone_asks_at_the_door_in_five_fields(merwedam):
    page = Client().get("/klus-vragen/")
    assert len(page.context["form"].fields) == 5
    said = {"words": "De kraan lekt", "kind": "KLUS_HUIS", "given_name": "Halima", "phone": "0183"}
    assert Client().post("/klus-vragen/", said).status_code == 302
    job = OddJob.objects.get()
    assert (job.words, job.state, job.arrangement.question.intake) == (
        "De kraan lekt",
        "requested",
        "site",
    )
    assert Client().post("/klus-vragen/", {"words": ""}).status_code == 422


def test_sm12_the_desk_notes_tests_and_plans_a_job(fatma, noor, wim, els):
    handy = lamps.handyman(noor, els)
    question = story.asked(fatma, "De lamp op de trap is stuk")
    browser = wim.browser()
    asks = f"/startpunt/vraag/{question.pk}/klus/"
    assert b"De lamp op de trap is stuk" in browser.get(asks).content
    assert browser.post(asks, {"words": "Een lamp", "kind": "KLUS_HUIS"}).status_code == 302
    job = OddJob.objects.get()
    assert b"Er wacht een klus" in browser.get(f"/startpunt/vraag/{question.pk}/").content

    page = f"/startpunt/klus/{job.pk}/"
    weighed = browser.post(f"{page}toets/", JUDGED)
    assert "Voorstel: wij doen deze klus" in weighed.content.decode()
    job.refresh_from_db()
    assert job.state == "requested"
    assert browser.post(f"{page}toets/", JUDGED | {"fits": "no"}).status_code == 422
    assert browser.post(f"{page}toets/", JUDGED | {"fits": "yes"}).status_code == 302

    shown = browser.get(f"{page}plan/")
    assert "Noor" in shown.content.decode()
    plan = {
        "volunteering_id": handy.pk,
        "on": "2027-11-10",
        "part": "ochtend",
        "materials": "7,50",
    }
    assert browser.post(f"{page}plan/", plan).status_code == 422
    assert browser.post(f"{page}plan/", plan | {"agreed": "on"}).status_code == 302
    job.refresh_from_db()
    assert (job.state, job.materials) == ("planned", Decimal("7.50"))
    assert b"Een lamp" in browser.get("/startpunt/klussen/").content


def test_sm12_who_comes_finds_the_door_and_says_it_is_done(planned, noor):
    browser = noor.browser()
    assert "Uw klussen" in browser.get("/vrijwilliger/").content.decode()
    page = f"/vrijwilliger/klus/{planned.pk}/"
    assert "Lindelaan 3" in browser.get(page).content.decode()
    assert browser.post(f"{page}finish_odd_job/", {}).status_code == 422
    assert browser.post(f"{page}finish_odd_job/", {"minutes": "20"}).status_code == 302
    assert browser.get(page).status_code == 404


def test_sm12_whoever_holds_the_letter_says_whether_it_is_good(planned, noor, fatma):
    actions.finish_odd_job(noor.actor, planned.pk, minutes=20)
    page = f"/klus/{odd_jobs.odd_job_link(planned)}/"
    assert "Is de klus goed gedaan?" in Client().get(page).content.decode()
    assert Client().post(page, {"satisfied": ""}).status_code == 422
    assert Client().post(page, {"satisfied": "yes"}).status_code == 302
    assert "Wij hebben uw antwoord" in Client().get(page).content.decode()
    late = Client().post(page, {"satisfied": "no"})
    assert late.status_code == 409
    assert Client().get("/klus/vals/").status_code == 404


def test_the_list_asks_as_many_questions_for_three_jobs_as_for_one(
    planned,
    joop,
    wim,
    django_assert_max_num_queries,
):
    browser = wim.browser()
    browser.get("/startpunt/klussen/")
    with django_assert_max_num_queries(100) as one:
        browser.get("/startpunt/klussen/")
    for words in ("Een plank", "Een heg"):
        question = story.asked(joop, words)
        actions.request_odd_job(wim.actor, question.pk, words=words, kind="KLUS_HUIS")
    with django_assert_max_num_queries(len(one)):
        page = browser.get("/startpunt/klussen/")
    assert len(page.context["jobs"]) == 3


def test_zed_and_noor_find_no_page_of_the_desk(planned, zed, noor):
    for stranger in (zed, noor):
        assert stranger.browser().get(f"/startpunt/klus/{planned.pk}/").status_code == 404
