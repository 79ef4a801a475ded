"""Petra breaks a deadlock: a clear question, parties, an offer or a decision (SM-8, D26-D31)."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.models import Escalation
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.people import actions as people
from kruispunt.questions import queries as asks
from tests import story


@pytest.fixture
def home(wim, ank):
    return people.register_organisation(
        wim.actor, name="Huis aan de Linge", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def question(fatma, wim):
    return story.searched(fatma, wim)


@pytest.fixture
def stuck(question, wim):
    return actions.report(wim.actor, question.pk, cause="no_match")


@pytest.fixture
def clear(stuck, petra):
    return actions.clear_up(
        petra.actor, stuck.pk, what="Vervoer naar de dagbesteding", tried="Drie vrijwilligers"
    )


def test_d26_a_question_without_an_answer_at_term_reports_itself_once(
    question, merwedam, wim, petra
):
    def walk(days):
        jobs.escalate_overdue(Actor.system(merwedam.pk, wim.later(days=days).at))

    walk(28)
    assert not queries.open_escalations(petra.actor).exists()
    walk(29)
    walk(30)
    [stuck] = queries.open_escalations(petra.actor)
    assert (stuck.cause, stuck.question_id, stuck.due_on) == (
        "no_match",
        question.pk,
        date(2026, 12, 3),
    )


def test_d27_petra_clears_it_up_invites_and_agrees_on_an_offer(clear, home, petra, ank, wim):
    invited = actions.invite_parties(petra.actor, clear.pk, organisation_ids=(home.pk,))
    assert invited.due_on == date(2026, 11, 23)
    [party] = queries.parties(ank.actor)
    actions.bring(ank.actor, party.pk, words="Wij rijden op dinsdag")

    agreed = actions.agree_offer(
        petra.actor,
        clear.pk,
        agreed="Huis aan de Linge rijdt",
        responsible_id=home.pk,
        deadline=date(2026, 11, 30),
    )
    assert agreed.due_on == date(2026, 11, 30)
    actions.carry_out(petra.actor, clear.pk)

    question = asks.one(wim.actor, clear.question_id)
    assert (question.state, question.due_on) == ("triaged", date(2026, 11, 4))
    done = actions.evaluate(petra.actor, clear.pk, evaluation="Te laat gevraagd")
    assert done.state == "evaluated"


def test_d28_only_petra_decides_over_the_heads_of_organisations(clear, home, petra, wim, els, ank):
    decision = {
        "responsible_id": home.pk,
        "deadline": date(2026, 11, 20),
        "reason": "Niemand wilde, en dit kan niet wachten.",
    }
    for someone in (wim, els, ank):
        with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
            actions.decide(someone.actor, clear.pk, **decision)

    assert actions.decide(petra.actor, clear.pk, **decision).due_on == date(2026, 11, 20)


def test_a_decision_without_reason_deadline_or_responsible_is_refused_by_the_database(clear):
    with pytest.raises(IntegrityError), transaction.atomic():
        Escalation.objects.filter(pk=clear.pk).update(state="decided")


def test_k7_petra_reads_what_is_stuck_and_never_who_asks(clear, petra):
    assert not asks.visible(petra.actor).exists()
    assert queries.escalation(petra.actor, clear.pk).what == "Vervoer naar de dagbesteding"


@pytest.mark.parametrize("who", ["fatma", "noor", "bilal", "ank", "els", "zed"])
def test_nobody_else_reads_what_is_stuck(who, clear, request):
    assert not queries.escalations(request.getfixturevalue(who).actor).exists()


def test_one_question_is_stuck_once_at_a_time(stuck, wim):
    with pytest.raises(ImpossibleMove):
        actions.report(wim.actor, stuck.question_id, cause="gap")


def test_d29_the_register_counts_what_gets_stuck(stuck, petra):
    assert queries.bottlenecks(petra.actor) == [("Geen vrijwilliger gevonden op tijd", 1)]


def test_a_party_answers_by_link_and_only_its_own(clear, home, petra, ank, noor, merwedam):
    actions.invite_parties(petra.actor, clear.pk, organisation_ids=(home.pk,))
    [party] = queries.parties(petra.actor)

    assert queries.party_by_link(queries.party_link(party)) == (
        party.pk,
        ank.person.pk,
        merwedam.pk,
    )
    with pytest.raises(ObjectDoesNotExist):
        actions.bring(noor.actor, party.pk, words="Ik")


def test_a_yes_that_comes_after_all_answers_a_question_that_was_stuck(
    question, fatma, noor, wim, els, petra
):
    given = story.available(noor, els)
    match = actions.propose(els.actor, question.pk, volunteering_id=given.pk)
    actions.agree_as_volunteer(noor.actor, match.pk)
    stuck = actions.report(wim.actor, question.pk, cause="no_match")
    assert asks.one(wim.actor, question.pk).state == "unanswered"

    actions.agree_as_resident(fatma.actor, match.pk)

    assert asks.one(wim.actor, question.pk).state == "answered"
    # The process manager still sees it, and ticks it off.
    assert queries.open_escalations(petra.actor).get() == stuck
