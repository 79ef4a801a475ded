"""When we ask how it goes, and what asks for a call (CHK-01, SIG-01)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.accompany import Course, moments, warn
from kruispunt.core.vocabulary import Intensity

MET = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("intensity", "weeks"),
    [
        (Intensity.INTENSIVE, [2, 6, 13, 26, 39, 52]),
        (Intensity.VERY_INTENSIVE, [1, 2, 4, 6, 13, 19, 25, 31, 37, 43, 49]),
    ],
)
def test_chk01_a_year_of_asking_by_class(intensity, weeks):
    days = moments(intensity, MET, after=MET, until=MET + timedelta(days=365))

    assert [(day - MET).days // 7 for day in days] == weeks


def test_chk01_after_a_light_job_one_call_within_three_working_days():
    assert moments(Intensity.LIGHT, MET, after=MET, until=date(2028, 1, 1)) == (date(2026, 11, 5),)


@given(
    some.sampled_from(list(Intensity)),
    some.integers(0, 400),
    some.integers(0, 400),
)
def test_a_term_asked_in_two_pieces_is_the_whole_term(intensity, first, second):
    middle, end = MET + timedelta(days=first), MET + timedelta(days=first + second)

    assert moments(intensity, MET, after=MET, until=middle) + moments(
        intensity, MET, after=middle, until=end
    ) == moments(intensity, MET, after=MET, until=end)


@pytest.mark.parametrize(
    ("course", "points", "colour"),
    [
        (Course(), 0, "green"),
        (Course(scores=(5, 5)), 0, "green"),
        (Course(scores=(5, 3)), 3, "amber"),
        (Course(scores=(2,)), 3, "amber"),
        (Course(unanswered=2), 2, "green"),
        (Course(costs_more=True, unanswered=1), 4, "amber"),
        (Course(scores=(4, 1), not_met=True), 6, "red"),
        (Course(class_went_up=True, backup_silent=True, wishes_dropped=True), 6, "red"),
    ],
)
def test_sig01_points_add_up_to_a_colour(course, points, colour):
    warned = warn(course)

    assert (warned.points, warned.colour) == (points, colour)
    assert len(warned.signs) == len({sign.sentence for sign in warned.signs})
