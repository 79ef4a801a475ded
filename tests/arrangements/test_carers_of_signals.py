"""A signal about a carer opens her question and her own case, once, at the Startpunt (SM-13)."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from kruispunt.arrangements import actions, queries
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks


def taken_up(wim, brought_by):
    noticed = questions.Noticed(words="Hij zorgt voor haar", about="carer")
    heard = questions.notice(brought_by.actor, noticed=noticed)
    questions.hand_in(brought_by.actor, heard.pk)
    return questions.take_up(wim.actor, heard.pk)


def see(wim, signal, joop, fatma):
    whom = questions.Whom(person_id=joop.person.pk)
    return actions.see_carer_of_signal(
        wim.actor, signal.pk, whom=whom, cares_for_id=fatma.person.pk
    )


def test_sm13_the_carer_asks_in_her_own_right_and_is_seen_at_once(wim, joop, fatma):
    case = see(wim, taken_up(wim, joop), joop, fatma)

    assert (case.state, case.source) == ("in_sight", "self")
    assert case.due_on is not None
    assert asks.asked_by(wim.actor, joop.person.pk).count() == 1
    assert queries.open_carers(wim.actor).get() == case


def test_sm13_a_second_signal_makes_a_question_and_no_second_case(wim, joop, fatma, bilal):
    first = see(wim, taken_up(wim, joop), joop, fatma)
    again = see(wim, taken_up(wim, bilal), joop, fatma)

    assert again == first
    assert queries.open_carers(wim.actor).count() == 1
    assert asks.asked_by(wim.actor, joop.person.pk).count() == 2


def test_sm13_after_a_closed_case_she_is_seen_anew(wim, joop, fatma, bilal):
    first = see(wim, taken_up(wim, joop), joop, fatma)
    actions.close_carer(wim.actor, first.pk, ending="Het gaat goed.")
    assert see(wim, taken_up(wim, bilal), joop, fatma) != first


def test_nobody_else_makes_a_carer_of_a_signal_and_then_nothing_is_left(wim, joop, fatma, zed):
    signal = taken_up(wim, joop)
    for stranger in (zed, fatma):
        with pytest.raises(ObjectDoesNotExist):
            see(stranger, signal, joop, fatma)
    assert not queries.open_carers(wim.actor).exists()
    assert not asks.asked_by(wim.actor, joop.person.pk).exists()
