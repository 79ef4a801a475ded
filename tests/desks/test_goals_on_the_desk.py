"""Goals, looking back and saying farewell on the desk (CHK-03, SIG-03)."""

import re
from datetime import timedelta

import pytest

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import Evaluation, Goal, StepDown
from kruispunt.questions.actions import withdraw
from kruispunt.questions.models import Question
from tests import story


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, met.pk)
    actions.sign(els.actor, met.pk, agreement=story.AGREEMENT)
    return actions.activate(els.actor, met.pk)


@pytest.fixture
def page(match):
    return f"/startpunt/vraag/{match.arrangement.question_id}/doelen/"


GOAL = {"words": "Zelf naar de markt", "by": "2027-02-01", "who_does_what": "Noor loopt mee"}


def test_hyb_04_a_goal_is_written_down_and_reached(page, els):
    browser = els.browser()
    wrong = browser.post(f"{page}set_goal/", {**GOAL, "words": ""})
    assert wrong.status_code == 422
    assert browser.post(f"{page}set_goal/", GOAL).status_code == 302
    assert "Zelf naar de markt" in browser.get(page).content.decode()
    goal = Goal.objects.get()
    assert browser.post(f"/startpunt/doel/{goal.pk}/reach_goal/").status_code == 302
    assert "Bereikt" in browser.get(page).content.decode()
    assert browser.post(f"/startpunt/doel/{goal.pk}/reach_goal/").status_code == 409


def test_chk_03_els_looks_back_with_each_side_and_wim_does_not_read_it(page, els, wim):
    browser = els.browser()
    browser.post(f"{page}set_goal/", GOAL)
    browser.post(f"{page}plan_evaluation/", {"due_on": "2026-11-01", "side": "resident"})
    one, goal = Evaluation.objects.get(), Goal.objects.get()
    form = browser.get(f"/startpunt/terugkijken/{one.pk}/").content.decode()
    assert "Is dit bereikt? Zelf naar de markt" in form
    said = {
        "works": "Het wandelen", "works_not": "De bus", "why": ["transport"],
        "next_step": "go_on", f"goal_{goal.pk}": "partly",
    }  # fmt: skip
    assert browser.post(f"/startpunt/terugkijken/{one.pk}/", said).status_code == 302
    assert "Het wandelen" in browser.get(page).content.decode()

    assert "Het wandelen" not in wim.browser().get(page).content.decode()
    assert wim.browser().get(f"/startpunt/terugkijken/{one.pk}/").status_code == 404


def test_c13_a_step_is_planned_taken_and_held(page, els):
    browser = els.browser()
    step = {"rung": "group", "words": "Naar de eetclub", "planned_on": "2026-12-01"}
    browser.post(f"{page}plan_step/", step)
    pk = StepDown.objects.get().pk
    browser.post(f"/startpunt/stap/{pk}/take_step/")
    assert browser.get(f"/startpunt/stap/{pk}/keep_going/").status_code == 200
    kept = browser.post(f"/startpunt/stap/{pk}/keep_going/", {"words": "Elke week"})
    assert (kept.status_code, StepDown.objects.get().state) == (302, "kept")


def test_c13_long_after_the_question_was_closed_the_step_can_still_be_asked_about(page, match, els):
    step = {"rung": "group", "words": "Naar de eetclub", "planned_on": "2026-12-01"}
    els.browser().post(f"{page}plan_step/", step)
    pk = StepDown.objects.get().pk
    els.browser().post(f"/startpunt/stap/{pk}/take_step/")
    StepDown.objects.update(check_on=els.actor.today)
    long_ago = els.actor.at - timedelta(days=90)
    Question.objects.update(state="completed", ended_at=long_ago)
    browser = els.browser()
    assert browser.get(page).status_code == 404

    signs = browser.get("/startpunt/vroeg/").content.decode()
    [where] = re.findall(rf'href="(/startpunt/stap/{pk}/[^"]+)"', signs)
    assert where in browser.get("/werk/").content.decode()
    assert "Naar de eetclub" in browser.get(where).content.decode()
    kept = browser.post(where, {"words": "Elke week"})
    assert (kept.status_code, kept["Location"]) == (302, "/startpunt/vroeg/")


