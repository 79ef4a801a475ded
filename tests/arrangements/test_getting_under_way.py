"""The plan around a volunteer who begins with something very intensive (A17)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.queries.under_way import getting_under_way
from kruispunt.base.actor import Actor
from kruispunt.core.triage import Answers
from kruispunt.offers import actions as offers
from tests import story

FINE = actions.HowItGoes(times_met=1, contact_score=5, costs_more=False, as_agreed=True)


@pytest.fixture
def heavy(fatma, noor, wim, els):
    """Noor, who did this before, begins with Fatma, who forgets things."""
    answers = Answers(self_reliance=3, indicators={"geheugen": 2})
    question = story.searched(fatma, wim, answers=answers)
    profile = replace(story.NOORS_PROFILE, max_intensity="zeer_intensief")
    given = story.available(noor, els, profile=profile, trainings=("basis", "dementie"))
    offers.vouch_for(els.actor, given.pk)
    match = actions.propose(els.actor, question.pk, volunteering_id=given.pk)
    actions.agree_as_volunteer(noor.actor, match.pk)
    actions.agree_as_resident(fatma.actor, match.pk)
    return actions.start_trial(els.actor, match.pk)


def plan(els, match):
    return [(one.words, one.done) for one in getting_under_way(els.actor, match.pk)]


def test_a17_from_the_start_a_plan_stands_around_her(heavy, els, ank, noor, merwedam):
    assert plan(els, heavy) == [
        ("Een beroepskracht die vragen beantwoordt", False),
        ("Training dementie", True),
        ("Afspraken op papier", False),
        ("Vragen hoe het gaat, na 1 week", False),
        ("Vragen hoe het gaat, na 2 weken", False),
        ("Vragen hoe het gaat, na 4 weken", False),
        ("Vragen hoe het gaat, na 6 weken", False),
    ]

    actions.back_up(els.actor, heavy.pk, person_id=ank.person.pk)
    jobs.ask_how_it_goes(Actor.system(merwedam.pk, els.actor.at + timedelta(days=7)))
    mine = queries.check_ins(noor.later(days=8)).get(on=date(2026, 11, 9), side="volunteer")
    actions.answer_check_in(noor.later(days=8), mine.pk, goes=FINE)
    done = [words for words, done in plan(els, heavy) if done]
    assert done == [
        "Een beroepskracht die vragen beantwoordt",
        "Training dementie",
        "Vragen hoe het gaat, na 1 week",
    ]


def test_a17_the_plan_stands_on_the_page_of_the_match(heavy, els):
    page = els.browser().get(f"/startpunt/koppeling/{heavy.pk}/").content.decode()
    assert "Op gang komen" in page
    assert "Training dementie" in page


def test_a17_a_lighter_match_has_no_such_plan_and_zed_sees_none(fatma, noor, wim, els, zed):
    light = story.introduced(fatma, noor, wim=wim, els=els)
    assert getting_under_way(els.actor, light.pk) == ()
    with pytest.raises(ObjectDoesNotExist):
        getting_under_way(zed.actor, light.pk)


def test_a17_a_silence_is_no_work_to_do_and_the_plan_is_folded_once_it_is_over(
    heavy, els, merwedam, time_machine
):
    system = Actor.system(merwedam.pk, els.later(days=7).at)
    jobs.ask_how_it_goes(system)
    jobs.ask_how_it_goes(Actor.system(merwedam.pk, els.later(days=23).at))
    supports = getting_under_way(els.later(days=23), heavy.pk)
    [first] = [one for one in supports if one.words.endswith("na 1 week")]
    assert (first.done, first.missed) == (False, True)

    time_machine.move_to(els.later(days=23).at, tick=False)
    page = els.browser().get(f"/startpunt/koppeling/{heavy.pk}/").content.decode()
    assert "Geen antwoord" in page
    assert "<summary>Zo kwam het op gang</summary>" not in page
    assert "9 november 2026" in page
    time_machine.move_to(els.later(weeks=7).at, tick=False)
    page = els.browser().get(f"/startpunt/koppeling/{heavy.pk}/").content.decode()
    assert "<summary>Zo kwam het op gang</summary>" in page
