"""Working days and Dutch holidays (WMO-03, SM)."""

from datetime import date, timedelta

import pytest
from holidays.countries.netherlands import Netherlands
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core import lengths, terms

days = some.dates(date(2015, 1, 1), date(2090, 1, 1))


@given(days, some.integers(0, 60))
def test_a_term_ends_on_a_working_day_with_exactly_so_many_in_between(day, count):
    end = terms.add_working_days(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]

    assert len([one for one in passed if terms.is_working_day(one)]) == count
    assert count == 0 or terms.is_working_day(end)


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 12, 26), date(2026, 12, 28)),
        (date(2026, 12, 14), date(2026, 12, 14)),
        (date(2025, 4, 26), date(2025, 4, 28)),
        (date(2027, 3, 26), date(2027, 3, 30)),
    ],
)
def test_wmo03_a_term_that_ends_in_a_holiday_moves_to_the_first_working_day(day, moved):
    assert terms.working_day_from(day) == moved


def test_holidays_are_those_of_a_library_that_knows_them():
    for year in range(2014, 2060):
        known = Netherlands(years=year, categories=("public", "optional"))
        assert terms.holidays(year) == frozenset(known)


def test_a_municipality_may_keep_its_own_lengths():
    assert terms.due("question.new", date(2026, 11, 2), {"question.new": 1}) == date(2026, 11, 3)
    with pytest.raises(KeyError):
        terms.due("question.unheard_of", date(2026, 11, 2))


@pytest.mark.parametrize(
    ("name", "begun", "over"),
    [
        ("wmo.plan", date(2026, 11, 2), date(2026, 11, 9)),
        ("wmo.investigation", date(2026, 11, 2), date(2026, 12, 14)),
        ("wmo.decision", date(2026, 12, 14), date(2026, 12, 28)),
        # Six weeks after a Saturday is Boxing Day, also a Saturday: it becomes the Monday after.
        ("wmo.investigation", date(2026, 11, 14), date(2026, 12, 28)),
    ],
)
def test_wmo_03_a_legal_term_counts_calendar_days_and_never_ends_on_a_day_off(name, begun, over):
    assert terms.due(name, begun) == over


def test_a_municipality_may_promise_a_shorter_legal_term():
    assert terms.due("wmo.investigation", date(2026, 11, 2), {"wmo.investigation": 28}) == date(
        2026, 11, 30
    )


@given(day=days, name=some.sampled_from(sorted(lengths.LEGAL)))
def test_every_legal_term_ends_on_a_working_day(day, name):
    assert terms.is_working_day(terms.due(name, day))
