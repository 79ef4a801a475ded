"""The proposal over all pairs is that of the full solve, though most pairs are never held."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.crowd import crowd_of
from kruispunt.core.arrays import WholeGraph, edges, pack, ties
from kruispunt.core.assign import assign
from kruispunt.core.assign.checked import nested_caps
from kruispunt.core.assign.composite import scale_for
from kruispunt.core.assign.whole import Town, solve_whole
from kruispunt.core.weights import ALL_POINTS, Weights
from tests.core.cards_at_random import crowds, questions, volunteers

AT_MOST = (2, 1)
VALUE_BITS = (ALL_POINTS * Weights().highest_priority).bit_length()


def in_full(packed, cap):
    found = edges(packed)
    return assign(
        found.indptr,
        found.indices,
        found.score * packed.priority[found.rows()],
        cap=cap,
        limits=AT_MOST,
        level=packed.step,
        ties=ties(packed, found.rows(), found.indices),
        value_bits=VALUE_BITS,
    )


def over_all(packed, cap, *, compiled, first=2, more=1, small=True):
    scale = scale_for(len(packed.question_ids), 0, value_bits=VALUE_BITS)
    market = WholeGraph(
        packed, value_shift=scale.value_shift, tie_bits=scale.tie_bits, compiled=compiled
    )
    town = Town(nested_caps(cap, AT_MOST), packed.step, scale)
    return solve_whole(market, town, small=small, first=first, more=more)


def assert_same(packed, cap, **how):
    best, whole = in_full(packed, cap), over_all(packed, cap, **how)
    assert whole.pairs[0].tolist() == best.questions.tolist()
    assert whole.pairs[1].tolist() == best.volunteers.tolist()
    return whole


both_ways = pytest.mark.parametrize("compiled", [True, False])


@both_ways
@settings(max_examples=150, deadline=None)
@given(asked=crowds(questions()), offered=crowds(volunteers()), first=st.integers(1, 3))
def test_small_towns_have_the_proposal_of_the_full_solve(compiled, asked, offered, first):
    packed = pack(asked, offered, Weights())
    assert_same(packed, packed.places, compiled=compiled, first=first)


@pytest.mark.parametrize("regime", ["ample", "scarce"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_town_of_thousands_has_the_proposal_of_the_full_solve(regime, seed):
    packed = pack(*crowd_of(1000, 2000, width=12_000_000, seed=seed), Weights())
    cap = packed.places
    if regime == "scarce":
        cap = (np.random.default_rng(seed).random(2000) < 1 / 3).astype(np.int64)
    plain = assert_same(packed, cap, compiled=False, small=False)
    fast = assert_same(packed, cap, compiled=True, small=False)
    assert len(fast.problem.indices) < len(edges(packed).indices) / 3
    assert plain.rounds[-1].joining == fast.rounds[-1].joining == 0
