"""A round for everybody at once: the best there is, and a person decides on each line (PRV-08)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.core.weights import Weights
from kruispunt.matching import actions, queries
from kruispunt.matching.models import Invitation, RoundLine
from kruispunt.matching.states import Sharing
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions.models import Question
from tests import story
from tests.cast import enter


@pytest.fixture
def town(merwedam, wim, els):
    """Two questions; Noor could do either, Teun only the first."""
    fatma, mien = (enter(name, merwedam, Role.RESIDENT) for name in ("Fatma", "Mien"))
    noor, teun = (enter(name, merwedam, Role.VOLUNTEER) for name in ("Noor", "Teun"))
    both = replace(story.NOORS_PROFILE, kinds=("WANDELEN", "KOFFIE"), places=1)
    given = story.available(noor, els, profile=both)
    walks = story.available(teun, els, profile=replace(both, kinds=("WANDELEN",)))
    first = story.searched(fatma, wim)
    second = story.searched(mien, wim, found=replace(story.WALKING, kind="KOFFIE"))
    return {"fatma": fatma, "noor": noor, "pairs": {(first.pk, walks.pk), (second.pk, given.pk)}}


def pairs(draft):
    return {(line.question_id, line.volunteering_id) for line in draft.lines}


def test_a_round_serves_as_many_as_can_be_and_proves_it(town, els):
    draft = queries.draft_round(els.actor)

    assert pairs(draft) == town["pairs"]
    assert (draft.asked, draft.proven, draft.value) == (2, True, draft.bound)
    assert all(line.why.count(";") == 6 for line in draft.lines)


def test_nothing_is_sent_until_a_person_adopts_a_line(town, els, noor):
    made = actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    assert not Invitation.objects.exists()

    first, second = queries.round_lines(els.actor, made.pk)
    actions.adopt(els.actor, first.pk, words="Samen op pad")
    actions.put_aside(els.actor, second.pk, reason="Zij kennen elkaar al")

    [sent] = Invitation.objects.all()
    assert (sent.question_id, sent.volunteering_id) == (first.question_id, first.volunteering_id)
    assert [one.decided_by_id for one in queries.round_lines(els.actor, made.pk)] == [
        els.person.pk
    ] * 2
    with pytest.raises(ImpossibleMove):
        actions.adopt(els.actor, first.pk, words="Nog eens")


def test_who_is_being_asked_is_left_alone_and_a_no_is_no_pair(town, els):
    made = actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    line = queries.round_lines(els.actor, made.pk)[0]
    actions.adopt(els.actor, line.pk, words="Samen op pad")
    assert queries.draft_round(els.actor).asked == 1

    sent = Invitation.objects.get()
    actions.decline(els.actor, sent.pk, no_reason="no_time")
    again = queries.draft_round(els.actor)
    assert again.asked == 2
    assert (line.question_id, line.volunteering_id) not in pairs(again)


def test_who_may_never_meet_is_no_pair_and_leaves_no_trace(town, els, wim):
    people.exclude(
        wim.actor,
        one_id=town["noor"].person.pk,
        other_id=town["fatma"].person.pk,
        reason="eerder",
    )
    assert pairs(queries.draft_round(els.actor)) == town["pairs"]

    for question_id, volunteering_id in town["pairs"]:
        line = RoundLine(question_id=question_id, volunteering_id=volunteering_id)
        assert line.reason == ""


def test_a_line_that_no_longer_fits_is_refused_and_stays_open(town, els):
    made = actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    line = queries.round_lines(els.actor, made.pk)[0]
    offers.pause_volunteer(els.actor, line.volunteering_id)

    with pytest.raises(ImpossibleMove, match="past niet"):
        actions.adopt(els.actor, line.pk, words="Samen op pad")
    line.refresh_from_db()
    assert line.state == "proposed"


def test_put_aside_without_a_reason_is_refused_by_the_database(town, els):
    actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    with pytest.raises(IntegrityError), transaction.atomic():
        RoundLine.objects.update(state="put_aside")


@pytest.mark.parametrize("who", ["fatma", "bilal", "ank", "petra"])
def test_a_round_is_for_who_looks_for_volunteers(who, request):
    with pytest.raises(PermissionDenied):
        queries.draft_round(request.getfixturevalue(who).actor)


def test_zed_makes_a_round_of_his_own_town_only(town, els, zed):
    made = actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    line = queries.round_lines(els.actor, made.pk)[0]

    assert queries.draft_round(zed.actor).asked == 0
    assert not queries.rounds(zed.actor).exists()
    with pytest.raises(ObjectDoesNotExist):
        actions.adopt(zed.actor, line.pk, words="Hallo")


@pytest.fixture
def two_for_one(merwedam, wim, els):
    """Fatma's question weighs more; Mien waits ten weeks longer; Noor has one place."""
    fatma, mien = (enter(name, merwedam, Role.RESIDENT) for name in ("Fatma", "Mien"))
    noor = enter("Noor", merwedam, Role.VOLUNTEER)
    story.available(noor, els, profile=replace(story.NOORS_PROFILE, places=1))
    late = story.searched(mien, wim)
    Question.objects.filter(pk=late.pk).update(opened_at=els.actor.at - timedelta(weeks=10))
    return {"first": story.searched(fatma, wim), "late": late}


