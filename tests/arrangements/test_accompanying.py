"""Els hears in time how it goes, from both sides apart (CHK, SIG, TRI-06)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.models import Advice, CheckIn
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from tests import story

FINE = actions.HowItGoes(times_met=2, contact_score=5, costs_more=False, as_agreed=True)
HARD = actions.HowItGoes(times_met=1, contact_score=2, costs_more=True, as_agreed=True)


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


@pytest.fixture
def tick(merwedam, els):
    return lambda days: jobs.ask_how_it_goes(
        Actor.system(merwedam.pk, els.actor.at + timedelta(days=days))
    )


def of(player):
    return list(queries.check_ins(player.actor))


def test_k3_chk01_both_sides_are_asked_apart_in_the_trial_and_for_the_whole_term(match, els, noor):
    assert [(one.side, one.on) for one in of(els)] == [
        ("resident", date(2026, 11, 16)),
        ("volunteer", date(2026, 11, 16)),
        ("resident", date(2026, 12, 14)),
        ("volunteer", date(2026, 12, 14)),
    ]
    actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
    actions.activate(els.later(days=42), match.pk)
    assert [one.on for one in of(noor)] == [
        date(2026, 11, 16),
        date(2026, 12, 14),
        date(2027, 2, 1),
        date(2027, 5, 3),
    ]


def test_chk02_asked_by_letter_once_and_answered_by_link(match, noor, tick, merwedam):
    tick(13)
    assert not Letter.objects.filter(subject="Hoe gaat het?").exists()
    tick(14)
    tick(14)
    letters = Letter.objects.filter(subject="Hoe gaat het?", to_person_id=noor.person.pk)
    assert letters.count() == 1

    first = of(noor)[0]
    who = queries.check_in_by_link(queries.check_in_link(first))
    assert who == (first.pk, noor.person.pk, merwedam.pk)
    by_mail = Actor(who[1], who[2], at=noor.actor.at)
    assert actions.answer_check_in(by_mail, first.pk, goes=FINE).state == "answered"
    assert letters.get().state == "done"


def test_k17_what_noor_says_is_not_for_fatma_to_read(match, noor, fatma, els, zed):
    hers = of(noor)[0]
    actions.answer_check_in(noor.actor, hers.pk, goes=HARD)

    for someone in (fatma, zed):
        assert hers not in of(someone)
        with pytest.raises(ObjectDoesNotExist):
            actions.answer_check_in(someone.actor, hers.pk, goes=FINE)
    assert hers in of(els)


def test_sig01_early_signs_with_their_reasons_reddest_first(match, noor, fatma, els, tick):
    tick(14)
    for one in (of(noor)[0], of(fatma)[0]):
        assert queries.watched(els.actor)[:9] == [] or one.side == "resident"
        actions.answer_check_in(els.actor, one.pk, goes=HARD if one.side == "volunteer" else FINE)

    [watched] = queries.watched(els.actor)[:9]
    assert (watched.match, watched.warned.colour) == (match, "amber")
    assert [(sign.sentence, sign.points) for sign in watched.warned.signs] == [
        ("Het contact gaat minder goed.", 3),
        ("Het kost meer dan verwacht.", 2),
    ]


@pytest.mark.usefixtures("match")
def test_sig01_two_weeks_of_silence_is_a_sign_and_a_late_answer_is_welcome(noor, tick):
    tick(14)
    tick(28)
    assert of(noor)[0].state == "asked"
    tick(29)
    missed = of(noor)[0]
    assert missed.state == "missed"

    assert actions.answer_check_in(noor.actor, missed.pk, goes=FINE).state == "answered"


def test_nobody_is_asked_about_a_match_that_ended(match, els, noor, tick):
    actions.end(els.actor, match.pk, reason="no_click", ended_by="resident")
    tick(60)

    assert {one.state for one in of(noor)} == {"dropped"}


def test_a_score_is_from_one_to_five_says_the_database(match):
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.filter(match=match).update(contact_score=6)


def test_only_els_reads_the_early_signs(match, noor, fatma, wim, tick):
    tick(29)
    for someone in (noor, fatma, wim):
        assert queries.watched(someone.actor)[:9] == []


@pytest.mark.parametrize("crowd", [1, 3])
def test_early_signs_take_as_many_queries_for_three_as_for_one(
    crowd, match, fatma, joop, bilal, wim, els, django_assert_num_queries
):
    for volunteer in (joop, bilal)[: crowd - 1]:
        other = story.introduced(fatma, volunteer, wim=wim, els=els)
        actions.start_trial(els.actor, other.pk)
    for one in of(els):
        actions.answer_check_in(els.actor, one.pk, goes=HARD)

    with django_assert_num_queries(2):
        assert len(queries.watched(els.actor)[:9]) == crowd


class TestAdvice:
    """TRI-06: the professional answers within five working days."""

    @pytest.fixture
    def backed(self, match, els, ank):
        return actions.back_up(els.actor, match.pk, person_id=ank.person.pk)

    def test_a15_a17_noor_asks_ank_answers_and_noor_hears_it(self, backed, noor, ank, merwedam):
        asked = actions.ask_advice(noor.actor, backed.pk, words="Zij vergeet haar jas. Wat nu?")
        assert asked.due_on == date(2026, 11, 9)
        assert queries.advice_by_link(queries.advice_link(asked)) == (
            asked.pk,
            ank.person.pk,
            merwedam.pk,
        )

        actions.answer_advice(ank.actor, asked.pk, answer="Hang hem naast de deur.")
        last = Letter.objects.filter(to_person_id=noor.person.pk).latest("pk")
        assert "Hang hem naast de deur." in last.text

    def test_without_a_professional_she_hears_whom_to_call(self, match, noor):
        with pytest.raises(ImpossibleMove, match="Bel uw coördinator"):
            actions.ask_advice(noor.actor, match.pk, words="Wat nu?")

    def test_a14_a_silent_professional_is_an_early_sign(self, backed, noor, els):
        actions.ask_advice(noor.actor, backed.pk, words="Wat nu?")
        hers = of(noor)[0]
        goes = actions.HowItGoes(times_met=2, contact_score=4, costs_more=True, as_agreed=True)
        actions.answer_check_in(noor.actor, hers.pk, goes=goes)
        assert queries.watched(els.actor)[:9] == []

        [watched] = queries.watched(els.later(days=8))[:9]
        assert watched.warned.points == 4

    def test_nobody_else_reads_or_answers(self, backed, noor, fatma, wim, zed):
        asked = actions.ask_advice(noor.actor, backed.pk, words="Wat nu?")

        for someone in (fatma, wim, zed):
            assert not queries.advices(someone.actor).exists()
            with pytest.raises(ObjectDoesNotExist):
                actions.answer_advice(someone.actor, asked.pk, answer="Iets")

    def test_an_empty_answer_is_none_says_the_database(self, backed, noor):
        actions.ask_advice(noor.actor, backed.pk, words="Wat nu?")
        with pytest.raises(IntegrityError), transaction.atomic():
            Advice.objects.update(state="answered")
