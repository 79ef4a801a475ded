"""Days that come back: every week, every other week, every month; holidays and exceptions."""

from datetime import date, time, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from kruispunt.core.rhythm import Every, Occasion, Other, Rhythm, days, is_day_of, occasions

TUESDAY = date(2026, 12, 1)


def each(every=Every.WEEK, first_on=TUESDAY, **more):
    return Rhythm(first_on=first_on, every=every, at=time(14), until=time(16), **more)


def test_k11_every_week_and_every_other_week():
    assert [str(day) for day in islice(days(each(), TUESDAY), 3)] == [
        "2026-12-01", "2026-12-08", "2026-12-15",
    ]  # fmt: skip
    assert [str(day) for day in islice(days(each(Every.TWO_WEEKS), date(2026, 12, 2)), 2)] == [
        "2026-12-15", "2026-12-29",
    ]  # fmt: skip


def test_k11_every_month_on_the_same_weekday_and_the_last_one_where_there_is_no_fifth():
    fifth = each(Every.MONTH, date(2026, 12, 29))
    found = list(islice(days(fifth, fifth.first_on), 4))
    assert [str(day) for day in found] == ["2026-12-29", "2027-01-26", "2027-02-23", "2027-03-30"]
    assert {day.weekday() for day in found} == {1}


def test_k11_not_on_holidays_unless_they_agreed_so():
    friday = each(first_on=date(2026, 12, 25))
    [first] = occasions(friday, date(2026, 12, 25), until=date(2026, 12, 26))
    assert (first.on, first.why) == (None, "holiday")
    agreed = each(first_on=date(2026, 12, 25), on_holidays=True)
    [first] = occasions(agreed, date(2026, 12, 25), until=date(2026, 12, 26))
    assert (first.on, first.why) == (date(2026, 12, 25), "")


def test_k11_one_time_off_one_time_moved_and_a_holiday_after_all():
    friday = each(first_on=date(2026, 12, 18))
    others = {
        date(2026, 12, 18): Other(),
        date(2026, 12, 25): Other(date(2026, 12, 25)),
        date(2027, 1, 8): Other(date(2027, 1, 6), time(10)),
    }
    found = occasions(friday, date(2026, 12, 14), others=others, until=date(2027, 1, 9))
    assert found == [
        Occasion(date(2026, 12, 18), None, time(14), time(16), "called_off"),
        Occasion(date(2026, 12, 25), date(2026, 12, 25), time(14), time(16)),
        Occasion(date(2027, 1, 1), None, time(14), time(16), "holiday"),
        Occasion(date(2027, 1, 8), date(2027, 1, 6), time(10), time(12), "moved"),
    ]


def test_k11_what_was_moved_from_the_past_to_tomorrow_is_still_to_come():
    moved = {date(2026, 12, 1): Other(date(2026, 12, 7), time(9))}
    found = occasions(each(), date(2026, 12, 6), others=moved, until=date(2026, 12, 9))
    assert [one.shown_on for one in found] == [date(2026, 12, 7), date(2026, 12, 8)]


def test_k11_it_stops_on_its_last_day():
    stopped = each(last_on=date(2026, 12, 8))
    assert list(days(stopped, TUESDAY)) == [TUESDAY, date(2026, 12, 8)]
    assert not is_day_of(stopped, date(2026, 12, 15))


@given(
    every=st.sampled_from(list(Every)),
    first=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    later=st.integers(0, 900),
)
def test_k11_wherever_one_begins_to_look_the_days_are_the_same(every, first, later):
    rhythm = each(every, first)
    since = first + timedelta(days=later)
    all_days = [day for day in islice(days(rhythm, first), 150) if day >= since]
    assert list(islice(days(rhythm, since), 3)) == all_days[:3]
