"""Every neighbourhood its share: compared with trying everything, and at the size of a town."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.sparse_towns import town as sparse_town
from kruispunt.core.assign import assign, assign_covering
from tests.core.assign.small_towns import CLASS_LIMITS, a_large_town, towns


def worth_of(served, where, bonus):
    """Add the bonus up one question at a time, as the rule says it."""
    total = 0
    for one in set(where):
        asks = where.count(one)
        done = sum(where[question] == one for question in served)
        total += sum(bonus[k * len(bonus) // asks] for k in range(done))
    return total


def by_trying_everything(town, where, bonus):
    """Give the highest (value with bonus, number served)."""
    room = [[cap, *(min(cap, limit) for limit in CLASS_LIMITS)] for cap in town.cap]

    def best(question, served, value):
        if question == len(where):
            return value + worth_of(served, where, bonus), len(served)
        options = [best(question + 1, served, value)]
        for volunteer, weight in town.row(question):
            levels = range(town.level[question] + 1)
            if all(room[volunteer][level] > 0 for level in levels):
                for level in levels:
                    room[volunteer][level] -= 1
                options.append(best(question + 1, [*served, question], value + weight))
                for level in levels:
                    room[volunteer][level] += 1
        return max(options)

    return best(0, [], 0)


@settings(max_examples=200, deadline=None)
@given(town=towns(most_questions=5, most_volunteers=3), data=st.data())
def test_it_is_what_trying_everything_finds(town, data):
    asks = len(town.level)
    where = data.draw(st.lists(st.integers(0, 2), min_size=asks, max_size=asks))
    bonus = sorted(data.draw(st.lists(st.integers(0, 9), min_size=1, max_size=4)), reverse=True)
    found = assign_covering(
        *town.arrays, neighbourhood=np.array(where, int), bonus=bonus, **town.options
    )
    plan = found.assignment
    assert (plan.value + found.bonus, plan.served) == by_trying_everything(town, where, bonus)
    assert found.bonus == worth_of(plan.questions.tolist(), where, bonus)
    assert plan.proven
    assert plan.bound == plan.value


@pytest.mark.parametrize("seed", range(4))
def test_machine_code_and_plain_python_spread_alike_and_no_bonus_changes_nothing(seed):
    town = a_large_town(seed, questions=150, volunteers=60)
    where = np.random.default_rng(seed).integers(0, 8, 150)
    plain, machine = (
        assign_covering(
            *town.arrays, neighbourhood=where, bonus=[30, 20, 0], **town.options, compiled=way
        )
        for way in (False, True)
    )
    assert machine.assignment.volunteers.tolist() == plain.assignment.volunteers.tolist()
    none = assign_covering(*town.arrays, neighbourhood=where, bonus=[0], **town.options)
    usual = assign(*town.arrays, **town.options)
    assert (none.assignment.value, none.assignment.served) == (usual.value, usual.served)


def test_the_worst_neighbourhood_of_a_scarce_town_is_better_off_for_little():
    town = sparse_town("S", "scarce", 1)
    where = np.arange(1000) % 10
    priority = np.where(where < 3, 1, 2)[np.repeat(np.arange(1000), np.diff(town.indptr))]
    weights = town.weights * priority
    usual = assign(town.indptr, town.indices, weights, cap=town.cap)
    bonus = [int(weights.max()) * (9 - band) // 9 for band in range(10)]
    found = assign_covering(
        town.indptr, town.indices, weights, neighbourhood=where, bonus=bonus, cap=town.cap
    )
    before = np.bincount(where[usual.questions], minlength=10)
    assert found.assignment.proven
    assert found.served.min() > before.min()
    assert found.assignment.value <= usual.value
    assert found.assignment.value > 0.8 * usual.value


def test_hours_and_teams_are_kept_and_the_bound_is_above():
    town = a_large_town(1, questions=60, volunteers=30)
    rng = np.random.default_rng(1)
    found = assign_covering(
        *town.arrays,
        neighbourhood=rng.integers(0, 4, 60),
        bonus=[20, 10],
        **town.options,
        need=rng.choice([1, 1, 1, 2], 60),
        hours=rng.integers(1, 4, 60),
        room=rng.integers(1, 5, 30),
    )
    assert found.assignment.bound >= found.assignment.value
    assert found.assignment.gap < 0.05


def test_a_bonus_that_rises_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="never rises"):
        assign_covering([0, 1], [0], [5], neighbourhood=[0], bonus=[1, 2], cap=[1])
