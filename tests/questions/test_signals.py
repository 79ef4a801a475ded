"""Bilal hears something, brings it, and always hears back (SM-1)."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.questions import actions, queries
from kruispunt.questions.models import Signal

HEARD = actions.Noticed(words="De buurvrouw komt niet meer buiten", place="Lindelaan")


@pytest.fixture
def signal(bilal):
    return actions.hand_in(bilal.actor, actions.notice(bilal.actor, noticed=HEARD).pk)


def test_d11_sm1_a_signal_becomes_a_question_and_bilal_hears_how_it_went(bilal, wim, fatma, signal):
    assert signal.due_on == date(2026, 11, 4)
    taken = actions.take_up(wim.actor, signal.pk)
    assert taken.due_on == date(2026, 11, 16)

    question = actions.turn(wim.actor, signal.pk, asked_by_id=fatma.person.pk)
    assert (question.words, question.brought_by_id) == (HEARD.words, bilal.person.pk)

    signal.refresh_from_db()
    assert (signal.state, signal.due_on) == ("turned", date(2026, 11, 16))
    told = actions.feed_back(wim.actor, signal.pk, outcome="Wij hebben haar gesproken.")
    assert (told.state, told.due_on) == ("fed_back", None)


def test_d9_solved_it_himself_is_one_line(bilal):
    noticed = actions.notice(bilal.actor, noticed=HEARD)

    assert actions.solve(bilal.actor, noticed.pk, outcome="Ik loop met haar mee").state == (
        "self_solved"
    )


def test_prv11_a_name_without_that_persons_yes_is_refused_by_the_database(bilal, fatma):
    with pytest.raises(IntegrityError), transaction.atomic():
        Signal.objects.create(
            municipality=fatma.person.municipality,
            words="x",
            named=fatma.person,
            state_since=bilal.actor.at,
            noticed_at=bilal.actor.at,
        )


def test_d10_a_draft_is_seen_by_who_wrote_it_alone(bilal, wim, ank, zed):
    actions.notice(bilal.actor, noticed=HEARD)

    seen = [queries.signals(one.actor).count() for one in (bilal, wim, ank, zed)]
    assert seen == [1, 0, 0, 0]


def test_what_bilal_brought_is_not_his_to_turn_into_a_question(bilal, fatma, ank, signal):
    with pytest.raises(PermissionDenied):
        actions.turn(bilal.actor, signal.pk, asked_by_id=fatma.person.pk)
    with pytest.raises(ObjectDoesNotExist):
        actions.take_up(ank.actor, signal.pk)
