"""Who did not answer is called: name and number on top, the same questions, and it is done."""

from datetime import timedelta

import pytest

from kruispunt.arrangements import actions, jobs
from kruispunt.arrangements.actions import waiting_line
from kruispunt.arrangements.models import CheckIn, Enrolment, Wellbeing
from kruispunt.arrangements.queries import work
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.work import desk
from kruispunt.people.models import Person
from tests import story

GOES = {"times_met": "3", "contact_score": "4", "costs_more": "no", "as_agreed": "yes"}
FEELS = {"feels": "2", "too_much": "yes", "life_changed": "no", "wish": "less"}
PHONE = "0183 555 124"


@pytest.fixture
def match(fatma, noor, wim, els):
    Person.objects.filter(pk=noor.person.pk).update(phone=PHONE)
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


@pytest.fixture
def silent(match, els):
    """Both were asked how it goes, and neither said a word."""
    house = Actor.system(match.municipality_id, els.actor.at + timedelta(days=30))
    rows = CheckIn.objects.filter(match=match).order_by("on", "pk")
    both = [rows.filter(side=side).first() for side in ("resident", "volunteer")]
    return [actions.miss_check_in(house, one.pk) for one in both]


@pytest.fixture
def unheard(match, els):
    """Noor was asked how she is herself, and did not answer."""
    house = Actor.system(match.municipality_id, els.actor.at + timedelta(days=28))
    jobs.ask_volunteers(house)
    later = Actor.system(match.municipality_id, els.actor.at + timedelta(days=50))
    jobs.ask_volunteers(later)
    return Wellbeing.objects.get()


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def duties(actor, noun):
    return [one for one in desk(work.piles(actor), actor.today, most=50).duties if one.noun == noun]


def call(check_in):
    return f"/startpunt/gebeld/hoe-gaat-het/{check_in.pk}/"


def test_chk_02_each_side_is_called_by_her_own_name_with_the_number_on_top(silent, els):
    later = els.later(days=31)
    assert sorted(one.whose for one in duties(later, "check_in")) == ["Fatma", "Noor"]
    page = words(els.browser().get(call(silent[1])))

    assert "Bel Noor" in page
    assert page.index(PHONE) < page.index("Hoe vaak zag u elkaar")
    assert "Fatma leest het niet." in page


def test_chk_02_what_is_said_on_the_phone_is_kept_and_leaves_the_desk(silent, els):
    browser = els.browser()

    assert browser.post(call(silent[1]), {"times_met": "3"}).status_code == 422
    done = browser.post(call(silent[1]), GOES)

    assert done["Location"] == f"/startpunt/koppeling/{silent[1].match_id}/"
    answered = CheckIn.objects.get(pk=silent[1].pk)
    assert (answered.state, answered.times_met, answered.answered_by_id) == (
        "answered", 3, els.person.pk,
    )  # fmt: skip
    assert [one.whose for one in duties(els.later(days=31), "check_in")] == ["Fatma"]


def test_chk_02_pressed_twice_it_is_written_down_once(silent, els):
    browser = els.browser()
    browser.post(call(silent[0]), GOES)

    assert browser.post(call(silent[0]), GOES).status_code == 409
    assert browser.get(call(silent[0])).status_code == 302
    verbs = [line.verb for line in journal.lines_of(silent[0])]
    assert verbs.count("check_in.answer_check_in") == 1


def test_chk_02_the_match_page_says_who_is_still_to_be_called(silent, els):
    browser, page = els.browser(), f"/startpunt/koppeling/{silent[0].match_id}/"
    before = words(browser.get(page))
    for one in silent:
        browser.post(call(one), GOES)
    after = words(browser.get(page))

    assert ("Bel Noor: hoe gaat het?" in before, "Bel Fatma: hoe gaat het?" in before) == (
        True, True,
    )  # fmt: skip
    assert "hoe gaat het?" not in after


