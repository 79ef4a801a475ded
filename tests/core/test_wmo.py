"""The milestones of a notification under the Wmo, by the calendar of the law (WMO-02, WMO-03)."""

from datetime import date

from kruispunt.core.terms import due
from kruispunt.core.wmo import Milestone, may_apply, steps


def days(noticed_on, **done):
    found = steps(noticed_on, {Milestone(name).value: day for name, day in done.items()}, due)
    return {one.milestone.value: one.due for one in found}


def test_wmo_03_eight_weeks_from_notification_to_decision():
    found = days(date(2026, 11, 2), applied=date(2026, 12, 14))
    assert (found["plan_told"], found["investigated"], found["decided"]) == (
        date(2026, 11, 9),
        date(2026, 12, 14),
        date(2026, 12, 28),
    )


def test_wmo_03_a_last_day_on_a_day_off_moves_to_the_next_working_day():
    assert days(date(2026, 11, 14))["investigated"] == date(2026, 12, 28)


def test_wmo_05_a_longer_term_moves_the_investigation_only():
    found = steps(date(2026, 11, 2), {}, due, extended_to=date(2027, 1, 11))
    by = {one.milestone: one.due for one in found}
    assert by[Milestone.INVESTIGATED] == date(2027, 1, 11)
    assert by[Milestone.PLAN_TOLD] == date(2026, 11, 9)


def test_wmo_02_one_may_apply_after_the_investigation_or_at_once_when_that_is_late():
    last = date(2026, 12, 14)
    assert not may_apply(date(2026, 12, 1), {}, last)
    assert may_apply(date(2026, 12, 1), {"investigated": date(2026, 11, 30)}, last)
    assert may_apply(date(2026, 12, 15), {}, last)


def test_nobody_is_late_with_what_the_resident_may_leave():
    late = [
        one.milestone.value
        for one in steps(date(2026, 11, 2), {}, due)
        if one.is_late(date(2027, 2, 1))
    ]
    assert late == ["confirmed", "support_told", "plan_told", "investigated", "reported"]
