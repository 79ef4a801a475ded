"""Whatever prices a solve begins with, its answer is the one found from nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.sparse_towns import REGIMES, town
from kruispunt.core.assign import assign, warm
from tests.core.assign.small_towns import a_large_town, best_by_trying_everything, towns


def same(first, second):
    for name in ("questions", "volunteers"):
        np.testing.assert_array_equal(getattr(first, name), getattr(second, name))
    assert (first.value, first.served, second.proven) == (second.value, second.served, True)


@st.composite
def started_towns(draw):
    made = draw(towns())
    prices = st.integers(0, 2 * max(made.weights, default=0) + 2)
    start = [[draw(prices) for _ in range(3)] for _ in made.cap]
    return made, np.array(start, int).reshape(-1, 3)


@given(started_towns())
@settings(max_examples=200, deadline=None)
def test_any_prices_to_begin_with_lead_to_the_best_proposal(started):
    made, start = started
    found = assign(*made.arrays, **made.options, start=start)
    same(assign(*made.arrays, **made.options), found)
    assert (found.value, found.served) == best_by_trying_everything(made)


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_yesterdays_prices_lead_to_the_same_pairs_after_a_night_of_changes(seed, compiled):
    made = a_large_town(seed)
    yesterday = assign(*made.arrays, **made.options, compiled=compiled)
    change = np.random.default_rng(seed)
    for edge in change.choice(len(made.weights), len(made.weights) // 50, replace=False):
        made.weights[edge] = int(change.integers(0, 60))
    for volunteer in change.choice(len(made.cap), 4, replace=False):
        made.cap[volunteer] = int(change.integers(0, 3))
    cold = assign(*made.arrays, **made.options, compiled=compiled)
    same(cold, assign(*made.arrays, **made.options, start=yesterday.start, compiled=compiled))


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("price", [0, 1 << 61])
def test_prices_that_fit_nothing_are_left_for_a_solve_from_nothing(regime, price):
    made = town("S", regime, seed=11)
    warm()
    start = np.full(len(made.cap), price)
    same(assign(*made[:3], cap=made.cap), assign(*made[:3], cap=made.cap, start=start))


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ([1, 2], "start has shape"),
        ([[1, 2]], "start has shape"),
        ([-1], "the least is 0"),
        ([0.5], "whole numbers"),
        ([1 << 62], "too large"),
    ],
)
def test_prices_that_are_none_are_refused_in_a_sentence(start, sentence):
    with pytest.raises((ValueError, TypeError, OverflowError), match=sentence):
        assign([0, 1], [0], [1], cap=[1], start=start)
