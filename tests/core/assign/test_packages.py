"""Packages are served whole or not at all: compared with trying everything, and bounded."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.assign import assign, assign_covering, certify, pose
from kruispunt.core.assign.certificate import broken_rules, price_bound
from kruispunt.core.assign.loose import tightened
from tests.core.assign.small_towns import CLASS_LIMITS, a_large_town, towns
from tests.core.assign.test_covering import worth_of

ALONE = 0


@st.composite
def towns_with_packages(draw, *, most_questions=5):
    """Every limit at once: packages, teams, hours, slots and classes."""
    town = draw(towns(most_questions=most_questions, most_volunteers=3))
    town.extra = {
        "package": [draw(st.sampled_from([ALONE, 1, 1, 2])) for _ in town.level],
        "need": [draw(st.sampled_from([1, 1, 1, 2])) for _ in town.level],
        "hours": [draw(st.integers(0, 2)) for _ in town.level],
        "room": [draw(st.integers(1, 6)) for _ in town.cap],
        "slots": [draw(st.sampled_from([0, 0, 1, 3])) for _ in town.level],
        "free_slots": [draw(st.sampled_from([0, 0, 1, 7])) for _ in town.cap],
    }
    return town


def plans(town):
    """Give every allowed proposal, as question -> helpers."""
    asks = range(len(town.level))
    options = [
        [(), *combinations([one for one, _ in town.row(ask)], town.extra["need"][ask])]
        for ask in asks
    ]

    def carries(volunteer, mine):
        limits = (town.cap[volunteer], *(min(town.cap[volunteer], one) for one in CLASS_LIMITS))
        free = town.extra["free_slots"][volunteer] or 0b1111111
        masks = [(town.extra["slots"][ask] or 0b1111111) & free for ask in mine]
        return (
            all(sum(town.level[a] >= at for a in mine) <= most for at, most in enumerate(limits))
            and sum(town.extra["hours"][ask] for ask in mine) <= town.extra["room"][volunteer]
            and any(
                all(mask >> at & 1 for mask, at in zip(masks, order, strict=True))
                for order in permutations(range(7), len(masks))
            )
        )

    def grow(ask, plan):
        if ask == len(options):
            if whole(plan):
                yield dict(plan)
            return
        for helpers in options[ask]:
            plan[ask] = helpers
            load = {one: [a for a in plan if one in plan[a]] for one in helpers}
            if all(carries(one, mine) for one, mine in load.items()):
                yield from grow(ask + 1, plan)
        del plan[ask]

    def whole(plan):
        label = town.extra["package"]
        return all(
            len({bool(plan[ask]) for ask in asks if label[ask] == one}) < 2 for one in (1, 2)
        )

    return grow(0, {})


def worth(town, plan):
    rows = {ask: dict(town.row(ask)) for ask in plan}
    return sum(rows[ask][one] for ask, helpers in plan.items() for one in helpers)


@settings(max_examples=150, deadline=None)
@given(towns_with_packages())
def test_it_is_what_trying_everything_finds_and_small_towns_are_proven(town):
    found = assign(*town.arrays, **town.options, **town.extra)
    problem = pose(*town.arrays, **town.options, **town.extra)

    assert found.value == max(worth(town, plan) for plan in plans(town)) == found.bound
    assert broken_rules(problem, (found.questions, found.volunteers)) == []
    assert (
        certify(problem, (found.questions, found.volunteers), found.prices_v).value == found.value
    )


@settings(max_examples=100, deadline=None)
@given(towns_with_packages(), st.integers(0, 1000), st.integers(0, 300))
def test_any_prices_whatever_bound_every_proposal(town, place, hour):
    problem = tightened(pose(*town.arrays, **town.options, **town.extra))
    price = np.full(problem.caps.shape, place)
    bound = price_bound(problem, problem.weights, price, np.full(len(problem.caps), hour))

    assert bound >= max(worth(town, plan) for plan in plans(town))


@settings(max_examples=80, deadline=None)
@given(towns_with_packages(most_questions=4), st.data())
def test_with_a_bonus_for_neighbourhoods_it_is_the_best_of_both_together(town, data):
    asks = len(town.level)
    where = data.draw(st.lists(st.integers(0, 1), min_size=asks, max_size=asks))
    bonus = sorted(data.draw(st.lists(st.integers(0, 9), min_size=1, max_size=3)), reverse=True)
    label, need = town.extra["package"], town.extra["need"]
    counts = [ask for ask in range(asks) if not label[ask] and need[ask] == 1]
    area = dict(zip(counts, [where[ask] for ask in counts], strict=True))

    def added(plan):
        own = [area[ask] for ask in counts]
        served = [place for place, ask in enumerate(counts) if plan.get(ask)]
        return worth_of(served, own, bonus)

    found = assign_covering(
        *town.arrays, neighbourhood=np.array(where, int), bonus=bonus, **town.options, **town.extra
    )
    best = max(worth(town, plan) + added(plan) for plan in plans(town))
    assert found.assignment.value + found.bonus == best
    assert found.assignment.bound == found.assignment.value


@pytest.mark.parametrize("seed", range(3))
def test_a_larger_town_keeps_packages_whole_and_says_how_good_it_is(seed):
    town = a_large_town(seed, questions=200, volunteers=60, top=1000)
    rng = np.random.default_rng(seed)
    package = np.where(rng.random(200) < 0.3, rng.integers(1, 25, 200), ALONE)
    usual = assign(*town.arrays, **town.options)
    found = assign(*town.arrays, **town.options, package=package)
    problem = pose(*town.arrays, **town.options, package=package)

    assert broken_rules(problem, (usual.questions, usual.volunteers)) != []
    assert broken_rules(problem, (found.questions, found.volunteers)) == []
    assert found.value <= found.bound <= usual.value
    assert found.gap < 0.02
    again = assign(*town.arrays, **town.options, package=package)
    np.testing.assert_array_equal(found.volunteers, again.volunteers)


def test_who_is_left_alone_in_a_package_is_on_its_own():
    town = [0, 1, 2], [0, 0], [5, 4]
    assert assign(*town, cap=[1], package=[7, 0]).value == 5
    assert assign(*town, cap=[1], package=[7, 7]).value == 0
    assert assign(*town, cap=[2], package=[7, 7]).proven


def test_a_package_may_take_in_who_alone_would_not_be_worth_it():
    # the place is worth 5 to somebody else, and 4 and 3 to the package, that has another place too
    town = [0, 1, 2, 3], [0, 0, 1], [5, 4, 3]
    found = assign(*town, cap=[1, 1], package=[0, 1, 1])
    assert (found.value, found.volunteers.tolist(), found.proven) == (7, [0, 1], True)


def test_a_package_of_the_wrong_size_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="package has shape"):
        assign([0, 1], [0], [5], cap=[1], package=[1, 1])
