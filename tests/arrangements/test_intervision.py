"""Noor learns with other volunteers: a day, a place, no names, and a call for who stays away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.arrangements.actions import coming_together as together
from kruispunt.arrangements.actions import intervision as actions
from kruispunt.arrangements.models import Attendance, IntervisionMeeting, IntervisionMember, Minutes
from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.queries.work_of_intervision import intervision as piles
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.people.models import Seat
from tests import story
from tests.cast import enter

ASKED = "Komt u ook naar de intervisie?"


@pytest.fixture
def tine(merwedam, els):
    """The trainer, who leads the group."""
    found = enter("Tine", merwedam, "trainer")
    Seat.objects.create(
        municipality=merwedam, person=found.person, role="trainer", since=els.actor.today
    )
    return found


@pytest.fixture
def noors(fatma, noor, wim, els):
    return story.introduced(fatma, noor, wim=wim, els=els).volunteering


@pytest.fixture
def bilals(bilal, els):
    return story.available(bilal, els)


@pytest.fixture
def group(els, tine, noors):
    made = actions.start_group(els.actor, name="Dinsdagkring", facilitator_id=tine.person.pk)
    actions.join_group(els.actor, made.pk, volunteering_id=noors.pk)
    return made


def planned(els, tine, group, *, days=14, **how):
    plan = actions.MeetingPlan(
        on=els.actor.today + timedelta(days=days), owner_id=tine.person.pk, where="De Kern", **how
    )
    return actions.plan_meeting(els.actor, group.pk, plan=plan)


def mine(noor):
    return queries.mine(noor.actor)[0]


def held(els, meeting, *present, days=14, **how):
    return together.hold_meeting(
        els.later(days=days), meeting.pk, held=together.Held(present=tuple(present), **how)
    )


def waits(actor, step):
    return [
        row.pk for pile in piles(actor) for row in pile.waiting if pile.steps[row.state] == step
    ]


def test_a18_planned_invited_by_letter_answered_by_link_and_held(els, tine, noor, group, merwedam):
    meeting = planned(els, tine, group)
    invited = mine(noor)
    assert Letter.objects.filter(subject=ASKED, to_person_id=noor.person.pk).count() == 1
    word = queries.attendance_link(invited)
    assert queries.attendance_by_link(word) == (invited.pk, noor.person.pk, merwedam.pk)

    came = together.say_coming(noor.actor, invited.pk, subject="Wat doe ik als het stil is?")
    assert (came.state, came.number) == ("coming", 1)
    assert Letter.objects.get(subject=ASKED).state == "done"
    done = held(els, meeting, invited.pk, learned="Stilte mag er zijn.", minutes=90)

    assert done.state == "held"
    assert mine(noor).state == "present"
    assert queries.held_this_year(els.later(days=14), group.pk) == 1
    assert Minutes.objects.get().kind == "intervision"


def test_a18_a_subject_names_nobody_who_is_helped(els, tine, noor, fatma, group):
    meeting = planned(els, tine, group)
    for words in (f"Ik was bij {fatma.person.given_name}.", "Mevrouw Jansen eet niet."):
        with pytest.raises(ValidationError):
            together.say_coming(noor.actor, mine(noor).pk, subject=words)
    with pytest.raises(ValidationError):
        held(els, meeting, learned=f"{fatma.person.given_name.upper()} is vaak stil")
    assert mine(noor).state == "invited"


def test_a18_the_next_meeting_always_has_an_owner_out_of_the_group(
    els, tine, noor, joop, group, merwedam
):
    plan = actions.MeetingPlan(on=els.actor.today, owner_id=joop.person.pk)
    with pytest.raises(ValidationError):
        actions.plan_meeting(els.actor, group.pk, plan=plan)
    actions.plan_meeting(els.actor, group.pk, plan=replace(plan, owner_id=noor.person.pk))
    noors_own = replace(noor.actor, roles=frozenset({"volunteer"}))
    assert waits(noors_own, "Bereid de intervisie voor")
    assert Letter.objects.filter(
        subject="U bereidt de intervisie voor", to_person_id=noor.person.pk
    ).exists()


def test_a17_a_very_intensive_match_without_a_group_is_somebodys_work(els, noors):
    assert waits(els.actor, "x") == []
    Match.objects.update(intensity="zeer_intensief")
    assert list(queries.without_group(els.actor)) == [noors]
    made = actions.start_group(els.actor, name="Kring", facilitator_id=els.person.pk)
    actions.join_group(els.actor, made.pk, volunteering_id=noors.pk)
    assert not queries.without_group(els.actor)


def test_chk_01_after_each_meeting_the_next_day_has_a_term(els, tine, group):
    assert waits(els.actor, "Plan de volgende intervisie") == [group.pk]
    meeting = planned(els, tine, group)
    assert waits(els.actor, "Plan de volgende intervisie") == []
    assert waits(tine.actor, "Leg vast wie er bij de intervisie was") == [meeting.pk]
    held(els, meeting)
    group.refresh_from_db()
    assert group.state == "waiting"
    # At least four times a year: forty working days to find a day, and a quarter in all.
    assert (group.due_on - els.later(days=14).today).days < 91


def test_a21_two_times_away_asks_for_a_call_and_coming_back_ends_it(els, tine, noor, group):
    member = IntervisionMember.objects.get()
    held(els, planned(els, tine, group))
    member.refresh_from_db()
    assert member.state == "joined"
    meeting = planned(els, tine, group, days=40)
    together.say_not_coming(noor.actor, mine(noor).pk)
    held(els, meeting, days=40)

    member.refresh_from_db()
    assert member.state == "missing"
    call = "Bel: was er vaak niet bij de intervisie"
    assert waits(els.actor, call) == [member.pk]
    assert waits(tine.actor, call) == []  # why someone stays away is not for the trainer
    actions.talk_about_missing(els.actor, member.pk, said="Liever overdag.")
    member.refresh_from_db()
    assert (member.state, member.due_on) == ("joined", None)


def test_a21_who_is_there_again_is_not_called(els, tine, noor, group):
    for days in (14, 40):
        held(els, planned(els, tine, group, days=days), days=days)
    meeting = planned(els, tine, group, days=60)
    held(els, meeting, mine(noor).pk, days=60)
    assert IntervisionMember.objects.get().state == "joined"
    assert waits(els.later(days=60), "Bel: was er vaak niet bij de intervisie") == []


def test_the_last_place_is_given_once_says_the_database(els, tine, noor, bilal, bilals, group):
    actions.join_group(els.actor, group.pk, volunteering_id=bilals.pk)
    meeting = planned(els, tine, group, places=2)
    together.say_coming(noor.actor, mine(noor).pk)
    IntervisionMeeting.objects.filter(pk=meeting.pk).update(places=2)
    together.say_coming(bilal.actor, mine(bilal).pk)
    assert sorted(Attendance.objects.values_list("number", flat=True)) == [1, 2]
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.update(number=1)
    together.say_not_coming(noor.actor, mine(noor).pk)
    assert mine(noor).number is None


def test_a_full_table_says_so(els, tine, noor, bilal, joop, bilals, group):
    for given in (bilals, story.available(joop, els)):
        actions.join_group(els.actor, group.pk, volunteering_id=given.pk)
    planned(els, tine, group, places=2)
    for someone in (noor, bilal):
        together.say_coming(someone.actor, mine(someone).pk)
    with pytest.raises(together.NoPlaceLeft):
        together.say_coming(joop.actor, mine(joop).pk)


def test_called_off_everyone_hears_it_and_a_new_day_is_looked_for(els, tine, noor, group):
    meeting = planned(els, tine, group)
    actions.call_off_meeting(els.actor, meeting.pk, why="Ziek")
    group.refresh_from_db()
    assert group.state == "waiting"
    assert Letter.objects.filter(
        subject="De intervisie gaat niet door", to_person_id=noor.person.pk
    ).exists()
    assert not queries.mine(noor.actor)


def test_who_stops_is_asked_no_more_and_says_no_reason(els, tine, noor, group):
    planned(els, tine, group)
    actions.leave_group(noor.actor, IntervisionMember.objects.get().pk)
    assert Attendance.objects.get().state == "dropped"
    assert not queries.members(els.actor, group.pk)


def test_each_sees_her_own_part_and_zed_nothing(els, tine, noor, bilal, fatma, zed, group):
    meeting = planned(els, tine, group)
    assert list(queries.groups(noor.actor)) == list(queries.groups(tine.actor)) == [group]
    for someone in (bilal, fatma, zed):
        assert not queries.groups(someone.actor)
        assert not queries.attendances(someone.actor, meeting.pk)
        with pytest.raises(ObjectDoesNotExist):
            together.hold_meeting(someone.actor, meeting.pk, held=together.Held(present=()))
    with pytest.raises(PermissionDenied):
        together.hold_meeting(noor.actor, meeting.pk, held=together.Held(present=()))
    with pytest.raises(PermissionDenied):
        actions.start_group(tine.actor, name="Kring", facilitator_id=tine.person.pk)


def test_what_is_still_to_come_was_not_held(els, tine, group):
    meeting = planned(els, tine, group)
    with pytest.raises(ImpossibleMove):
        held(els, meeting, days=1)
