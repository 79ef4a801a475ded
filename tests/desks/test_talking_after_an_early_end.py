"""After a match that ended early we talk with the volunteer first; the talk is somebody's work."""

import pytest
from django.utils import timezone

from kruispunt.arrangements import actions as arrangements
from kruispunt.base import journal
from kruispunt.base.work import desk, long_late
from kruispunt.core import terms
from kruispunt.matching import queries as matching
from kruispunt.offers import actions as offers
from kruispunt.offers import queries
from kruispunt.offers.actions import in_touch
from kruispunt.offers.queries import late
from tests import story

STEP = "Praat met deze vrijwilliger: een koppeling stopte eerder dan gedacht"
BUTTON = "Wij hebben gepraat"


@pytest.fixture
def left(fatma, noor, wim, els):
    """Noor's match with Fatma stopped before its time."""
    match = story.introduced(fatma, noor, wim=wim, els=els)
    ended = arrangements.end(els.actor, match.pk, reason="moved", ended_by="volunteer")
    return queries.one(els.actor, ended.volunteering_id)


def page(given):
    return f"/startpunt/vrijwilliger/{given.pk}/"


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def steps(actor):
    return [one.step for one in desk(queries.piles(actor), actor.today).duties]


def test_mat_07_the_talk_lies_on_the_desk_with_a_day_and_leaves_it_when_we_talked(left, els):
    assert left.due_on == terms.due("volunteer.reflection", els.actor.today)
    assert steps(els.actor) == [STEP]

    els.browser().post(page(left) + "reflect/")

    assert steps(els.actor) == []
    left.refresh_from_db()
    assert left.due_on == terms.due("volunteer.available", timezone.localdate())


def test_mat_07_after_the_talk_she_is_proposed_again(left, joop, els, wim):
    question = story.searched(joop, wim)
    assert [one.rules for one in matching.candidates(wim.actor, question.pk).refused] == [
        ("status",)
    ]

    els.browser().post(page(left) + "reflect/")

    assert len(matching.candidates(wim.actor, question.pk).candidates) == 1


def test_mat_07_the_page_says_why_she_is_not_proposed_and_asks_for_the_talk(left, els):
    browser = els.browser()

    before = words(browser.get(page(left)))
    browser.post(page(left) + "reflect/")
    after = words(browser.get(page(left)))

    assert BUTTON in before
    assert "een koppeling stopte eerder dan gedacht" in before
    assert "Ja, iets laten horen" not in before
    assert BUTTON not in after
    assert "een koppeling stopte eerder dan gedacht" not in after
    assert "Ja, iets laten horen" in after


def test_mat_07_pressed_twice_it_is_written_down_once(left, els):
    browser = els.browser()

    for _ in range(2):
        browser.post(page(left) + "reflect/")

    verbs = [line.verb for line in journal.lines_of(left)]
    assert verbs.count("volunteer.reflect") == 1


def test_mat_07_the_talk_is_the_registrys_and_of_no_other_town(left, wim, noor, zed):
    assert BUTTON not in words(wim.browser().get(page(left)))
    assert wim.browser().post(page(left) + "reflect/").status_code == 403
    assert zed.browser().post(page(left) + "reflect/").status_code == 404
    left.refresh_from_db()
    assert left.reflection_due


def test_mat_07_a_letter_to_all_who_wait_is_not_the_talk(left, els):
    later = els.later(days=1)

    assert in_touch.write_to_waiting(later, volunteering_ids=(left.pk,), words="Dank u wel.") == 0
    with pytest.raises(in_touch.ImpossibleMove):
        in_touch.keep_in_touch(later, left.pk)


def test_mat_07_who_rests_meanwhile_is_still_talked_with_before_the_same_day(left, noor, els):
    day = left.due_on
    offers.pause_volunteer(noor.actor, left.pk)
    assert steps(els.actor) == [STEP]
    assert queries.one(els.actor, left.pk).due_on == day

    offers.reflect(els.actor, left.pk)

    assert queries.one(els.actor, left.pk).due_on == terms.due("volunteer.paused", els.actor.today)


def test_mat_07_a_talk_that_never_comes_is_heard_by_the_process_manager(left, petra):
    later = petra.later(days=90)
    assert left.due_on < long_late(later)

    assert [one.step for one in desk(late.late(later), later.today).duties] == [late.ASK]
