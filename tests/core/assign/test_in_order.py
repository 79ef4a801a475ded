"""Who waits longest is served first: compared with trying everything, and at the size of a town."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.sparse_towns import town as sparse_town
from kruispunt.core.assign import assign, assign_in_order
from kruispunt.core.assign.composite import ROOM
from tests.core.assign.small_towns import CLASS_LIMITS, towns


def by_trying_everything(town, first):
    """Give the waits of the served, longest first, and the value, of the best proposal."""
    room = [[cap, *(min(cap, limit) for limit in CLASS_LIMITS)] for cap in town.cap]

    def best(question):
        if question == len(town.indptr) - 1:
            return ((), 0)
        options = [best(question + 1)]
        for volunteer, weight in town.row(question):
            levels = range(town.level[question] + 1)
            if all(room[volunteer][level] > 0 for level in levels):
                for level in levels:
                    room[volunteer][level] -= 1
                waits, value = best(question + 1)
                options.append((tuple(sorted((*waits, first[question]), reverse=True)),
                                value + weight))  # fmt: skip
                for level in levels:
                    room[volunteer][level] += 1
        return max(options, key=lambda one: (counted(one[0], first), one[1]))

    return best(0)


def counted(waits, first):
    tally = Counter(waits)
    return [tally[wait] for wait in sorted(set(first), reverse=True)]


@settings(max_examples=150, deadline=None)
@given(town=towns(most_questions=5, most_volunteers=3), data=st.data())
def test_it_is_what_trying_everything_finds(town, data):
    asks = len(town.indptr) - 1
    first = data.draw(st.lists(st.integers(0, 3), min_size=asks, max_size=asks))
    found = assign_in_order(*town.arrays, first=np.array(first, int), **town.options)
    waits, value = by_trying_everything(town, first)
    assert found.value == value
    assert found.served.tolist() == counted(waits, first)


def test_where_a_rank_cannot_outweigh_everything_it_is_proven_by_a_solve_by_rank():
    """Weights so heavy that there is no room for a rank above the sum of all of them."""
    town = sparse_town("S", "scarce", 1)
    first = np.random.default_rng(2).integers(0, 200, len(town.indptr) - 1)
    light = assign_in_order(*town[:3], first=first, cap=town.cap, compiled=True)
    heavy = town.weights << 10
    found = assign_in_order(
        town.indptr, town.indices, heavy, first=first, cap=town.cap, compiled=True
    )
    every_weight_below_a_rank = int(heavy.max()) * len(first) * len(np.unique(first))
    assert every_weight_below_a_rank.bit_length() + len(first).bit_length() > ROOM
    assert found.served.tolist() == light.served.tolist()
    assert found.value == light.value << 10


def test_a_scarce_town_serves_more_of_who_waits_longest_and_nobody_less():
    town = sparse_town("S", "scarce", 1)
    days = np.random.default_rng(2).integers(0, 200, len(town.indptr) - 1)
    found = assign_in_order(*town[:3], first=days, cap=town.cap, compiled=True)
    plain = assign(*town[:3], cap=town.cap)
    assert found.assignment.proven
    assert found.assignment.served >= plain.served
    assert days[found.assignment.questions].mean() > days[plain.questions].mean()
    assert found.value <= plain.value


def test_ranks_and_weights_that_do_not_fit_together_are_refused_in_a_sentence():
    questions = 300
    arrays = np.arange(questions + 1), np.zeros(questions, int), np.full(questions, 1 << 48)
    with pytest.raises(OverflowError, match="coarser numbers in first"):
        assign_in_order(*arrays, first=np.arange(questions), cap=[1])
