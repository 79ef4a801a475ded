"""Working days and Dutch holidays (WMO-03, SM)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core import terms

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
    library = pytest.importorskip("holidays")
    for year in range(2014, 2060):
        known = library.Netherlands(years=year, categories=("public", "optional"))
        assert terms.holidays(year) == frozenset(known)


def test_a_municipality_may_keep_its_own_lengths():
    assert terms.due("question.new", date(2026, 11, 2), {"question.new": 1}) == date(2026, 11, 3)
    with pytest.raises(KeyError):
        terms.due("question.unheard_of", date(2026, 11, 2))
