"""What we aim at and how far we are: a number may be unknown, and small ones stay hidden."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.actions import guiding
from kruispunt.base.roles import Role
from kruispunt.core.aims import Aim
from kruispunt.insights import actions
from kruispunt.insights.models import Target
from kruispunt.insights.queries import answers, over_time, targets
from tests import story
from tests.cast import enter


@pytest.fixture
def begun(fatma, noor, wim, els):
    """One match that began today."""
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return arrangements.start_trial(els.actor, met.pk)


def test_a6_a_weekly_target_has_a_baseline_an_actual_and_what_is_extra(begun, petra):
    actions.aim(petra.actor, at=Aim.MATCHES_INTENSIVE, number=Decimal(2), baseline=Decimal("0.05"))

    light, intensive, very = targets.course(petra.actor).weekly
    assert (intensive.baseline, intensive.number) == (Decimal("0.05"), Decimal(2))
    assert intensive.actual == pytest.approx(1 / 13)
    assert intensive.extra == pytest.approx(1 / 13 - 0.05)
    assert (light.number, light.actual, light.extra, very.actual) == (None, 0, None, 0)


def test_a6_a_target_may_be_unknown_and_counts_from_its_day_on(petra):
    actions.aim(petra.actor, at=Aim.HOURS, number=Decimal(8))
    later = petra.later(days=30)
    actions.aim(later, at=Aim.HOURS, number=None)

    assert targets.agreed(petra.actor)[Aim.HOURS].number == Decimal(8)
    assert targets.agreed(later)[Aim.HOURS].number is None


def test_a6_agreed_on_twice_on_one_day_is_agreed_on_once(petra):
    for number in (1, 2):
        actions.aim(petra.actor, at=Aim.HOURS, number=Decimal(number))

    assert [row.number for row in Target.objects.all()] == [Decimal(2)]


def test_a7_money_hours_and_matches_stand_beside_each_other(begun, petra, els):
    actions.aim(petra.actor, at=Aim.BUDGET, number=Decimal(17_500))
    actions.aim(petra.actor, at=Aim.HOURS, number=Decimal(8))
    guided(els, begun, 30)

    money = targets.course(petra.actor).money
    assert (money.begun, money.lasting, money.noted) == (1, 0, 0.5)
    assert round(money.an_hour, 2) == 42.07
    assert money.a_match == 17_500 * 13 / 52
    assert (money.hours_a_match, money.a_lasting_match) == (104, None)


def test_a8_guidance_is_planned_for_each_class_and_held_against_what_was_noted(begun, petra, els):
    actions.aim(petra.actor, at=Aim.GUIDANCE_INTENSIVE, number=Decimal(30))
    guided(els, begun, 45)

    light, intensive, _ = targets.course(petra.actor).guided
    assert (intensive.running, intensive.planned, intensive.noted) == (1, 0.5, 0.75)
    assert (light.running, light.planned) == (0, None)


def test_a3_a24_quality_speed_and_room_quarter_by_quarter(begun, petra):
    *_, last = seen = over_time.over_time(petra.actor)

    assert (len(seen), last.name) == (8, "2026, kwartaal 4")
    assert (last.begun, last.running, last.volunteers, last.days_to_meet) == (1, 1, 1, 0)
    assert (last.lasting, last.contact_resident) == (None, None)
    assert seen[0].begun == 0


def test_a3_what_lasted_three_months_is_known_when_those_have_passed(begun, petra):
    after = petra.later(days=200)

    by_name = {one.name: one for one in over_time.over_time(after)}
    assert by_name["2026, kwartaal 4"].lasting == 100


def test_a11_a_way_that_nobody_took_stands_there_with_nought(begun, petra):
    ways = dict(answers.outcome(petra.actor).ways)
    assert sum(ways.values()) == 1
    assert set(ways.values()) == {0, 1}


def test_c17_how_long_help_took_and_how_much_of_it_was_formal(begun, petra):
    informal, both, formal = answers.outcome(petra.actor).sorts
    assert (informal.answers, informal.share, informal.days) == (1, 100, None)
    assert (both.answers, formal.answers) == (0, 0)


def test_c16_who_asks_again_within_a_year_is_counted(fatma, wim, els, petra, begun):
    arrangements.end(els.actor, begun.pk, reason="moved", ended_by="both", planned=True)
    closed = targets_closed(begun)
    story.asked(fatma)  # the day she was helped does not count as coming back
    after = petra.later(days=500)
    assert (answers.outcome(after).helped, answers.outcome(after).again) == (1, 0)

    from_then = type(fatma.actor)(
        fatma.person.pk, fatma.actor.municipality_id, fatma.actor.roles, at=fatma.later(days=60).at
    )
    story.questions.open_question(from_then, asked_by_id=fatma.person.pk, words="Nog iets")
    seen = answers.outcome(after)
    assert (seen.helped, seen.again, seen.at_the_municipality) == (1, 100, 0)
    assert closed.state == "completed"


def guided(els, match, minutes):
    guiding.note_minutes(
        els.actor, worked=guiding.Worked(kind="check_in", minutes=minutes, match_id=match.pk)
    )


def targets_closed(match):
    """The question behind a match, over and done with today."""
    question = match.arrangement.question
    question.state, question.ended_at = "completed", match.state_since
    question.save()
    return question


def test_prv16_policy_sees_no_small_number_and_no_mean_of_few(begun, petra, merwedam):
    actions.aim(petra.actor, at=Aim.BUDGET, number=Decimal(17_500))
    ruben = enter("Ruben", merwedam, Role.POLICY).actor

    now = targets.course(ruben)
    assert [one.actual for one in now.weekly] == [0, None, 0]
    assert (now.money.begun, now.money.a_match) == (None, None)
    *_, last = over_time.over_time(ruben)
    assert (last.begun, last.days_to_meet) == (None, None)
    assert [one.share for one in answers.outcome(ruben).sorts] == [None] * 3


def test_only_the_process_manager_aims_and_others_read(petra, wim, fatma, zed):
    for who in (wim, fatma):
        with pytest.raises(PermissionDenied):
            actions.aim(who.actor, at=Aim.HOURS, number=Decimal(1))
    with pytest.raises(PermissionDenied):
        targets.agreed(fatma.actor)
    actions.aim(petra.actor, at=Aim.HOURS, number=Decimal(1))
    assert targets.agreed(zed.actor) == {}


@pytest.mark.parametrize("crowd", [1, 3])
def test_as_many_queries_for_three_as_for_one(
    crowd, begun, fatma, petra, django_assert_num_queries
):
    for _ in range(crowd):
        story.asked(fatma)

    with django_assert_num_queries(13):
        targets.course(petra.actor)
        over_time.over_time(petra.actor)
        answers.outcome(petra.actor)
