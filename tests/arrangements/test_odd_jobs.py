"""A small job in or around the house, from the first word to whether it was good (SM-12, B15)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions import close
from kruispunt.arrangements.actions import odd_jobs as actions
from kruispunt.arrangements.models import OddJob
from kruispunt.arrangements.queries import odd_jobs
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Letter, Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars
from kruispunt.people.models import Person
from kruispunt.questions import queries as asks
from kruispunt.questions.states import State
from tests import story
from tests.arrangements.lamps import LAMP, TUESDAY, handyman, requested, visit
from tests.cast import MONDAY


@pytest.fixture
def handy(noor, els):
    return handyman(noor, els)


@pytest.fixture
def lamp(fatma, wim):
    return requested(fatma, wim)


@pytest.fixture
def accepted(lamp, wim):
    return actions.judge_odd_job(wim.actor, lamp.pk, answers=LAMP, self_reliance=2)


@pytest.fixture
def planned(accepted, handy, wim):
    return actions.plan_odd_job(wim.actor, accepted.pk, visit=visit(handy))


def state_of(job):
    return job.arrangement.question.__class__.objects.get(pk=job.arrangement.question_id).state


def test_sm12_from_asked_to_satisfied_with_its_terms(lamp, handy, fatma, noor, wim):
    assert (lamp.state, lamp.due_on) == ("requested", date(2026, 11, 4))
    tested = actions.judge_odd_job(wim.actor, lamp.pk, answers=LAMP, self_reliance=2)
    assert (tested.state, tested.tested_by_id, tested.broken) == ("tested", wim.person.pk, [])
    assert (tested.due_on, state_of(lamp)) == (date(2026, 11, 9), State.WITH_HANDYMAN)

    planned = actions.plan_odd_job(wim.actor, lamp.pk, visit=visit(handy))
    assert (planned.state, planned.due_on, state_of(lamp)) == ("planned", TUESDAY, State.ANSWERED)

    done = actions.finish_odd_job(noor.later(days=8), lamp.pk, minutes=25)
    assert (done.state, done.done_on, done.due_on) == ("done", TUESDAY, date(2026, 11, 13))
    heard = actions.hear_odd_job(fatma.later(days=9), lamp.pk, satisfied="yes", said="Dank!")
    assert (heard.state, heard.due_on) == ("heard", None)
    # Nothing of the answer runs any more: somebody looks whether the question is done.
    assert asks.one(wim.actor, lamp.arrangement.question_id).due_on == date(2026, 11, 18)
    close(wim.later(days=9), lamp.arrangement.question_id, ending="De lamp brandt.")
    assert state_of(lamp) == State.COMPLETED


def test_sm12_somebody_at_the_door_asks_without_an_account(merwedam, wim):
    guest = Actor(None, merwedam.pk, frozenset({Role.RESIDENT}), at=MONDAY)
    job = actions.ask_odd_job(
        guest,
        who=Particulars(given_name="Halima", phone="0183 555 011"),
        words="De schutting waait om",
        kind="KLUS_TUIN",
    )
    assert [one.pk for one in odd_jobs.open_odd_jobs(wim.actor)] == [job.pk]
    assert state_of(job) == State.NEW
    assert not odd_jobs.odd_jobs(guest).exists()


def test_sm12_what_does_not_fit_leaves_its_question_on_the_desk(lamp, wim):
    answers = replace(LAMP, certified=True)
    unfit = actions.judge_odd_job(wim.actor, lamp.pk, answers=answers, self_reliance=2)
    assert (unfit.state, unfit.broken, unfit.due_on) == ("unfit", ["vakwerk"], None)
    question = asks.one(wim.actor, lamp.arrangement.question_id)
    assert (question.state, question.worker_id) == (State.CONTACTED, wim.person.pk)
    assert question.due_on == date(2026, 11, 9)


def test_prv08_a_person_may_decide_otherwise_and_says_why(lamp, wim):
    answers = replace(LAMP, hours=Decimal("2.5"))
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        actions.judge_odd_job(wim.actor, lamp.pk, answers=answers, self_reliance=2, fits=True)
    done = actions.judge_odd_job(
        wim.actor,
        lamp.pk,
        answers=answers,
        self_reliance=2,
        fits=True,
        reason="De hal is lang, het is één lamp.",
    )
    assert (done.state, done.broken) == ("tested", ["klein"])
    line = JournalLine.objects.get(verb="odd_job.accept_odd_job")
    assert (line.facts["proposed"], line.facts["broken"]) == (False, ["klein"])


def test_sm12_how_small_is_a_dated_setting_of_the_municipality(lamp, wim, merwedam):
    Term.objects.create(
        municipality=merwedam, name="odd_job.hours", length=3, valid_from=date(2026, 1, 1)
    )
    answers = replace(LAMP, hours=Decimal(3))
    done = actions.judge_odd_job(wim.actor, lamp.pk, answers=answers, self_reliance=2)
    assert (done.state, done.broken) == ("tested", [])


def test_sm12_a_plan_asks_a_volunteer_who_passes_the_hard_rules(accepted, noor, els, wim):
    walks = story.available(noor, els)
    with pytest.raises(ImpossibleMove, match="past niet"):
        actions.plan_odd_job(wim.actor, accepted.pk, visit=visit(walks))


def test_vog_01_nobody_comes_into_a_house_without_a_certificate(accepted, handy, els, wim):
    type(handy).objects.filter(pk=handy.pk).update(vog_until=date(2026, 11, 1))
    with pytest.raises(ImpossibleMove, match="past niet"):
        actions.plan_odd_job(wim.actor, accepted.pk, visit=visit(handy))


def test_two_who_may_never_meet_do_not_meet_over_a_lamp(accepted, handy, fatma, noor, wim):
    people.exclude(
        wim.actor, one_id=fatma.person.pk, other_id=noor.person.pk, reason="Een oude zaak"
    )
    with pytest.raises(ImpossibleMove, match="past niet"):
        actions.plan_odd_job(wim.actor, accepted.pk, visit=visit(handy))


def test_a_plan_lies_ahead(accepted, handy, wim):
    with pytest.raises(ValidationError, match="Kies een dag die nog komt"):
        actions.plan_odd_job(wim.actor, accepted.pk, visit=visit(handy, on=date(2026, 11, 1)))


def test_nothing_is_planned_before_it_is_tested(lamp, handy, wim):
    with pytest.raises(ImpossibleMove):
        actions.plan_odd_job(wim.actor, lamp.pk, visit=visit(handy))


def test_both_hear_the_day_and_what_the_materials_cost(planned, fatma, noor):
    told = Letter.objects.get(to_person_id=fatma.person.pk)
    assert "Noor komt op dinsdag 10 november, in de ochtend." in told.text
    assert "hooguit 7,50 euro" in told.text
    asked = Letter.objects.get(to_person_id=noor.person.pk)
    assert "Lindelaan" not in asked.text
    assert "Fatma" not in asked.text


def test_prv05_who_comes_sees_the_door_until_the_job_is_done_and_no_longer(planned, noor, wim):
    [mine] = odd_jobs.jobs_i_come_for(noor.actor)
    door = odd_jobs.door_of(mine)
    assert (door.name, door.address) == ("Fatma", "Lindelaan 3, 4201 AB Merwedam")
    assert not asks.visible(noor.actor).exists()

    actions.finish_odd_job(noor.actor, mine.pk, minutes=30)
    assert not odd_jobs.jobs_i_come_for(noor.actor).exists()
    with pytest.raises(ObjectDoesNotExist):
        actions.finish_odd_job(noor.actor, mine.pk, minutes=30)


def test_a_sealed_address_is_on_no_page_of_who_comes(planned, noor, fatma):
    Person.objects.filter(pk=fatma.person.pk).update(address_sealed=True)
    [mine] = odd_jobs.jobs_i_come_for(noor.actor)
    assert odd_jobs.door_of(mine) == odd_jobs.Door("Fatma", "", "0183 555 010")


def test_who_cannot_come_after_all_gives_it_back(planned, noor, fatma, wim):
    back = actions.hand_back_odd_job(noor.actor, planned.pk)
    assert (back.state, back.volunteering_id, back.on) == ("tested", None, None)
    assert (back.due_on, state_of(back)) == (date(2026, 11, 9), State.WITH_HANDYMAN)
    assert Letter.objects.filter(
        to_person_id=fatma.person.pk, subject="Uw klus komt op een andere dag"
    ).exists()
    assert not odd_jobs.jobs_i_come_for(noor.actor).exists()


def test_sm12_what_is_not_good_yet_is_done_once_more(planned, fatma, noor, wim, handy):
    actions.finish_odd_job(noor.actor, planned.pk, minutes=30)
    again = actions.hear_odd_job(fatma.actor, planned.pk, satisfied="no", said="Hij knippert")
    assert (again.state, again.said, state_of(again)) == (
        "tested",
        "Hij knippert",
        State.WITH_HANDYMAN,
    )
    next_week = visit(handy, on=TUESDAY + timedelta(days=7))
    assert actions.plan_odd_job(wim.actor, planned.pk, visit=next_week).state == "planned"
    assert state_of(planned) == State.ANSWERED


def test_an_answer_by_telephone_takes_the_letter_back(planned, fatma, noor, wim):
    actions.finish_odd_job(noor.actor, planned.pk, minutes=30)
    asked = Letter.objects.get(subject="Is de klus goed gedaan?")
    assert (asked.state, asked.channel) == ("waiting", "phone")
    actions.hear_odd_job(wim.actor, planned.pk, satisfied="mostly")
    asked.refresh_from_db()
    assert asked.state == "done"


def test_the_word_in_the_letter_is_about_this_job_and_no_forged_one_opens_it(planned, fatma):
    word = odd_jobs.odd_job_link(planned)
    assert odd_jobs.odd_job_by_link(word) == (
        planned.pk,
        fatma.person.pk,
        planned.municipality_id,
    )
    with pytest.raises(ObjectDoesNotExist):
        odd_jobs.odd_job_by_link(f"{planned.pk}:vals")


def test_a_job_that_is_not_needed_any_more_frees_who_would_come(planned, fatma, noor):
    actions.cancel_odd_job(fatma.actor, planned.pk)
    assert Letter.objects.filter(
        to_person_id=noor.person.pk, subject="De klus gaat niet door"
    ).exists()
    assert not odd_jobs.jobs_i_come_for(noor.actor).exists()


def test_a_job_is_a_part_of_the_answer_in_sight(planned, wim, fatma):
    [part] = queries.parts(fatma.actor, planned.arrangement.question_id)
    assert (part.sort, part.who, part.runs) == ("odd_job", "Noor", True)
    assert queries.unmet(planned.arrangement) == {}


def test_nothing_is_nobodys_a_job_lies_with_desk_volunteer_and_resident(planned, fatma, noor, wim):
    def waits(actor):
        return [
            (pile.where, row.pk) for pile in odd_jobs.of_odd_jobs(actor) for row in pile.waiting
        ]

    assert waits(wim.actor) == [("odd_job", planned.pk)]
    assert waits(noor.actor) == [("my_odd_job", planned.pk)]
    assert waits(fatma.actor) == []
    actions.finish_odd_job(noor.actor, planned.pk, minutes=30)
    assert waits(noor.actor) == []
    assert waits(fatma.actor) == [("how_was_it", planned.pk)]


def test_who_has_no_part_in_it_sees_and_does_nothing(planned, joop, bilal, zed):
    for stranger in (joop, bilal, zed):
        assert not odd_jobs.odd_jobs(stranger.actor).exists()
        assert not odd_jobs.jobs_i_come_for(stranger.actor).exists()
        with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
            actions.finish_odd_job(stranger.actor, planned.pk, minutes=1)
        with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
            actions.request_odd_job(
                stranger.actor, planned.arrangement.question_id, words="Iets", kind="KLUS_HUIS"
            )


def test_the_coordinator_plans_but_does_not_test(lamp, els, wim, handy):
    with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
        actions.judge_odd_job(els.actor, lamp.pk, answers=LAMP, self_reliance=2)
    actions.judge_odd_job(wim.actor, lamp.pk, answers=LAMP, self_reliance=2)
    assert actions.plan_odd_job(els.actor, lamp.pk, visit=visit(handy)).state == "planned"


def test_the_database_wants_who_when_and_what_it_costs(accepted):
    with pytest.raises(IntegrityError), transaction.atomic():
        OddJob.objects.filter(pk=accepted.pk).update(state="planned")


def test_sm12_an_overdue_job_goes_to_the_process_manager(accepted, wim, merwedam):
    house = Actor.system(merwedam.pk, MONDAY + timedelta(days=20))
    assert asks.overdue_searches(house) == [accepted.arrangement.question_id]


def test_b15_what_odd_jobs_brought_is_counted(planned, fatma, noor, wim):
    actions.finish_odd_job(noor.later(days=8), planned.pk, minutes=30)
    actions.hear_odd_job(fatma.later(days=9), planned.pk, satisfied="yes")
    counted = odd_jobs.counted_odd_jobs(wim.actor, 2026)
    assert counted == odd_jobs.Counted(1, 1, Decimal("0.5"), 8)
