"""What is not in view, reckoned by hand: never a point, and nothing from a few doors (D2)."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.unseen import Calls, Unseen, doors_to_go, unseen

LEAST = 10


def of(homes: int, called: int, heard: int, known: int = 0) -> Unseen | None:
    return unseen(Calls(homes=homes, called=called, heard=heard, known=known), LEAST)


def test_d2_a_hundred_of_a_thousand_doors_by_hand():
    """100 calls at 1000 homes tell as 111.11 calls at a town without end: 100 * 1000 / 900.

    0.2 and half of 3.8416 / 111.11 is 0.217287, the root of 0.00144 + 0.00007779 times 1.96 is
    0.076359, and both by 1.034574: from 0.136218 to 0.283834 of all homes. That is 136.2 to 283.8
    homes, less the 20 where it was heard; the middle is a fifth of the 900 others.
    """
    assert of(1000, 100, 20) == Unseen(low=116, middle=180, high=264)


def test_d2_what_came_in_along_other_ways_is_taken_off_and_never_below_nought():
    assert of(1000, 100, 20, known=30) == Unseen(low=86, middle=150, high=234)
    assert of(1000, 100, 20, known=150) == Unseen(low=0, middle=30, high=114)
    assert of(1000, 100, 20, known=5000) == Unseen(low=0, middle=0, high=0)


@pytest.mark.parametrize("called", [0, 1, 9])
def test_d2_too_few_doors_give_no_estimate_and_say_how_many_more(called):
    assert of(1000, called, 0) is None
    assert doors_to_go(called, LEAST) == 10 - called
    assert doors_to_go(10, LEAST) == doors_to_go(40, LEAST) == 0


def test_d2_no_door_is_never_enough_whatever_was_set():
    assert unseen(Calls(homes=1000, called=0, heard=0), least=0) is None


@pytest.mark.parametrize("called", [50, 60])
def test_d2_where_all_homes_had_a_call_nothing_is_unseen(called):
    assert of(50, called, 12) == Unseen(0, 0, 0)


def test_d2_a_question_at_every_door_or_at_none_still_has_a_range():
    assert of(200, 10, 10) == Unseen(low=136, middle=190, high=190)
    assert of(200, 10, 0) == Unseen(low=0, middle=0, high=54)


counts = some.integers(1, 3000).flatmap(
    lambda homes: some.integers(LEAST, max(LEAST, homes)).flatmap(
        lambda called: some.tuples(
            some.just(homes), some.just(called), some.integers(0, called), some.integers(0, 40)
        )
    )
)


@given(counts)
def test_d2_low_middle_and_high_stand_in_order_and_fit_in_the_homes_that_are_left(told):
    homes, called, _, _ = told
    found = of(*told)
    assert found is not None
    assert 0 <= found.low <= found.middle <= found.high <= max(homes - called, 0)


@given(some.integers(20, 2000), some.integers(0, 10))
def test_d2_more_doors_with_the_same_part_make_the_range_narrower(homes, heard):
    few, many = of(homes * 20, 10, heard), of(homes * 20, 100, heard * 10)
    assert few is not None
    assert many is not None
    assert many.high - many.low <= few.high - few.low


def test_d2_nineteen_of_twenty_ranges_hold_the_truth():
    """Every number of homes with a question, every draw of the doors, by how often it comes."""
    homes, called = 200, 20
    ranges = [of(homes, called, heard) for heard in range(called + 1)]
    held = []
    for asking in range(homes + 1):
        chance = 0.0
        for heard, found in enumerate(ranges):
            ways = comb(asking, heard) * comb(homes - asking, called - heard)
            assert found is not None
            if found.low <= asking - heard <= found.high:
                chance += ways / comb(homes, called)
        held.append(chance)
    assert sum(held) / len(held) >= 0.95
    assert min(held) >= 0.8