def set_term(town, name, length, since):
    Term.objects.create(municipality=town, name=name, length=length, valid_from=since)


def test_who_waits_longest_goes_first_from_the_day_the_municipality_says_so(
    two_for_one, merwedam, els
):
    set_term(merwedam, "round.longest_first", 1, els.actor.today)
    draft = queries.draft_round(els.actor)
    made = actions.keep_round(els.actor, draft=draft)

    assert [line.question_id for line in draft.lines] == [two_for_one["late"].pk]
    assert (made.sharing, made.proven) == (Sharing.LONGEST_FIRST, True)
    assert queries.draft_round(els.later(days=-1)).weights == Weights()


def test_a_bonus_for_neighbourhoods_comes_from_the_municipality_too(two_for_one, merwedam, els):
    set_term(merwedam, "round.neighbourhood_bonus", 20, els.actor.today)
    made = actions.keep_round(els.actor, draft=queries.draft_round(els.actor))

    assert made.sharing == Sharing.NEIGHBOURHOODS
    assert queries.stand(Actor.system(merwedam.pk, els.actor.at)).weights.spread_bonus == 20_00


@pytest.fixture
def one_morning(merwedam, wim, els):
    """Fatma and Mien can on Monday morning only, and Noor has two places on Monday morning."""
    fatma, mien = (enter(name, merwedam, Role.RESIDENT) for name in ("Fatma", "Mien"))
    noor = enter("Noor", merwedam, Role.VOLUNTEER)
    free = replace(story.NOORS_PROFILE, places=2, hours=8, slots=("ma-ochtend",))
    story.available(noor, els, profile=free)
    asked = replace(story.WALKING, slots=("ma-ochtend",))
    return [story.searched(who, wim, found=asked) for who in (fatma, mien)]


@pytest.mark.parametrize("rule", ["", "round.longest_first", "round.neighbourhood_bonus"])
def test_each_question_of_a_volunteer_gets_a_slot_of_its_own_from_the_day_it_is_said(
    one_morning, merwedam, els, rule
):
    usual = actions.keep_round(els.actor, draft=queries.draft_round(els.actor))
    set_term(merwedam, "round.own_slots", 1, els.actor.today)
    if rule:
        set_term(merwedam, rule, 1, els.actor.today)
    draft = queries.draft_round(els.actor)
    made = actions.keep_round(els.actor, draft=draft)

    assert usual.lines.count() == 2
    assert (len(draft.lines), made.own_slots, made.proven) == (1, True, True)
    assert len(queries.stand(Actor.system(merwedam.pk, els.actor.at)).lines) == 1
    page = els.browser().get("/startpunt/ronde/").content.decode()
    assert "heeft voor elke vraag een ander dagdeel" in page
    assert "dat dat volhoudt" in page
