"""Letters come when people are up, and not too often; nothing is lost and no term is missed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kruispunt.base import errands, post
from kruispunt.base.models import JournalLine, Letter, Term
from kruispunt.base.states import Channel, ErrandState, Haste
from kruispunt.core.courtesy import Courtesy
from tests.cast import MONDAY

HERE = ZoneInfo("Europe/Amsterdam")
CALM = Courtesy(8, 20, on_sundays=False, on_holidays=False, a_day=3, a_week=7, days_to_answer=2)
ALSO_SUNDAYS = replace(CALM, on_sundays=True)


def at(year, month, day, hour, minute=0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=HERE)


def hand_in(wim, fatma, number=1, moment=MONDAY, **changed) -> Letter:
    words = {
        "to_person_id": fatma.person.pk,
        "channel": Channel.MAIL,
        "subject": f"Nieuws {number}",
        "greeting": "Beste Fatma,",
        "text": f"Lees het hier: https://voorbeeld.nl/{number}/",
        "closing": "Vragen? Bel ons.",
        "key": f"news:{number}",
    }
    return post.hand_in(replace(wim.actor, at=moment), **{**words, **changed})


def set_term(town, name, length, since=MONDAY):
    Term.objects.create(
        municipality=town, name=f"letters.{name}", length=length, valid_from=since.date()
    )


# --- quiet hours ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "polite"),
    [
        (at(2026, 11, 2, 9, 30), at(2026, 11, 2, 9, 30)),
        (at(2026, 11, 2, 7, 59), at(2026, 11, 2, 8)),
        (at(2026, 11, 2, 19, 59), at(2026, 11, 2, 19, 59)),
        (at(2026, 11, 2, 20), at(2026, 11, 3, 8)),
        (at(2026, 11, 7, 22), at(2026, 11, 9, 8)),  # Saturday night: Sunday is skipped
        (at(2026, 12, 24, 21), at(2026, 12, 28, 8)),  # Christmas on Friday and Saturday
        (at(2027, 4, 27, 12), at(2027, 4, 28, 8)),  # King's day
    ],
)
def test_a_letter_waits_until_people_are_up(wanted, polite):
    assert CALM.next_moment(wanted) == polite


def test_r19_the_night_of_summer_time_is_an_hour_shorter_and_the_morning_is_still_eight():
    late = at(2026, 3, 28, 21)
    morning = ALSO_SUNDAYS.next_moment(late)

    assert (morning.hour, morning.utcoffset()) == (8, timedelta(hours=2))
    assert (morning.timestamp() - late.timestamp()) / 3600 == 10


def test_r19_the_night_of_winter_time_is_an_hour_longer_and_the_morning_is_still_eight():
    late = at(2026, 10, 24, 21)
    morning = ALSO_SUNDAYS.next_moment(late)

    assert (morning.hour, morning.utcoffset()) == (8, timedelta(hours=1))
    assert (morning.timestamp() - late.timestamp()) / 3600 == 12


@given(
    st.datetimes(
        datetime(2024, 1, 1),  # noqa: DTZ001  (hypothesis adds the zone itself)
        datetime(2032, 12, 31),  # noqa: DTZ001
        timezones=st.just(HERE),
    ),
    st.integers(0, 23),
    st.integers(1, 24),
    st.booleans(),
    st.booleans(),
)
def test_what_is_polite_now_is_polite_and_never_earlier(wanted, begin, length, sundays, holidays):
    manners = Courtesy(begin, min(24, begin + length), sundays, holidays, 3, 7, 2)
    polite = manners.next_moment(wanted)

    assert polite.timestamp() >= wanted.timestamp() or polite.replace(fold=1) == wanted
    assert manners.next_moment(polite) == polite
    assert not manners.is_quiet_day(polite.date())
    assert begin <= polite.hour < min(24, begin + length)


def test_k6_a_letter_of_the_evening_is_due_in_the_morning_by_the_clock_of_the_town(wim, fatma):
    letter = hand_in(wim, fatma, moment=at(2026, 11, 2, 21))

    assert letter.due_at == at(2026, 11, 3, 8)
    assert errands.take(Letter, at(2026, 11, 3, 7, 59)) is None


def test_an_urgent_letter_does_not_wait(wim, fatma):
    night = at(2026, 11, 8, 3)  # a Sunday

    assert hand_in(wim, fatma, moment=night, haste=Haste.URGENT).due_at == night


def test_a_letter_for_today_does_not_wait_until_tomorrow(wim, fatma):
    late = at(2026, 11, 2, 20, 30)

    assert hand_in(wim, fatma, moment=late, answer_by=date(2026, 11, 2)).due_at == late
    assert hand_in(wim, fatma, 2, moment=late, answer_by=date(2026, 11, 3)).due_at > late


def test_a_town_sets_its_own_hours_from_a_day_on(wim, fatma, merwedam):
    set_term(merwedam, "from_hour", 10, since=at(2026, 11, 3, 0))

    assert hand_in(wim, fatma, 1, moment=at(2026, 11, 2, 8, 30)).due_at == at(2026, 11, 2, 8, 30)
    assert hand_in(wim, fatma, 2, moment=at(2026, 11, 3, 8, 30)).due_at == at(2026, 11, 3, 10)


# --- not too often -------------------------------------------------------------------------------


def hand_in_many(wim, fatma, count, **changed):
    return [hand_in(wim, fatma, number, **changed) for number in range(1, count + 1)]


def test_k6_what_is_too_much_for_a_day_comes_as_one_letter_tomorrow(wim, fatma):
    letters = hand_in_many(wim, fatma, 6)

    bundle = Letter.objects.get(key__startswith="bundle:")
    assert [one.state for one in letters] == ["waiting"] * 3 + ["bundled"] * 3
    assert {one.bundle for one in letters[3:]} == {bundle}
    assert bundle.due_at == at(2026, 11, 3, 8)
    assert bundle.subject == "Er zijn drie dingen voor u"
    assert [f"https://voorbeeld.nl/{n}/" in bundle.whole for n in range(1, 7)] == [False] * 3 + [
        True
    ] * 3
    assert bundle.whole.startswith("Beste Fatma,")
    assert bundle.whole.count("Beste Fatma,") == bundle.whole.count("Vragen? Bel ons.") == 1


def test_one_thing_too_many_is_just_that_letter_a_day_later(wim, fatma):
    *_, last = hand_in_many(wim, fatma, 4)

    bundle = Letter.objects.get(key__startswith="bundle:")
    assert (bundle.subject, bundle.whole) == (last.subject, last.whole)


def test_the_same_letter_again_is_in_the_bundle_once(wim, fatma):
    first, again = (hand_in_many(wim, fatma, 5)[-1] for _ in range(2))

    assert first == again
    assert Letter.objects.get(key__startswith="bundle:").subject == "Er zijn twee dingen voor u"


def test_what_is_too_much_for_a_week_comes_on_monday(wim, fatma, merwedam):
    set_term(merwedam, "a_week", 3)
    hand_in_many(wim, fatma, 4)

    assert Letter.objects.get(key__startswith="bundle:").due_at == at(2026, 11, 9, 8)


def test_a_term_is_never_missed_for_the_budget(wim, fatma, merwedam):
    set_term(merwedam, "a_week", 3)
    hand_in_many(wim, fatma, 3)
    soon = hand_in(wim, fatma, 4, answer_by=date(2026, 11, 10))
    in_time = hand_in(wim, fatma, 5, answer_by=date(2026, 11, 11))

    assert (soon.state, soon.due_at) == (ErrandState.WAITING, MONDAY)
    assert in_time.state == ErrandState.BUNDLED
    assert Letter.objects.get(key__startswith="bundle:").answer_by == date(2026, 11, 11)


def test_what_is_urgent_neither_waits_nor_counts(wim, fatma):
    letters = hand_in_many(wim, fatma, 5, haste=Haste.URGENT)
    calm = hand_in(wim, fatma, 6)

    assert {one.state for one in [*letters, calm]} == {ErrandState.WAITING}


def test_the_letters_of_someone_else_do_not_count(wim, fatma, noor):
    hand_in_many(wim, fatma, 3)

    assert hand_in(wim, noor, 4).state == ErrandState.WAITING


def test_what_was_answered_already_is_taken_out_of_the_bundle(wim, fatma):
    hand_in_many(wim, fatma, 5)
    post.recall(wim.actor, key="news:4")

    bundle = Letter.objects.get(key__startswith="bundle:")
    assert "voorbeeld.nl/4/" not in bundle.whole
    assert (bundle.subject, bundle.state) == ("Nieuws 5", ErrandState.WAITING)

    post.recall(wim.actor, key="news:5")
    bundle.refresh_from_db()
    assert bundle.state == ErrandState.DONE
    assert JournalLine.objects.filter(verb="letter.recall").count() == 3


def test_what_was_taken_back_before_it_left_leaves_room(wim, fatma):
    hand_in_many(wim, fatma, 3)
    post.recall(wim.actor, key="news:1")

    assert hand_in(wim, fatma, 4).state == ErrandState.WAITING


@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=25))
def test_whatever_comes_no_day_and_no_week_gets_too_much(moments):
    """The budget in pure days: each message goes at once or to the first day with room."""
    sent: dict[date, int] = {}
    for days, _ in sorted(moments):
        day = CALM.next_moment(MONDAY + timedelta(days=days)).date()
        if not CALM.has_room(day, sent):
            day = CALM.day_with_room(day, sent)
        sent[day] = sent.get(day, 0) + 1
    weeks: dict[date, int] = {}
    for day, count in sent.items():
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + count
    assert max(sent.values()) <= CALM.a_day
    assert max(weeks.values()) <= CALM.a_week
    assert sum(sent.values()) == len(moments)
