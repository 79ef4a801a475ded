"""Lateness becomes a task, then amber, and then the process manager hears it, without a name."""

import re
from datetime import timedelta

import pytest

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.work import desk
from kruispunt.desks.work.views import SOURCES
from kruispunt.offers import actions as offers
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import Raised
from tests import story
from tests.cast import enter

AT_THE_TEAM = "Dit ligt te lang bij het wijkteam. Vraag waarom"


def duties(actor):
    return desk([pile for source in SOURCES for pile in source(actor)], actor.today)


def steps(actor):
    return [one.step for one in duties(actor).duties]


@pytest.fixture
def bench(wim, bilal):
    raised = Raised(kind="OPENBARE_RUIMTE", words="De bank bij Fatma is stuk",
                    brought_by_id=bilal.person.pk)  # fmt: skip
    return questions.raise_liveability(wim.actor, raised=raised)


def test_sm_9_a_late_matter_of_the_street_is_amber_and_then_petra_hears_it(bench, merwedam, petra):
    team = enter("Tom", merwedam, "team_member")
    assert duties(team.later(days=3)).late == 0
    # Three working days to receive it: amber on the fourth.
    assert duties(team.later(days=4)).late == 1
    assert steps(petra.later(days=4)) == []
    assert steps(petra.later(days=14)) == [AT_THE_TEAM]
    page = petra.browser().get("/procesmanager/te-lang/").content.decode()
    assert "Over de buurt" not in page or "Fatma" not in page


def test_sm_9_also_when_the_team_has_it_and_the_bringer_hears_nothing(bench, merwedam, petra):
    team = enter("Tom", merwedam, "team_member")
    questions.receive(team.actor, bench.pk)
    assert steps(petra.later(days=30)) == []
    # Twenty working days to tell what came of it, and five more.
    assert steps(petra.later(days=37)) == [AT_THE_TEAM]


def test_a_match_that_stands_still_reaches_petra_without_a_name(fatma, noor, wim, els, petra):
    story.introduced(fatma, noor, wim=wim, els=els)
    assert duties(els.later(days=15)).late == 1
    assert "Dit ligt te lang bij de maatjescoördinator. Vraag waarom" in steps(petra.later(days=40))
    for duty in duties(petra.later(days=40)).duties:
        assert (duty.whose, duty.words) == ("", "")


def test_only_petra_hears_what_lies_too_long_and_zed_nothing_of_ours(bench, wim, zed, bilal):
    for someone in (wim, zed, bilal):
        assert AT_THE_TEAM not in steps(someone.later(days=40))


def test_of_a_guide_only_her_coordinator_hears(merwedam, joop, petra):

    gerda, hanna = enter("Gerda", merwedam, "guide_coordinator"), enter("Hanna", merwedam, "guide")
    wish = offers.GuideProfile(fields=("zorg",), description="Ik luister graag")
    guide = offers.apply_as_guide(gerda.actor, person_id=hanna.person.pk, profile=wish)
    offers.show_guide(gerda.actor, guide.pk)
    arrangements.ask_and_choose(joop.actor, guide.pk, words="Wie helpt mij?")

    assert steps(gerda.later(days=20)) == ["Dit ligt te lang bij de meedenker. Vraag waarom"]
    assert steps(petra.later(days=20)) == []


def test_the_page_says_how_many_since_when_and_at_whose_desk(fatma, noor, wim, els, petra):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    late_on = petra.actor.today - timedelta(days=40)
    type(match).objects.filter(pk=match.pk).update(due_on=late_on)
    page = " ".join(petra.browser().get("/procesmanager/te-lang/").content.decode().split())

    assert "Dit ligt te lang bij de maatjescoördinator. Vraag waarom" in page
    assert "Het is er 1</span>" in page
    for name in ("Fatma", "Noor"):
        assert name not in page.split("<main")[1]


def test_every_kind_of_thing_says_at_whose_desk_it_lies(petra):
    long_ago = petra.later(days=90)
    found = [pile for source in SOURCES for pile in source(long_ago) if pile.where == "late"]
    assert found
    for pile in found:
        for step in pile.steps.values():
            assert re.search(r" (bij|op) \w+", step), (pile.noun, step)
