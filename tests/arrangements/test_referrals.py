"""Ank takes a question up, organises it, and brings the service back (SM-5, D22-D25, A11-A16)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.models import Referral
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.core.triage import Answers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from tests import story

WORDS = "Iemand wil twee keer per week naar de dagbesteding"


@pytest.fixture
def home(wim, ank):
    return people.register_organisation(
        wim.actor, name="Huis aan de Linge", kind="care", contact_id=ank.person.pk
    )


def agrees(fatma, wim, home, scope="question"):
    asked = people.ask_consent(
        wim.actor,
        person_id=fatma.person.pk,
        scope=scope,
        purpose="Dagbesteding regelen",
        organisation_id=home.pk,
    )
    return people.give_consent(fatma.actor, asked.pk, until=date(2027, 6, 1))


@pytest.fixture
def question(fatma, wim):
    opened = story.asked(fatma)
    questions.contact(wim.actor, opened.pk)
    found = replace(story.WALKING, kind="DAGSTRUCTUUR")
    questions.clarify(wim.actor, opened.pk, found=found)
    return questions.triage(wim.actor, opened.pk, answers=Answers(self_reliance=3))


@pytest.fixture
def yes(fatma, wim, home):
    return agrees(fatma, wim, home)


@pytest.fixture
def referral(question, home, yes, wim):
    return actions.refer(wim.actor, question.pk, organisation_id=home.pk, words=WORDS)


def test_d25_d23_sm5_from_sent_to_closed_with_the_five_duties_of_the_contact(
    referral, question, ank, wim, fatma
):
    assert (referral.state, referral.due_on) == ("sent", date(2026, 11, 5))
    assert asks.one(wim.actor, question.pk).state == "referred"

    taken = actions.take_on(ank.actor, referral.pk)
    assert taken.due_on == date(2026, 11, 16)
    organised = actions.offer(
        ank.actor, referral.pk, offered="Dinsdag en vrijdag", starts_on=date(2026, 11, 24)
    )
    assert organised.due_on == date(2026, 11, 24)
    delivered = actions.deliver(ank.actor, referral.pk, on=date(2026, 11, 24))
    assert delivered.due_on == date(2027, 1, 5)
    assert asks.one(fatma.actor, question.pk).state == "answered"

    actions.follow_up(wim.actor, referral.pk, quality=4, words="Gezellig")
    assert actions.close_referral(wim.actor, referral.pk).state == "closed"


def test_prv04_nothing_goes_to_an_organisation_without_the_residents_yes(question, home, wim):
    with pytest.raises(ImpossibleMove, match="nog geen ja"):
        actions.refer(wim.actor, question.pk, organisation_id=home.pk, words=WORDS)
    assert not Referral.objects.exists()
    assert asks.one(wim.actor, question.pk).state == "triaged"


def test_sm14_a_yes_taken_back_stops_the_sharing_at_once(referral, yes, ank, fatma):
    assert queries.asked(ank.actor, referral.pk).words == WORDS
    people.withdraw_consent(fatma.actor, yes.pk)

    assert queries.asked(ank.actor, referral.pk) == queries.Asked("", "", "", "")
    with pytest.raises(ImpossibleMove, match="nog geen ja"):
        actions.take_on(ank.actor, referral.pk)


def test_the_contact_knows_who_it_is_only_after_taking_it_on_and_with_a_yes_for_that(
    referral, ank, fatma, wim, home
):
    agrees(fatma, wim, home, scope="contact")
    assert queries.asked(ank.actor, referral.pk).name == ""

    actions.take_on(ank.actor, referral.pk)
    asked = queries.asked(ank.actor, referral.pk)
    assert (asked.name, asked.phone) == ("Fatma", "0183 555 010")


def test_a13_two_way_unclear_is_asked_back_and_explained(referral, ank, wim):
    actions.ask_back(ank.actor, referral.pk, words="Kan zij zelf reizen?")
    explained = actions.explain(wim.actor, referral.pk, words="Nee, er is vervoer nodig.")

    assert explained.state == "sent"
    assert queries.asked(ank.actor, referral.pk).explained == "Nee, er is vervoer nodig."


def test_when_everyone_said_no_petra_hears_it_by_herself(referral, question, ank, petra, wim):
    actions.refuse(ank.actor, referral.pk, refusal="no_place")

    [stuck] = queries.open_escalations(petra.actor)
    assert (stuck.cause, stuck.question_id, stuck.tried) == (
        "all_refused",
        question.pk,
        "Huis aan de Linge: Geweigerd",
    )
    assert asks.one(wim.actor, question.pk).state == "unanswered"


def test_while_another_is_still_thinking_nothing_is_stuck(
    referral, question, ank, petra, wim, fatma
):
    other = people.register_organisation(
        wim.actor, name="Welzijn Oost", kind="welfare", contact_id=ank.person.pk
    )
    agrees(fatma, wim, other)
    actions.refer(wim.actor, question.pk, organisation_id=other.pk, words=WORDS)

    actions.refuse(ank.actor, referral.pk, refusal="waiting_list")
    assert not queries.open_escalations(petra.actor).exists()


def test_d23_a_no_without_a_reason_is_refused_by_the_database(referral):
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=referral.pk).update(state="declined")


def test_a14_a16_silence_is_reminded_once_and_then_petras(referral, ank, petra, wim, merwedam):
    def walk(days):
        jobs.chase_referrals(Actor.system(merwedam.pk, wim.later(days=days).at))

    walk(3)
    assert Letter.objects.filter(to_person_id=ank.person.pk).count() == 1
    walk(4)
    walk(4)
    assert Letter.objects.filter(to_person_id=ank.person.pk).count() == 2
    assert not queries.open_escalations(petra.actor).exists()

    walk(10)
    walk(11)
    assert [one.cause for one in queries.open_escalations(petra.actor)] == ["silence"]


def test_the_link_makes_ank_answer_without_an_account(referral, ank, merwedam):
    who = queries.referral_by_link(queries.referral_link(referral))
    assert who == (referral.pk, ank.person.pk, merwedam.pk)

    by_mail = Actor(ank.person.pk, merwedam.pk, frozenset({Role.CONTACT}), at=ank.actor.at)
    assert actions.take_on(by_mail, referral.pk).state == "accepted"
    with pytest.raises(ObjectDoesNotExist):
        queries.referral_by_link("1:vals")


@pytest.mark.parametrize("who", ["fatma", "noor", "bilal", "petra", "zed"])
def test_nobody_else_answers_for_ank(who, referral, request):
    actor = request.getfixturevalue(who).actor

    assert not queries.referrals(actor).exists()
    with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
        actions.take_on(actor, referral.pk)


def test_wim_does_not_take_on_for_an_organisation(referral, wim):
    with pytest.raises(PermissionDenied, match=r"arrangements\.take_on"):
        actions.take_on(wim.actor, referral.pk)


def test_a12_d22_c1_a_volunteer_and_an_organisation_answer_together(
    question, home, yes, fatma, noor, wim, els, ank
):
    questions.combine(wim.actor, question.pk)
    referral = actions.refer(wim.actor, question.pk, organisation_id=home.pk, words=WORDS)
    profile = replace(story.NOORS_PROFILE, kinds=("DAGSTRUCTUUR",))
    given = story.available(noor, els, profile=profile)
    match = actions.propose(els.actor, question.pk, volunteering_id=given.pk)
    actions.agree_as_volunteer(noor.actor, match.pk)
    actions.agree_as_resident(fatma.actor, match.pk)
    actions.take_on(ank.actor, referral.pk)
    actions.offer(ank.actor, referral.pk, offered="Dinsdag", starts_on=date(2026, 11, 24))
    delivered = actions.deliver(ank.actor, referral.pk)

    assert delivered.arrangement_id == match.arrangement_id
    assert asks.one(wim.actor, question.pk).state == "answered"


def test_sm8_an_organisation_that_took_it_on_in_time_is_no_deadlock(
    referral, merwedam, ank, wim, petra
):
    def walk(days):
        jobs.escalate_overdue(Actor.system(merwedam.pk, wim.later(days=days).at))

    actions.take_on(ank.later(days=2), referral.pk)
    walk(9)
    assert not queries.open_escalations(petra.actor).exists()

    walk(30)  # by now the offer is late as well
    assert queries.open_escalations(petra.actor).get().cause == "no_match"
