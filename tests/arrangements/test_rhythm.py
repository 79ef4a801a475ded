"""Help that comes back each week, with exceptions, told to the other one (K11)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from kruispunt.arrangements import actions
from kruispunt.arrangements import queries as reads
from kruispunt.arrangements.actions import rhythm
from kruispunt.arrangements.models import Match, OtherDay, Rhythm
from kruispunt.arrangements.queries import rhythm as queries
from kruispunt.base.models import JournalLine, Letter, Term
from kruispunt.base.roles import Role
from kruispunt.core import rhythm as core
from tests import story
from tests.cast import enter

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 11, 10)
EACH_TUESDAY = core.Rhythm(first_on=TUESDAY, every=core.Every.WEEK, at=time(14), until=time(16, 30))


@pytest.fixture
def match(fatma, noor, wim, els):
    """Fatma and Noor know each other."""
    found = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, found.pk)
    Letter.objects.all().delete()
    return found


@pytest.fixture
def weekly(match, els):
    """They see each other each Tuesday."""
    made = rhythm.set_rhythm(els.actor, match.pk, rhythm=EACH_TUESDAY)
    Letter.objects.all().delete()
    return made


def letters():
    return {letter.to_person_id: letter for letter in Letter.objects.all()}


def days_of(actor, match):
    found = queries.next_times(actor, match.pk, ahead=timedelta(days=15))
    return [(str(one.occasion.shown_on), one.occasion.why) for one in found]


def test_k11_both_hear_which_day_it_is_and_read_the_next_times(match, els, fatma, noor):
    rhythm.set_rhythm(els.actor, match.pk, rhythm=EACH_TUESDAY)
    told = letters()
    assert set(told) == {fatma.person.pk, noor.person.pk}
    text = told[noor.person.pk].text
    assert "elke week op dinsdag, van 14.00 tot 16.30 uur" in text
    assert "Op een feestdag gaat het niet door." in text
    assert "Fatma" not in f"{text}{told[noor.person.pk].subject}"
    for reader in (fatma, noor, els):
        assert days_of(reader.actor, match) == [("2026-11-10", ""), ("2026-11-17", "")]


def test_k11_one_time_off_is_told_to_the_other_one_and_once(match, weekly, noor, fatma):
    for _ in range(2):
        rhythm.call_off(noor.actor, match.pk, day=TUESDAY, side="", words="Ik ben er niet")
    [letter] = Letter.objects.all()
    assert letter.to_person_id == fatma.person.pk
    assert "De afspraak van dinsdag 10 november gaat niet door." in letter.text
    assert "Ik ben er niet" in letter.text
    assert days_of(fatma.actor, match) == [("2026-11-10", "called_off"), ("2026-11-17", "")]
    assert JournalLine.objects.filter(verb="rhythm.call_off").count() == 1


def test_k11_moved_once_and_then_after_all(match, weekly, noor, fatma):
    to = date(2026, 11, 12)
    rhythm.move_day(fatma.actor, match.pk, day=TUESDAY, to=to, at=time(10), side="")
    assert "verzet naar donderdag 12 november om 10.00 uur" in letters()[noor.person.pk].text
    assert days_of(noor.actor, match) == [("2026-11-12", "moved"), ("2026-11-17", "")]

    Letter.objects.all().delete()
    rhythm.go_after_all(fatma.actor, match.pk, day=TUESDAY, side="")
    assert "gaat toch door" in letters()[noor.person.pk].text
    assert days_of(noor.actor, match) == [("2026-11-10", ""), ("2026-11-17", "")]
    assert OtherDay.objects.get().turn == 2


def test_k11_said_by_telephone_the_desk_says_whose_words_they_are(match, weekly, els, fatma, noor):
    rhythm.call_off(els.actor, match.pk, day=TUESDAY, side="volunteer")
    assert set(letters()) == {fatma.person.pk}
    Letter.objects.all().delete()
    rhythm.call_off(els.actor, match.pk, day=date(2026, 11, 17), side="both")
    assert set(letters()) == {fatma.person.pk, noor.person.pk}


def test_k11_a_day_that_is_none_or_was_is_refused(match, weekly, noor):
    for day in (date(2026, 11, 11), date(2026, 11, 3)):
        with pytest.raises(rhythm.NoSuchDay):
            rhythm.call_off(noor.actor, match.pk, day=day, side="")
    later = noor.later(days=9)
    with pytest.raises(rhythm.NoSuchDay):
        rhythm.call_off(later, match.pk, day=TUESDAY, side="")
    with pytest.raises(ValidationError):
        rhythm.move_day(noor.actor, match.pk, day=TUESDAY, to=date(2027, 3, 1), at=time(9), side="")


def test_k11_words_for_the_other_name_no_illness(match, weekly, noor):
    with pytest.raises(ValidationError):
        rhythm.call_off(noor.actor, match.pk, day=TUESDAY, side="", words="Mijn diabetes")


def test_k11_another_day_from_now_on_ends_the_one_before(match, weekly, els):
    friday = core.Rhythm(
        first_on=date(2026, 11, 20), every=core.Every.TWO_WEEKS, at=time(9), until=time(10)
    )
    rhythm.set_rhythm(els.actor, match.pk, rhythm=friday)
    weekly.refresh_from_db()
    assert weekly.last_on == date(2026, 11, 19)
    assert Rhythm.objects.filter(last_on__isnull=True).get().first_on == friday.first_on
    found = queries.next_times(els.actor, match.pk, ahead=timedelta(days=30))
    assert [str(one.occasion.on) for one in found] == ["2026-11-10", "2026-11-17", "2026-11-20"]


def test_k11_who_thinks_again_about_a_day_to_come_leaves_no_two_days_side_by_side(
    match, weekly, els
):
    """Another day from December on, and then rather from next week: the first one ends then too."""
    december, friday = (
        core.Rhythm(first_on=day, every=core.Every.WEEK, at=time(9), until=time(10))
        for day in (date(2026, 12, 3), date(2026, 11, 13))
    )
    rhythm.set_rhythm(els.actor, match.pk, rhythm=december)
    rhythm.set_rhythm(els.actor, match.pk, rhythm=friday)
    assert days_of(els.actor, match) == [("2026-11-10", ""), ("2026-11-13", "")]
    assert queries.rhythm_of(els.actor, match.pk).first_on == friday.first_on
    later = els.later(days=28)
    assert days_of(later, match) == [("2026-12-04", ""), ("2026-12-11", "")]


def test_k11_stopped_is_told_to_both_and_there_are_no_next_times(match, weekly, els, fatma, noor):
    rhythm.stop_rhythm(els.actor, match.pk)
    assert set(letters()) == {fatma.person.pk, noor.person.pk}
    assert queries.next_times(noor.actor, match.pk) == []
    assert queries.rhythm_of(noor.actor, match.pk) is None


def test_k11_stopped_before_another_day_began_stops_both(match, weekly, els, noor):
    december = core.Rhythm(
        first_on=date(2026, 12, 3), every=core.Every.WEEK, at=time(9), until=time(10)
    )
    rhythm.set_rhythm(els.actor, match.pk, rhythm=december)
    rhythm.stop_rhythm(els.actor, match.pk)
    assert queries.next_times(noor.actor, match.pk) == []
    with pytest.raises(rhythm.NoSuchDay):
        rhythm.stop_rhythm(els.actor, match.pk)


def test_k11_during_a_pause_nobody_expects_anyone(match, weekly, els, noor):
    actions.pause(els.actor, match.pk)
    assert queries.next_times(noor.actor, match.pk) == []
    with pytest.raises(rhythm.NoSuchDay):
        rhythm.call_off(noor.actor, match.pk, day=TUESDAY, side="")


def test_k11_mld_07_while_it_stands_still_no_button_offers_what_is_refused(match, weekly, els):
    assert queries.may_set_rhythm(els.actor, match)
    assert queries.may_say_other_day(els.actor, match)
    Match.objects.filter(pk=match.pk).update(on_hold=True)
    match.refresh_from_db()
    assert not queries.may_set_rhythm(els.actor, match)
    assert not queries.may_say_other_day(els.actor, match)
    with pytest.raises(rhythm.NoSuchDay):
        rhythm.call_off(els.actor, match.pk, day=TUESDAY, side="both")


def test_k11_sig_01_days_that_were_called_off_are_an_early_sign(match, weekly, els, noor, merwedam):
    """One point is no call yet, so this town lets it weigh three."""
    Term.objects.create(
        municipality=merwedam, name="sign.called_off", length=3, valid_from=date(2026, 1, 1)
    )
    for weeks in range(3):
        assert not reads.watched(els.actor)[:5]
        day = TUESDAY + timedelta(weeks=weeks)
        rhythm.call_off(noor.actor, match.pk, day=day, side="")
    [watched] = reads.watched(els.actor)[:5]
    assert [one.sentence for one in watched.warned.signs] == [
        "Vaste dagen gingen een paar keer niet door."
    ]
    assert not reads.watched(els.later(days=60))[:5]


def test_k11_only_who_guides_them_sets_the_day_and_zed_sees_nothing(match, weekly, noor, zed):
    with pytest.raises(PermissionDenied):
        rhythm.set_rhythm(noor.actor, match.pk, rhythm=EACH_TUESDAY)
    with pytest.raises(ObjectDoesNotExist):
        rhythm.call_off(zed.actor, match.pk, day=TUESDAY, side="")
    assert queries.next_times(zed.actor, match.pk) == []


def test_k11_all_of_it_is_done_on_one_page(match, els, noor, fatma):
    where = f"/werk/afspraak/{match.pk}/"
    desk = els.browser()
    answer = desk.post(
        where, {"every": "week", "first_on": "2030-01-08", "at": "14:00", "until": "16:00"}
    )
    assert answer.status_code == 302
    assert desk.post(where, {"every": "week"}).status_code == 422
    assert noor.browser().post(where, {"every": "week"}).status_code == 422

    page = noor.browser().get(where).content.decode()
    assert "Elke week op dinsdag, van 14.00 tot 16.00 uur." in page
    assert "Bewaar de vaste dag" not in page
    answer = noor.browser().post(f"{where}2030-01-15/", {"how": "move_day"})
    assert answer.status_code == 422
    assert noor.browser().post(f"{where}2030-01-15/", {"how": "call_off"}).status_code == 302
    assert OtherDay.objects.get().side == "volunteer"
    assert noor.browser().post(f"{where}2030-01-15/toch/").status_code == 302
    assert noor.browser().get(f"{where}morgen/").status_code == 404


def test_k11_a_file_for_ones_own_phone_names_nobody(match, weekly, noor):
    answer = noor.browser().get(f"/werk/afspraak/{match.pk}/agenda.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    file = answer.content.decode()
    assert file.startswith("BEGIN:VCALENDAR\r\n")
    assert "SUMMARY:Afspraak via het Startpunt" in file
    assert "Fatma" not in file


def test_k11_the_next_times_take_as_many_queries_for_three_as_for_one(
    match, weekly, fatma, els, wim, merwedam, django_assert_num_queries
):
    with django_assert_num_queries(2):
        assert list(queries.who_comes_to_me(fatma.actor)) == [match.pk]
    for day in (TUESDAY, date(2026, 11, 17), date(2026, 11, 24)):
        rhythm.call_off(els.actor, match.pk, day=day, side="both")
    for name in ("Nora", "Nina"):
        other = story.introduced(fatma, enter(name, merwedam, Role.VOLUNTEER), wim=wim, els=els)
        rhythm.set_rhythm(els.actor, other.pk, rhythm=EACH_TUESDAY)
    with django_assert_num_queries(2):
        soon = queries.who_comes_to_me(fatma.actor)
    assert len(soon) == 3
    assert soon[match.pk].on == date(2026, 12, 1)


def test_k11_who_asks_and_gives_as_well_reads_on_her_own_page_who_comes_to_her(
    match, weekly, noor, fatma, els
):
    """Noor asks something herself; that she goes to Fatma does not read as somebody who comes."""
    both = replace(noor.actor, roles=noor.actor.roles | {Role.RESIDENT, Role.COORDINATOR})
    assert queries.who_comes_to_me(both) == queries.who_comes_to_me(els.actor) == {}
    assert list(queries.who_comes_to_me(fatma.actor)) == [match.pk]
    assert queries.next_time(both, match.pk).on == TUESDAY