def test_sig_03_farewell_on_the_page_of_the_match_and_thanks_to_print(match, els):
    browser, address = els.browser(), f"/startpunt/koppeling/{match.pk}/"
    browser.post(f"{address}wind_down/")
    [where] = re.findall(r'action="([^"]+afscheid/\d+/)"', browser.get(address).content.decode())
    browser.post(where, {"words": "Taart"})
    assert queries.farewell_of(els.actor, match.pk).state == "held"
    thanks = browser.get(f"{address}bedankje/").content.decode()
    assert "Dank u wel, Noor" in thanks
    assert "Fatma" not in thanks


def test_prv_06_the_thanks_to_print_name_no_illness_when_no_activity_was_agreed(match, els):
    type(match).objects.update(activity="")
    Question.objects.update(kind="GEHEUGEN")
    thanks = els.browser().get(f"/startpunt/koppeling/{match.pk}/bedankje/").content.decode()
    assert "Maatje (vergeet soms afspraken)" in thanks
    assert "eheugen" not in thanks


def test_c11_agreed_and_delivered_stands_on_the_page_of_the_match(match, els, noor):
    first = queries.check_ins(noor.actor).first()
    goes = actions.HowItGoes(times_met=0, contact_score=4, costs_more=False, as_agreed=True)
    actions.answer_check_in(els.actor, first.pk, goes=goes)
    words = els.browser().get(f"/startpunt/koppeling/{match.pk}/").content.decode()
    assert "0 keer gezien in 14 dagen. Afgesproken was 2 keer" in words
    assert "Dat is minder dan de helft." in words


def test_mat_07_talk_first_stands_on_the_page_of_the_question(match, els, wim):
    actions.end(els.actor, match.pk, reason="expectations", ended_by="resident")
    address = f"/startpunt/vraag/{match.arrangement.question_id}/"
    assert "Praat eerst met Fatma" in wim.browser().get(address).content.decode()
    assert wim.browser().post(f"{address}talk_it_over/").status_code == 302
    assert "Praat eerst met Fatma" not in wim.browser().get(address).content.decode()


def test_mat_07_no_button_leads_to_a_refusal_while_the_talk_is_due(match, els, wim):
    actions.end(els.actor, match.pk, reason="expectations", ended_by="resident")
    address = f"/startpunt/vraag/{match.arrangement.question_id}/"
    before = wim.browser().get(address).content.decode()
    assert before.index("Praat eerst met Fatma") < before.index("De vraag achter de vraag")
    assert f'action="{address}search/"' not in before
    assert f'action="{address}combine/"' not in before
    wim.browser().post(f"{address}talk_it_over/")
    after = wim.browser().get(address).content.decode()
    assert f'action="{address}search/"' in after
    assert f'action="{address}combine/"' in after


def test_mat_07_a_question_that_was_withdrawn_asks_for_no_talk(match, els, wim, fatma):
    actions.end(els.actor, match.pk, reason="expectations", ended_by="resident")
    withdraw(fatma.actor, match.arrangement.question_id)
    address = f"/startpunt/vraag/{match.arrangement.question_id}/"
    assert "Praat eerst met Fatma" not in wim.browser().get(address).content.decode()


def test_mat_07_a_refusal_says_why_and_leads_back(match, els, wim):
    actions.end(els.actor, match.pk, reason="expectations", ended_by="resident")
    address = f"/startpunt/vraag/{match.arrangement.question_id}/"
    came = f"http://testserver{address}"
    refused = wim.browser().post(f"{address}search/", headers={"referer": came})
    assert refused.status_code == 409
    words = refused.content.decode()
    assert "Praat eerst met de inwoner" in words
    assert f'href="{address}">Ga terug</a>' in words


@pytest.mark.parametrize("who", ["fatma", "noor", "petra", "zed"])
def test_the_goals_page_is_for_who_guides(who, page, request):
    player = request.getfixturevalue(who)
    answer = player.browser().get(page)
    assert answer.status_code == 404 or who == "fatma"
    assert player.browser().post(f"{page}plan_step/", {
        "rung": "group", "words": "x", "planned_on": "2026-12-01",
    }).status_code in {403, 404}  # fmt: skip
