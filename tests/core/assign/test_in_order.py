"""Who waits longest is served first: compared with trying everything, and at the size of a town."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.sparse_towns import town as sparse_town
from kruispunt.core.assign import assign, assign_in_order, in_order, pose, turns
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


def a_chain_of_dear_moves(length, heavy):
    """Each move away from the first place costs nearly a whole weight, and all must move."""
    rows = [[0], *([at, at + 1] for at in range(length))]
    worth = [[0], *([heavy, 0] for _ in range(length))]
    indptr = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    return indptr, np.concatenate(rows), np.concatenate(worth)


def test_who_must_be_served_outweighs_a_long_chain_of_dear_moves():
    length = 40
    town, cap = a_chain_of_dear_moves(length, 1000), np.ones(length + 1, int)
    found = assign_in_order(*town, first=np.full(length + 1, 9), cap=cap)
    assert (found.assignment.served, found.value, found.assignment.proven) == (length + 1, 0, True)


@pytest.mark.parametrize("compiled", [False, True])
def test_a_bonus_that_is_too_small_is_seen_and_grows(monkeypatch, compiled):
    """With twice the heaviest weight as a bonus somebody would stay out; sixty-four times do."""
    length, heavy = 40, 1000
    indptr, indices, weights = a_chain_of_dear_moves(length, heavy)
    cap = np.ones(length + 1, int)
    assert assign(indptr, indices, weights + 2 * heavy, cap=cap).served == length
    monkeypatch.setattr(in_order, "LADDER", 2)
    found = assign_in_order(
        indptr, indices, weights, first=np.full(length + 1, 9), cap=cap, compiled=compiled
    )
    assert (found.assignment.served, found.value, found.assignment.proven) == (length + 1, 0, True)


@pytest.mark.parametrize("compiled", [False, True])
def test_a_place_that_somebody_is_refused_for_is_never_left_empty(monkeypatch, compiled):
    """Two chains want the one last place: nobody must be served, and yet every place is taken."""
    length, heavy = 20, 1000
    indptr, indices, weights = a_chain_of_dear_moves(length, heavy)
    last = indices == length
    cap = np.ones(2 * length + 1, int)
    monkeypatch.setattr(in_order, "LADDER", 2)
    found = assign_in_order(
        np.concatenate([indptr, indptr[1:] + indptr[-1]]),
        np.concatenate([np.where(last, 2 * length, indices + at) for at in (0, length)]),
        np.tile(weights, 2),
        first=np.full(2 * length + 2, 9),
        cap=cap,
        compiled=compiled,
    )
    assert found.toll.all()
    assert found.served.tolist() == [2 * length + 1]
    assert (found.value, found.assignment.proven) == (length * heavy, True)


@settings(max_examples=60, deadline=None)
@given(town=towns(most_questions=7, most_volunteers=5), data=st.data())
def test_however_long_is_asked_along_the_same_places_are_full_for_good(town, data):
    asks = len(town.indptr) - 1
    first = data.draw(st.lists(st.integers(0, 6), min_size=asks, max_size=asks))
    patience = data.draw(st.tuples(*[st.integers(0, 3)] * 3))
    found = assign_in_order(*town.arrays, first=np.array(first, int), **town.options)
    with pytest.MonkeyPatch.context() as patch:
        for name, most in zip(("FEW", "NEARBY", "ASKING"), patience, strict=True):
            patch.setattr(turns, name, most)
        again = assign_in_order(*town.arrays, first=np.array(first, int), **town.options)
    assert again.toll.tolist() == found.toll.tolist()
    assert (again.value, again.served.tolist()) == (found.value, found.served.tolist())
    assert again.assignment.proven


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_who_has_no_place_changes_nothing(seed, compiled):
    """A town in which most have no place, beside the same without them."""
    town = a_large_town(seed, questions=120, volunteers=90, places=(0, 0, 0, 1, 2))
    arrays, cap = town.arrays, np.array(town.cap)
    assert 2 * np.count_nonzero(cap) < len(cap)
    first = np.random.default_rng(seed).integers(0, 30, 120)
    ties = np.random.default_rng(seed).integers(0, 1 << 63, len(arrays[1]), dtype=np.uint64)
    options = {"first": first, "limits": CLASS_LIMITS, "level": town.level, "compiled": compiled}
    found = assign_in_order(*arrays, cap=cap, ties=ties, **options)
    there = (cap > 0)[arrays[1]]
    rows = np.repeat(np.arange(120), np.diff(arrays[0]))[there]
    few = assign_in_order(
        np.searchsorted(rows, np.arange(121)),
        (np.cumsum(cap > 0) - 1)[arrays[1][there]],
        arrays[2][there],
        cap=cap[cap > 0],
        ties=ties[there],
        **options,
    )
    assert found.assignment.proven
    assert found.assignment.questions.tolist() == few.assignment.questions.tolist()
    volunteers = np.flatnonzero(cap)[few.assignment.volunteers]
    assert found.assignment.volunteers.tolist() == volunteers.tolist()
    assert found.toll[cap > 0].tolist() == few.toll.tolist()
    assert not found.toll[cap == 0].any()


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
