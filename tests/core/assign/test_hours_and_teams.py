"""Hours and teams are kept, and the bound is never a lie."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.sparse_towns import town as sparse_town
from kruispunt.core.assign import assign, pose
from kruispunt.core.assign.certificate import broken_rules, price_bound
from kruispunt.core.assign.loose import tightened
from tests.core.assign.small_towns import CLASS_LIMITS, a_large_town, towns


@st.composite
def towns_with_hours_and_teams(draw):
    town = draw(towns(most_questions=5))
    town.extra = {
        "need": [draw(st.integers(1, 3)) for _ in town.level],
        "hours": [draw(st.integers(0, 4)) for _ in town.level],
        "room": [draw(st.integers(0, 7)) for _ in town.cap],
    }
    return town


def best_value_by_trying_everything(town):  # noqa: C901 - one recursion
    places = [[cap, *(min(cap, limit) for limit in CLASS_LIMITS)] for cap in town.cap]
    room = list(town.extra["room"])

    def fits(question, helpers):
        hours, level = town.extra["hours"][question], town.level[question]
        return all(room[v] >= hours and min(places[v][: level + 1]) > 0 for v, _ in helpers)

    def book(question, helpers, step):
        for volunteer, _ in helpers:
            room[volunteer] += step * town.extra["hours"][question]
            for below in range(town.level[question] + 1):
                places[volunteer][below] += step

    def best(question):
        if question == len(town.level):
            return 0
        value = best(question + 1)
        for helpers in combinations(town.row(question), town.extra["need"][question]):
            if fits(question, helpers):
                book(question, helpers, -1)
                value = max(value, sum(weight for _, weight in helpers) + best(question + 1))
                book(question, helpers, 1)
        return value

    return best(0)


@given(towns_with_hours_and_teams())
@settings(max_examples=200, deadline=None)
def test_the_best_proposal_lies_between_value_and_bound_and_small_towns_are_proven(town):
    found = assign(*town.arrays, **town.options, **town.extra)
    assert found.value == best_value_by_trying_everything(town) == found.bound
    problem = pose(*town.arrays, **town.options, **town.extra)
    assert broken_rules(problem, (found.questions, found.volunteers)) == []


@given(towns_with_hours_and_teams(), st.integers(0, 1000), st.integers(0, 300))
@settings(max_examples=100, deadline=None)
def test_any_prices_whatever_bound_every_proposal(town, place, hour):
    problem = tightened(pose(*town.arrays, **town.options, **town.extra))
    price = np.full(problem.caps.shape, place)
    hourly = np.full(len(problem.caps), hour)
    bound = price_bound(problem, problem.weights, price, hourly)
    assert bound >= best_value_by_trying_everything(town)


@pytest.mark.parametrize("seed", range(3))
def test_a_larger_town_stays_within_two_per_cent_and_repeats_itself(seed):
    town = a_large_town(seed, top=1000)
    rng = np.random.default_rng(seed)
    extra = {
        "need": rng.choice([1, 2], len(town.level), p=[0.9, 0.1]),
        "hours": rng.choice([2, 3, 4], len(town.level)),
        "room": rng.choice([2, 4, 5, 6], len(town.cap)),
    }
    found = assign(*town.arrays, **town.options, **extra)
    assert found.value <= found.bound <= 1.02 * found.value
    again = assign(*town.arrays, **town.options, **extra)
    np.testing.assert_array_equal(found.questions, again.questions)
    np.testing.assert_array_equal(found.volunteers, again.volunteers)


def test_a_thousand_questions_with_hours_and_pairs_are_within_a_thousandth_of_the_bound():
    made = sparse_town("S", "ample", 1)
    questions, rng = len(made.indptr) - 1, np.random.default_rng(1)
    found = assign(
        *made[:3],
        cap=made.cap,
        limits=(2, 1),
        level=rng.choice(3, questions, p=[0.6, 0.3, 0.1]),
        need=np.where(rng.random(questions) < 0.1, 2, 1),
        hours=rng.choice([2, 4, 6, 8], questions, p=[0.5, 0.3, 0.1, 0.1]),
        room=rng.choice([2, 4, 6, 8], len(made.cap)),
    )
    assert found.value <= found.bound
    assert found.gap <= 0.001


def test_hours_that_cannot_bind_leave_the_flow_proof_whole():
    found = assign([0, 1, 2], [0, 0], [5, 4], cap=[2], hours=[2, 2], room=[4])
    assert (found.value, found.proven) == (9, True)


def test_a_team_gets_different_helpers_or_nobody():
    alone = assign([0, 1], [0], [9], cap=[2], need=[2])
    assert (alone.value, alone.served, alone.proven) == (0, 0, True)
    two = assign([0, 2], [0, 1], [9, 1], cap=[2, 1], need=[2])
    assert two.volunteers.tolist() == [0, 1]
