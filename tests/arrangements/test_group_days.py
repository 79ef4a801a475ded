"""A group that comes together on a fixed day, with exceptions, told to who takes part (K11)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from kruispunt.arrangements import actions
from kruispunt.arrangements.actions import group_days
from kruispunt.arrangements.queries.group_days import my_groups
from kruispunt.base.fixed_days import NoSuchDay
from kruispunt.base.models import JournalLine, Letter
from kruispunt.core import rhythm as core
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Activity, ActivityOtherDay, ActivityRhythm
from kruispunt.offers.queries import days
from tests import story

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 11, 10)
EACH_TUESDAY = core.Rhythm(first_on=TUESDAY, every=core.Every.WEEK, at=time(17), until=time(19))


@pytest.fixture
def club(wim):
    return story.eating_club(wim, capacity=2)


@pytest.fixture
def place(club, fatma, wim):
    """Fatma eats along."""
    question = story.searched(fatma, wim)
    found = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("WANDELEN",))
    Letter.objects.all().delete()
    return found


@pytest.fixture
def weekly(club, place, wim):
    group_days.set_days(wim.actor, club.pk, rhythm=EACH_TUESDAY)
    Letter.objects.all().delete()
    return ActivityRhythm.objects.get()


def days_of(actor, club):
    found = days.next_times(actor, club.pk, ahead=timedelta(days=15))
    return [(str(one.occasion.shown_on), one.occasion.why) for one in found]


def told():
    return {letter.to_person_id: letter.text for letter in Letter.objects.all()}


def test_k11_a_group_gets_a_fixed_day_and_everyone_reads_it(club, place, wim, fatma, joop):
    group_days.set_days(wim.actor, club.pk, rhythm=EACH_TUESDAY)
    club.refresh_from_db()
    assert club.rhythm == "elke week op dinsdag, van 17.00 tot 19.00 uur"
    for reader in (fatma, wim, joop):
        assert days_of(reader.actor, club) == [("2026-11-10", ""), ("2026-11-17", "")]
    assert my_groups(joop.actor) == []
    [(activity_id, name, soon)] = my_groups(fatma.actor)
    assert (activity_id, name, soon.on) == (club.pk, "Samen eten", TUESDAY)


def test_k11_who_takes_part_is_told_once_and_who_waits_in_line_is_not(
    club, place, wim, fatma, joop, bilal
):
    for one in (joop, bilal):
        question = story.searched(one, wim)
        actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("WANDELEN",))
    Letter.objects.all().delete()
    for _ in range(2):
        group_days.set_days(wim.actor, club.pk, rhythm=EACH_TUESDAY)
    assert set(told()) == {fatma.person.pk, joop.person.pk}
    assert Letter.objects.count() == 2
    text = told()[fatma.person.pk]
    assert "U doet mee met: Samen eten." in text
    assert "Het is voortaan elke week op dinsdag, van 17.00 tot 19.00 uur." in text
    assert "Joop" not in text
    assert JournalLine.objects.filter(verb="activity.set_days").count() == 1


def test_k11_until_a_date_and_then_no_more(club, place, wim):
    short = core.Rhythm(
        first_on=TUESDAY,
        every=core.Every.TWO_WEEKS,
        at=time(17),
        until=time(19),
        last_on=date(2026, 12, 8),
    )
    group_days.set_days(wim.actor, club.pk, rhythm=short)
    found = days.next_times(wim.actor, club.pk, ahead=timedelta(days=90))
    assert [str(one.occasion.on) for one in found] == ["2026-11-10", "2026-11-24", "2026-12-08"]
    club.refresh_from_db()
    assert club.rhythm.endswith(", tot en met 8 december 2026")
    longest = Activity._meta.get_field("rhythm").max_length
    assert len(
        "om de week op donderdag, van 14.00 tot 16.00 uur, tot en met 30 september 2027"
    ) <= (longest)


def test_k11_one_time_off_one_moved_and_on_after_all(club, weekly, wim, fatma):
    for _ in range(2):
        group_days.skip_day(wim.actor, club.pk, day=TUESDAY, words="De keuken is dicht")
    [letter] = Letter.objects.all()
    assert letter.to_person_id == fatma.person.pk
    assert "De keer van dinsdag 10 november gaat niet door." in letter.text
    assert "De keuken is dicht" in letter.text
    assert days_of(fatma.actor, club)[0] == ("2026-11-10", "called_off")

    to = date(2026, 11, 12)
    group_days.move_day(wim.actor, club.pk, day=TUESDAY, to=to, at=time(16))
    assert "verzet naar donderdag 12 november om 16.00 uur" in Letter.objects.latest("pk").text
    assert days_of(fatma.actor, club)[0] == ("2026-11-12", "moved")

    group_days.hold_day(wim.actor, club.pk, day=TUESDAY)
    assert "gaat toch door" in Letter.objects.latest("pk").text
    assert days_of(fatma.actor, club)[0] == ("2026-11-10", "")
    assert ActivityOtherDay.objects.get().turn == 3


def test_k11_a_day_that_is_none_or_was_or_lies_too_far_is_refused(club, weekly, wim):
    for day in (date(2026, 11, 11), date(2026, 11, 3)):
        with pytest.raises(NoSuchDay):
            group_days.skip_day(wim.actor, club.pk, day=day)
    with pytest.raises(NoSuchDay):
        group_days.skip_day(wim.later(days=9), club.pk, day=TUESDAY)
    far = date(2027, 3, 1)
    with pytest.raises(ValidationError):
        group_days.move_day(wim.actor, club.pk, day=TUESDAY, to=far, at=time(9))
    with pytest.raises(ValidationError):
        group_days.skip_day(wim.actor, club.pk, day=TUESDAY, words="De kok heeft diabetes")


def test_k11_another_day_ends_the_one_before_and_stopping_ends_all(club, weekly, wim, fatma):
    friday = core.Rhythm(
        first_on=date(2026, 11, 20), every=core.Every.MONTH, at=time(12), until=time(13)
    )
    group_days.set_days(wim.actor, club.pk, rhythm=friday)
    weekly.refresh_from_db()
    assert weekly.last_on == date(2026, 11, 19)
    found = days.next_times(wim.actor, club.pk, ahead=timedelta(days=30))
    assert [str(one.occasion.on) for one in found] == ["2026-11-10", "2026-11-17", "2026-11-20"]

    Letter.objects.all().delete()
    group_days.stop_days(wim.actor, club.pk)
    assert "Er is geen vaste dag meer." in told()[fatma.person.pk]
    club.refresh_from_db()
    assert (club.rhythm, days.next_times(wim.actor, club.pk)) == ("", [])
    with pytest.raises(NoSuchDay):
        group_days.stop_days(wim.actor, club.pk)


def test_k11_places_mean_what_they_meant_one_for_every_time(club, weekly, wim, joop, bilal):
    """Two places are two people on each day; the third waits, whichever day it is."""
    states = []
    for one in (joop, bilal):
        question = story.searched(one, wim)
        taken = actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("WANDELEN",))
        states.append(taken.state)
    assert states == ["enrolled", "waiting"]
    group_days.skip_day(wim.actor, club.pk, day=TUESDAY)
    assert Activity.objects.get(pk=club.pk).used == 2


def test_k11_who_joins_a_group_reads_when_it_is_for_the_first_time(club, weekly, wim, joop):
    question = story.searched(joop, wim)
    actions.enrol(wim.actor, question.pk, activity_id=club.pk, meets=("WANDELEN",))
    text = Letter.objects.get(to_person_id=joop.person.pk, subject="Er is plaats voor u").text
    assert "De eerste keer voor u is dinsdag 10 november om 17.00 uur." in text


def test_k11_taken_off_the_map_there_are_no_days(club, weekly, wim, fatma):
    offers.take_off_entry(wim.actor, club.pk, sort="activity")
    assert days.next_times(fatma.actor, club.pk) == []
    with pytest.raises(NoSuchDay):
        group_days.skip_day(wim.actor, club.pk, day=TUESDAY)


def test_k11_whose_activity_it_is_sets_the_day_and_nobody_else(club, weekly, fatma, ank, zed):
    with pytest.raises(PermissionDenied):
        group_days.skip_day(fatma.actor, club.pk, day=TUESDAY)
    with pytest.raises(PermissionDenied):
        group_days.skip_day(ank.actor, club.pk, day=TUESDAY)
    with pytest.raises(ObjectDoesNotExist):
        group_days.skip_day(zed.actor, club.pk, day=TUESDAY)
    with pytest.raises(ObjectDoesNotExist):
        days.activity(zed.actor, club.pk)
    assert days.next_times(zed.actor, club.pk) == []


def test_k11_all_of_it_is_done_on_one_page(club, place, wim, fatma):
    where = f"/werk/samen/{club.pk}/"
    desk = wim.browser()
    whole = {"every": "week", "first_on": "2030-01-08", "at": "17:00", "until": "19:00"}
    assert desk.post(where, whole).status_code == 302
    assert desk.post(where, {"every": "week"}).status_code == 422
    assert desk.post(where, {**whole, "last_on": "2029-12-01"}).status_code == 422
    assert desk.post(f"{where}2030-01-15/", {"how": "move_day"}).status_code == 422
    assert desk.post(f"{where}2030-01-15/", {"how": "call_off"}).status_code == 302
    assert ActivityOtherDay.objects.get().on is None
    assert desk.post(f"{where}2030-01-15/toch/").status_code == 302
    assert desk.get(f"{where}morgen/").status_code == 404

    reader = fatma.browser()
    page = reader.get(where).content.decode()
    assert "Elke week op dinsdag, van 17.00 tot 19.00 uur." in page
    assert "Bewaar de vaste dag" not in page
    assert reader.post(where, whole).status_code == 403
    assert desk.post(f"{where}stop/").status_code == 302
    assert "Er is nog geen vaste dag." in reader.get(where).content.decode()


def test_k11_a_file_for_ones_own_phone_names_the_activity_and_nobody(club, weekly, fatma):
    answer = fatma.browser().get(f"/werk/samen/{club.pk}/agenda.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    file = answer.content.decode()
    assert "SUMMARY:Samen eten" in file
    assert "Fatma" not in file


def test_k11_the_next_times_of_three_groups_take_as_many_queries_as_of_one(
    weekly, club, wim, django_assert_num_queries
):
    with django_assert_num_queries(2):
        assert len(days.next_by_activity(wim.actor, [club.pk])) == 1
    listing = offers.Listing(
        name="Kaarten", organisation_id=club.organisation_id, kinds=("GEZELSCHAP",)
    )
    more = [offers.list_activity(wim.actor, listing=listing) for _ in range(2)]
    for one in more:
        group_days.set_days(wim.actor, one.pk, rhythm=EACH_TUESDAY)
        group_days.skip_day(wim.actor, one.pk, day=TUESDAY)
    with django_assert_num_queries(2):
        soon = days.next_by_activity(wim.actor, [club.pk, *(one.pk for one in more)])
    assert [str(one.on) for one in soon.values()] == ["2026-11-10", "2026-11-17", "2026-11-17"]


def test_k11_an_organisation_sets_the_days_of_its_own_activity(club, ank, noor):
    ours = frozenset({club.organisation_id})
    group_days.set_days(replace(ank.actor, organisation_ids=ours), club.pk, rhythm=EACH_TUESDAY)
    assert ActivityRhythm.objects.get().activity_id == club.pk
    with pytest.raises(PermissionDenied):
        group_days.stop_days(replace(noor.actor, organisation_ids=ours), club.pk)