def test_chk_02_another_town_does_not_find_the_call_nor_does_who_helps(silent, noor, zed):
    for stranger in (noor, zed):
        assert stranger.browser().get(call(silent[0])).status_code == 404
        assert stranger.browser().post(call(silent[0]), GOES).status_code == 404


def test_sig_02_a_volunteer_who_did_not_say_how_she_is_is_called_and_heard(unheard, els):
    browser, where = els.browser(), f"/startpunt/gebeld/en-met-u/{unheard.pk}/"
    assert [one.whose for one in duties(els.later(days=51), "wellbeing")] == ["Noor"]
    mine = f"/startpunt/vrijwilliger/{unheard.volunteering_id}/"
    assert "Bel Noor: hoe gaat het?" in words(browser.get(mine))
    page = words(browser.get(where))
    assert page.index(PHONE) < page.index("Is het u te veel?")

    assert browser.post(where, {"feels": ""}).status_code == 422
    assert browser.post(where, FEELS)["Location"] == mine

    unheard.refresh_from_db()
    assert (unheard.state, unheard.feels, unheard.wish) == ("answered", 2, "less")
    assert duties(els.later(days=51), "wellbeing") == []
    assert "Bel Noor: hoe gaat het?" not in words(browser.get(mine))
    verbs = [line.verb for line in journal.lines_of(unheard)]
    assert verbs.count("wellbeing.answer_wellbeing") == 1


def test_sig_02_how_she_is_is_her_coordinators_and_not_the_workers(unheard, wim, zed):
    where = f"/startpunt/gebeld/en-met-u/{unheard.pk}/"
    for other in (wim, zed):
        assert other.browser().get(where).status_code == 404
        assert other.browser().post(where, FEELS).status_code == 404


def test_sig_02_an_old_silence_is_over_when_she_was_asked_again_and_heard(unheard, els):
    again = Wellbeing.objects.create(
        municipality_id=unheard.municipality_id,
        volunteering_id=unheard.volunteering_id,
        asked_on=unheard.asked_on + timedelta(days=65),
        again_on=unheard.again_on + timedelta(days=65),
        state="asked",
        state_since=els.actor.at,
    )
    later = els.later(days=120)
    assert len(duties(later, "wellbeing")) == 1

    again.state = "answered"
    again.save()

    assert duties(later, "wellbeing") == []


@pytest.fixture
def unanswered(fatma, joop, wim):
    """A place fell free for Joop, and he did not answer in time."""
    club = story.eating_club(wim)
    first, second = (
        actions.enrol(
            wim.actor, story.searched(one, wim).pk, activity_id=club.pk, meets=("WANDELEN",)
        )
        for one in (fatma, joop)
    )
    actions.end_enrolment(fatma.actor, first.pk)
    waiting_line.let_offer_pass(Actor.system(club.municipality_id, wim.actor.at), second.pk)
    return Enrolment.objects.get(pk=second.pk)


@pytest.mark.parametrize(
    ("verb", "becomes"), [("enrol_again", "enrolled"), ("decline_place", "ended")]
)
def test_k22_who_did_not_answer_about_a_place_is_called_and_says_yes_or_no(
    verb, becomes, unanswered, joop, wim
):
    browser, page = wim.browser(), f"/startpunt/meedoen/{unanswered.pk}/"
    shown = words(browser.get(page))
    assert "Joop" in shown
    assert joop.person.phone in shown
    assert "Ja, wil meedoen" in shown
    assert "Nee, doet niet mee" in shown
    silent = "Bel: geen antwoord op een vrije plek"
    assert silent in [one.step for one in duties(wim.actor, "enrolment")]

    browser.post(f"{page}{verb}/")

    unanswered.refresh_from_db()
    assert unanswered.state == becomes
    assert silent not in [one.step for one in duties(wim.actor, "enrolment")]


def test_k22_a_late_no_gives_up_no_place_that_was_never_held(unanswered, wim):
    activity = unanswered.activity
    activity.refresh_from_db()
    used = activity.used

    waiting_line.decline_place(wim.actor, unanswered.pk)

    activity.refresh_from_db()
    assert activity.used == used
