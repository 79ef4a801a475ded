"""What guidance costs (CAP-05), and what came of what was agreed (C11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.capacity import (
    Guidance,
    hours_a_match,
    hours_a_week,
    longest_weeks,
    most_a_week,
    running,
)
from kruispunt.core.delivered import delivered
from kruispunt.core.vocabulary import Frequency


@pytest.mark.parametrize(
    ("new_a_week", "weeks", "hours"), [(1, 36, 8.0), (1, 52, 9.3), (2, 52, 18.7)]
)
def test_cap_05_the_figures_of_the_rule(new_a_week, weeks, hours):
    assert round(hours_a_week(new_a_week, weeks), 1) == hours


def test_a7_cap_05_eight_hours_carry_one_new_match_a_week_up_to_36_weeks_and_two_never():
    assert longest_weeks(8, 1) == 36
    assert longest_weeks(8, 2) == 0
    # The seed's 4 to 8 hours a match: 4 are never enough, 8 are up to 36 weeks.
    assert hours_a_match(0) == 5
    assert hours_a_match(36) == 8


@given(some.floats(0.1, 5), some.floats(1, 200), some.floats(1, 12), some.floats(0.1, 6))
def test_cap_05_the_three_ways_to_ask_agree(new_a_week, weeks, to_begin, per_round):
    guidance = Guidance(to_begin, per_round)
    hours = hours_a_week(new_a_week, weeks, guidance)

    assert most_a_week(hours, weeks, guidance) == pytest.approx(new_a_week)
    assert longest_weeks(hours, new_a_week, guidance) == pytest.approx(weeks)
    assert running(new_a_week, weeks) * hours_a_match(weeks, guidance) == pytest.approx(
        hours * weeks
    )


@pytest.mark.parametrize(
    ("frequency", "days", "met", "agreed", "little"),
    [
        (Frequency.WEEKLY, 14, 1, 2, False),
        (Frequency.WEEKLY, 42, 2, 6, True),
        (Frequency.WEEKLY, 42, 3, 6, False),
        (Frequency.FORTNIGHTLY, 42, 1, 3, True),
        (Frequency.MONTHLY, 42, 0, 1, False),
        (Frequency.ONCE, 42, 0, 1, False),
        (None, 42, 0, 0, False),
    ],
)
def test_sig_01_less_than_half_of_what_was_agreed(frequency, days, met, agreed, little):
    found = delivered(frequency, days=days, met=met)
    assert (found.agreed, found.too_little) == (agreed, little)
