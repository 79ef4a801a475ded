"""Who waits longest is served first: compared with trying everything, and at the size of a town."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.sparse_towns import town as sparse_town
from kruispunt.core.assign import assign, assign_in_order, pose
from kruispunt.core.assign.in_order import keeps_order
from tests.core.assign.small_towns import CLASS_LIMITS, a_large_town, towns


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


@settings(max_examples=150, deadline=None)
@given(town=towns(most_questions=7, most_volunteers=4, heaviest=3), data=st.data())
def test_the_order_is_proven_by_adding_up_and_a_false_proof_is_seen(town, data):
    asks = len(town.indptr) - 1
    first = data.draw(st.lists(st.integers(0, 6), min_size=asks, max_size=asks))
    found = assign_in_order(*town.arrays, first=np.array(first, int), **town.options)
    problem = pose(*town.arrays, **town.options)
    rank = np.unique(first, return_inverse=True)[1].astype(int) + 1
    served = found.assignment.questions
    assert found.assignment.proven
    assert keeps_order(problem, rank, served, found.toll)
    if len(served):
        assert not keeps_order(problem, rank, served[1:], found.toll)


@pytest.mark.parametrize("seed", range(6))
def test_machine_code_lets_in_the_same_and_any_weights_that_rise_agree(seed):
    """Ranks that outweigh everything, put in the weights of a plain solve, find the same."""
    town = a_large_town(seed, questions=200, volunteers=60)
    first = np.random.default_rng(seed).integers(0, 30, 200)
    plain, machine = (
        assign_in_order(*town.arrays, first=first, **town.options, compiled=way)
        for way in (False, True)
    )
    assert machine.assignment.volunteers.tolist() == plain.assignment.volunteers.tolist()
    assert machine.assignment.questions.tolist() == plain.assignment.questions.tolist()
    rank = np.unique(first, return_inverse=True)[1] + 1
    outweighs = 200 * 40
    ranked = np.repeat(rank * outweighs, np.diff(town.indptr)) + np.array(town.weights)
    by_weight = assign(*town.arrays[:2], ranked, **town.options)
    assert machine.value == by_weight.value - outweighs * int(rank[by_weight.questions].sum())
    assert machine.served.tolist() == counted(first[by_weight.questions], first)


def test_who_must_be_served_outweighs_a_long_chain_of_dear_moves():
    """Each move away from the first place costs nearly a whole weight, and all must move."""
    length, heavy = 40, 1000
    rows = [[0], *([at, at + 1] for at in range(length))]
    worth = [[0], *([heavy, 0] for _ in range(length))]
    indptr = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    indices, weights = np.concatenate(rows), np.concatenate(worth)
    first = np.full(length + 1, 9)
    found = assign_in_order(indptr, indices, weights, first=first, cap=np.ones(length + 1, int))
    assert (found.assignment.served, found.value, found.assignment.proven) == (length + 1, 0, True)


def test_weights_may_be_heavy():
    town = sparse_town("S", "scarce", 1)
    first = np.random.default_rng(2).integers(0, 200, len(town.indptr) - 1)
    light = assign_in_order(*town[:3], first=first, cap=town.cap, compiled=True)
    found = assign_in_order(
        town.indptr, town.indices, town.weights << 10, first=first, cap=town.cap, compiled=True
    )
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


def test_weights_that_leave_no_room_for_an_order_are_refused_in_a_sentence():
    questions = 300
    arrays = np.arange(questions + 1), np.zeros(questions, int), np.full(questions, 1 << 50)
    assert assign(*arrays, cap=[1]).value == 1 << 50
    with pytest.raises(OverflowError, match="outweigh the others"):
        assign_in_order(*arrays, first=np.arange(questions), cap=[1])
