"""Who may help and why, who not and why not, and what would make it possible (MAT, PRV-09)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.core.triage import Answers
from kruispunt.matching import actions, queries
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import queries as questions
from tests import story
from tests.cast import enter


@pytest.fixture
def question(fatma, wim):
    return story.searched(fatma, wim)


def test_prv09_the_reasons_add_up_to_the_score(question, noor, els, wim):
    story.available(noor, els)

    [one] = queries.candidates(wim.actor, question.pk).candidates
    assert one.standing.score == sum(reason.share for reason in one.standing.reasons)
    assert one.score == Decimal(one.standing.score) / 100
    assert one.why.count(";") == 6


def test_mat03_everyone_in_service_stands_in_one_of_the_two_lists(question, merwedam, els, wim):
    far = replace(story.NOORS_PROFILE, kinds=("TAAL",))
    for name, profile in (("Noor", story.NOORS_PROFILE), ("Teun", far), ("Iris", far)):
        story.available(enter(name, merwedam, Role.VOLUNTEER), els, profile=profile)

    weighed = queries.candidates(wim.actor, question.pk)
    assert [one.name for one in weighed.candidates] == ["Noor"]
    assert [(one.name, one.rules, one.would_help) for one in weighed.refused] == [
        ("Teun", ("soort",), "Teun wil ook helpen met samen wandelen"),
        ("Iris", ("soort",), "Iris wil ook helpen met samen wandelen"),
    ]
    assert [one.name for one in weighed.nearly] == ["Teun", "Iris"]


def test_whether_one_fits_is_said_without_laying_out_the_town(question, merwedam, els, wim):
    far = replace(story.NOORS_PROFILE, kinds=("TAAL",))
    fits, not_at_all = (
        story.available(enter(name, merwedam, Role.VOLUNTEER), els, profile=profile).pk
        for name, profile in (("Noor", story.NOORS_PROFILE), ("Teun", far))
    )

    assert queries.fits(wim.actor, question.pk, fits)
    assert not queries.fits(wim.actor, question.pk, not_at_all)
    assert not queries.is_laid_out(wim.actor)
    assert [one.rank for one in queries.chosen(wim.actor, question.pk, (fits, not_at_all))] == [1]
    assert queries.is_laid_out(wim.actor)


def test_who_may_never_meet_is_in_no_list_at_all(question, fatma, noor, els, wim):
    given = story.available(noor, els)
    people.exclude(wim.actor, one_id=noor.person.pk, other_id=fatma.person.pk, reason="eerder")

    weighed = queries.candidates(wim.actor, question.pk)
    assert (weighed.candidates, weighed.refused) == ((), ())
    with pytest.raises(ImpossibleMove, match="past niet"):
        actions.invite(wim.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen")


def test_d46_nobody_is_proposed_to_herself(noor, els, wim):
    given = story.available(noor, els)
    question = story.searched(noor, wim)

    weighed = queries.candidates(wim.actor, question.pk)
    assert str(given.pk) not in {str(one.volunteering_id) for one in weighed.candidates}


@pytest.mark.parametrize("who", ["fatma", "noor", "bilal", "ank", "petra", "zed"])
def test_only_who_looks_for_a_volunteer_lays_people_on_the_scales(who, question, request):
    with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
        queries.candidates(request.getfixturevalue(who).actor, question.pk)


def test_what_would_make_it_possible_is_the_cheapest_change_and_it_does(question, noor, els, wim):
    profile = replace(story.NOORS_PROFILE, slots=("wo-avond",), places=1)
    given = story.available(noor, els, profile=profile)

    unlock = queries.unlock(wim.actor, question.pk)
    assert unlock is not None
    assert unlock.sentence == "Als de vraag ook kan op: woensdagavond."

    card = questions.ask_card(wim.actor, question.pk)
    assert unlock.change.card == replace(card, slots=card.slots | {"wo-avond"})
    assert [one.volunteering_id for one in queries.candidates(wim.actor, question.pk).nearly] == [
        given.pk
    ]


def test_when_nobody_is_near_a_newcomer_would_make_it_possible(question, wim):
    unlock = queries.unlock(wim.actor, question.pk)

    assert unlock is not None
    assert unlock.sentence.startswith("Als er een nieuwe vrijwilliger komt in deze buurt voor:")


def test_with_a_candidate_nothing_needs_to_change(question, noor, els, wim):
    story.available(noor, els)

    assert queries.unlock(wim.actor, question.pk) is None


@pytest.mark.parametrize("crowd", [1, 3])
def test_k16_candidates_take_as_many_queries_for_three_as_for_one(
    crowd, question, merwedam, els, wim, django_assert_num_queries
):
    for number in range(crowd):
        story.available(enter(f"Noor {number}", merwedam, Role.VOLUNTEER), els)

    with django_assert_num_queries(6):
        assert len(queries.candidates(wim.actor, question.pk).candidates) == crowd


def test_mat07_after_an_early_ending_nothing_new_before_we_talked(question, noor, els, wim):
    given = story.available(noor, els)
    inside = replace(els.actor, roles=els.actor.roles | {"room:arrangements"})
    offers.await_reflection(inside, given.pk)
    assert [one.rules for one in queries.candidates(wim.actor, question.pk).refused] == [
        ("status",)
    ]

    offers.reflect(els.actor, given.pk)
    assert len(queries.candidates(wim.actor, question.pk).candidates) == 1


def test_a2_tri04_a_very_intensive_question_asks_for_its_own_training(fatma, noor, els, wim):
    answers = Answers(self_reliance=3, indicators={"geheugen": 2})
    question = story.searched(fatma, wim, answers=answers)
    profile = replace(story.NOORS_PROFILE, max_intensity="zeer_intensief")
    given = story.available(noor, els, profile=profile)
    offers.vouch_for(els.actor, given.pk)
    [refused] = queries.candidates(wim.actor, question.pk).refused
    assert refused.rules == ("training",)

    offers.certify(els.actor, given.pk, trainings=("basis", "dementie"))
    assert len(queries.candidates(wim.actor, question.pk).candidates) == 1
