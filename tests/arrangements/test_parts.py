"""One question, several parts: own circle, activity, volunteer and organisation (C1, D18, A5)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import waiting_line
from kruispunt.arrangements.models import Arrangement
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.matching import queries as weighing
from kruispunt.offers.models import Activity
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import State
from tests import story
from tests.cast import enter

DAUGHTER = actions.Nearby(who="mijn dochter", what="doet de post", meets=("ADMINISTRATIE",))


@pytest.fixture
def club(wim):
    return story.eating_club(wim)


@pytest.fixture
def question(fatma, wim):
    found = story.searched(fatma, wim)
    needs = (("WANDELEN", 1), ("EETCLUB", 1), ("ADMINISTRATIE", 1))
    return questions.divide(wim.actor, found.pk, needs=needs)


def state(wim, question):
    return asks.one(wim.actor, question.pk).state


def left(question):
    return queries.unmet(Arrangement.objects.get(question_id=question.pk))


def test_d18_a_question_is_taken_apart_and_the_scales_look_for_each_kind(question, wim):
    assert asks.needs(question) == {"WANDELEN": 1, "EETCLUB": 1, "ADMINISTRATIE": 1}
    assert asks.ask_card(wim.actor, question.pk).kinds == ("WANDELEN", "EETCLUB", "ADMINISTRATIE")
    with pytest.raises(ValidationError):
        questions.divide(wim.actor, question.pk, needs=(("KOFFIE", 1), ("KOFFIE", 2)))


def test_a12_c1_three_parts_make_one_answer_and_the_last_one_that_stops_asks_to_close(
    question, club, fatma, noor, wim, els
):
    own = actions.name_own_help(wim.actor, question.pk, nearby=DAUGHTER)
    actions.start_own_help(wim.actor, own.pk)
    place = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("EETCLUB",))
    assert (place.state, state(wim, question)) == ("enrolled", State.SEARCHING)

    match = story.introduced(fatma, noor, wim=wim, els=els, question=question)
    assert match.meets == ["WANDELEN"]
    assert state(wim, question) == State.ANSWERED
    assert [
        (part.sort, part.who, part.runs) for part in queries.parts(fatma.actor, question.pk)
    ] == [
        ("own_help", "mijn dochter", True),
        ("match", "Noor", True),
        ("enrolment", "Samen eten", True),
    ]

    actions.end(els.actor, match.pk, reason="term_over", ended_by="both", planned=True)
    actions.end_enrolment(wim.actor, place.pk)
    assert asks.one(wim.actor, question.pk).due_on is None
    actions.end_own_help(wim.actor, own.pk, planned=True)
    asked = asks.one(wim.actor, question.pk)
    assert (asked.state, asked.due_on) == (State.ANSWERED, date(2026, 11, 9))
    actions.close(wim.actor, question.pk, ending="Het gaat nu zonder ons.")
    assert state(wim, question) == State.COMPLETED


def test_a_part_that_stops_too_early_puts_the_question_back(question, club, fatma, noor, wim, els):
    own = actions.name_own_help(wim.actor, question.pk, nearby=DAUGHTER)
    actions.start_own_help(wim.actor, own.pk)
    actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("EETCLUB",))
    story.introduced(fatma, noor, wim=wim, els=els, question=question)

    actions.end_own_help(fatma.actor, own.pk, note="Zij is ziek.")
    assert state(wim, question) == State.TRIAGED
    again = actions.start_own_help(wim.actor, own.pk)
    assert again.state == "running"


def test_d45_own_help_is_asked_after_and_can_go_on(question, wim, fatma):
    own = actions.name_own_help(wim.actor, question.pk, nearby=DAUGHTER)
    actions.start_own_help(wim.actor, own.pk)
    later = wim.later(days=60)
    assert [one.pk for one in queries.own_help_due(later)] == [own.pk]

    actions.keep_up(fatma.later(days=60), own.pk, note="Zij doet het graag.")
    assert not queries.own_help_due(later).exists()


def test_k22_c14_the_last_place_goes_to_one_and_then_to_who_waits_longest(
    question, club, fatma, joop, wim
):
    first = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("EETCLUB",))
    other = questions.divide(
        wim.actor, story.searched(joop, wim).pk, needs=(("EETCLUB", 1), ("WANDELEN", 1))
    )
    second = actions.enrol(wim.actor, other.pk, activity_id=club.pk, meets=("EETCLUB",))
    assert (first.state, second.state) == ("enrolled", "waiting")

    actions.end_enrolment(fatma.actor, first.pk)
    second.refresh_from_db()
    assert second.state == "offered"
    second = waiting_line.confirm_place(joop.actor, second.pk)
    assert second.state == "enrolled"
    told = Letter.objects.filter(to_person_id=joop.person.pk, subject="Er is plaats voor u")
    assert told.count() == 1
    back = actions.enrol_again(wim.actor, first.pk)
    assert back.state == "waiting"
    assert Activity.objects.get(pk=club.pk).used == 1


def test_the_database_itself_refuses_one_place_too_many(club):
    Activity.objects.filter(pk=club.pk).update(used=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(pk=club.pk).update(used=2)


def test_being_there_or_not_is_counted(question, club, wim):
    place = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("EETCLUB",))
    actions.attend(wim.actor, place.pk, there=True)
    place = actions.attend(wim.actor, place.pk, there=False)
    assert (place.times_there, place.times_missed) == (1, 1)


def test_a_round_asks_only_for_the_second_helper_when_one_runs_already(
    fatma, noor, wim, els, merwedam
):
    found = replace(story.WALKING, helpers_needed=2)
    question = story.searched(fatma, wim, found=found)
    match = story.introduced(fatma, noor, wim=wim, els=els, question=question)
    for name in ("Nora", "Nina"):
        story.available(enter(name, merwedam, "volunteer"), els)
    assert state(wim, question) == State.SEARCHING

    draft = weighing.draft_round(els.actor)
    assert [line.question_id for line in draft.lines] == [question.pk]
    assert draft.lines[0].volunteering_id != match.volunteering_id


def test_somebody_who_helps_already_is_not_proposed_again(fatma, noor, wim, els):
    found = replace(story.WALKING, helpers_needed=2)
    question = story.searched(fatma, wim, found=found)
    match = story.introduced(fatma, noor, wim=wim, els=els, question=question)
    with pytest.raises(ImpossibleMove, match="helpt hier al"):
        actions.propose(els.actor, question.pk, volunteering_id=match.volunteering_id)


def test_51_who_depends_on_care_is_not_closed_with_informal_help_only(fatma, noor, wim, els):
    question = story.asked(fatma)
    questions.contact(wim.actor, question.pk)
    questions.clarify(wim.actor, question.pk, found=replace(story.WALKING, self_reliance=4))
    questions.triage(wim.actor, question.pk, answers=replace(story.INTENSIVE, self_reliance=4))
    questions.combine(wim.actor, question.pk)
    match = story.introduced(fatma, noor, wim=wim, els=els, question=question)
    actions.end(els.actor, match.pk, reason="term_over", ended_by="both", planned=True)

    with pytest.raises(ImpossibleMove, match="beroepskracht"):
        actions.close(wim.actor, question.pk, ending="Klaar")


def test_zed_and_another_resident_see_no_part(question, club, wim, zed, joop):
    own = actions.name_own_help(wim.actor, question.pk, nearby=DAUGHTER)
    for stranger in (zed.actor, joop.actor):
        assert queries.parts(stranger, question.pk) == []
        with pytest.raises(ObjectDoesNotExist):
            actions.keep_up(stranger, own.pk)
