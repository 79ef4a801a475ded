"""Asked in waves, answered by a link, and a no is remembered (MAT-03, PRV-05)."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.matching import actions, queries
from kruispunt.matching.models import Invitation
from tests import story
from tests.cast import enter

WORDS = "Samen wandelen op maandagochtend, een halve kilometer van u vandaan"


@pytest.fixture
def question(fatma, wim):
    return story.searched(fatma, wim)


@pytest.fixture
def invitation(question, noor, els):
    given = story.available(noor, els)
    [sent] = actions.invite(els.actor, question.pk, volunteering_ids=(given.pk,), words=WORDS)
    return sent


def test_mat10_an_invitation_keeps_how_the_scales_stood(invitation):
    assert (invitation.wave, invitation.rank, invitation.answer_by) == (1, 1, date(2026, 11, 9))
    assert invitation.score > 0
    assert len(invitation.reasons) == 1


def test_a_volunteer_is_not_asked_twice_at_a_time(invitation, question, els):
    with pytest.raises(ImpossibleMove, match="al gevraagd"):
        actions.invite(
            els.actor,
            question.pk,
            volunteering_ids=(invitation.volunteering_id,),
            words=WORDS,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(
            municipality_id=invitation.municipality_id,
            question_id=question.pk,
            volunteering_id=invitation.volunteering_id,
            words=WORDS,
            sent_at=invitation.sent_at,
            answer_by=invitation.answer_by,
        )


def test_k6_a_no_is_remembered_and_is_not_asked_again(invitation, question, noor, els):
    actions.decline(noor.actor, invitation.pk, no_reason="too_far")

    [one] = queries.candidates(els.actor, question.pk).candidates
    assert one.answer == "Nee"
    with pytest.raises(ImpossibleMove, match="al gevraagd"):
        actions.invite(els.actor, question.pk, volunteering_ids=(one.volunteering_id,), words=WORDS)


def test_a_no_without_a_reason_is_refused_by_the_database(invitation):
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(state="declined")


def test_k6_the_second_wave_goes_further_down_the_list(invitation, question, merwedam, els):
    next_one = story.available(enter("Teun", merwedam, Role.VOLUNTEER), els)

    [second] = actions.invite(els.actor, question.pk, volunteering_ids=(next_one.pk,), words=WORDS)
    assert second.wave == 2
    assert [one.wave for one in queries.of_question(els.actor, question.pk)] == [1, 2]


def test_the_link_in_the_letter_says_who_may_answer_and_a_forged_one_says_nothing(
    invitation, noor, merwedam
):
    word = queries.link(invitation)

    assert queries.by_link(word) == (invitation.pk, noor.person.pk, merwedam.pk)
    for forged in (word[:-1], f"{invitation.pk + 1}:{word.split(':')[1]}", "", "1"):
        with pytest.raises(ObjectDoesNotExist):
            queries.by_link(forged)


@pytest.mark.parametrize("who", ["fatma", "bilal", "ank", "petra", "zed"])
def test_nobody_else_answers_for_noor(who, invitation, request):
    actor = request.getfixturevalue(who).actor

    assert not queries.visible(actor).exists()
    with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
        actions.decline(actor, invitation.pk, no_reason="other")
    with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
        arrangements.accept_invitation(actor, invitation.pk)


def test_she_may_ask_more_before_she_answers(invitation, noor):
    actions.ask_more(noor.actor, invitation.pk, remark="Is er een hond?")

    assert list(queries.mine(noor.actor)) == [invitation]
    assert actions.decline(noor.actor, invitation.pk, no_reason="other").remark == "Is er een hond?"


def test_no_answer_in_time_expires_and_a_late_yes_is_welcome(invitation, noor, merwedam, els):
    system = Actor.system(merwedam.pk, els.later(days=8).at)
    assert list(queries.overdue(Actor.system(merwedam.pk, els.later(days=7).at))) == []
    [late] = queries.overdue(system)
    actions.expire(system, late.pk)

    match = arrangements.accept_invitation(noor.later(days=9), invitation.pk)
    assert match.state == "volunteer_agreed"


def test_when_the_question_is_answered_nobody_is_kept_waiting(
    invitation, question, fatma, noor, merwedam, els
):
    teun = enter("Teun", merwedam, Role.VOLUNTEER)
    given = story.available(teun, els)
    [other] = actions.invite(els.actor, question.pk, volunteering_ids=(given.pk,), words=WORDS)

    match = arrangements.accept_invitation(noor.actor, invitation.pk)
    arrangements.agree_as_resident(fatma.actor, match.pk)

    other.refresh_from_db()
    assert other.state == "taken_back"
    with pytest.raises(ImpossibleMove):
        arrangements.accept_invitation(teun.actor, other.pk)
