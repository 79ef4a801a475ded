"""The proposal for everybody at once is the best there is, and can prove it."""

import numpy as np
import pytest
from hypothesis import given, settings

from kruispunt.core.assign import assign, certify, pose
from kruispunt.core.assign.certificate import broken_rules
from tests.core.assign.small_towns import a_large_town, best_by_trying_everything, towns


@given(towns())
@settings(max_examples=300, deadline=None)
def test_no_proposal_is_better_than_the_one_found(town):
    found = assign(*town.arrays, **town.options)
    assert (found.value, found.served) == best_by_trying_everything(town)
    assert found.proven
    assert found.bound == found.value


@pytest.mark.parametrize("seed", range(4))
def test_plain_python_and_the_compiled_twin_give_the_same_pairs_and_prices(seed):
    town = a_large_town(seed)
    plain = assign(*town.arrays, **town.options, compiled=False)
    fast = assign(*town.arrays, **town.options, compiled=True)
    for name in ("questions", "volunteers", "prices_u", "prices_v"):
        np.testing.assert_array_equal(getattr(plain, name), getattr(fast, name))
    assert plain.proven


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_questions_and_volunteers_come_changes_nothing(seed):
    town = a_large_town(seed)
    rows = np.repeat(np.arange(len(town.level)), np.diff(town.indptr))
    keys = np.random.default_rng(9).integers(0, 1 << 63, len(rows)).astype(np.uint64)
    first = assign(*town.arrays, **town.options, ties=keys)
    shuffle = np.random.default_rng(seed)
    new_row, new_column = (shuffle.permutation(len(x)) for x in (town.level, town.cap))
    order = np.lexsort((new_column[town.indices], new_row[rows]))
    counts = np.bincount(new_row[rows], minlength=len(town.level))
    again = assign(
        np.concatenate([[0], np.cumsum(counts)]),
        new_column[town.indices][order],
        np.array(town.weights)[order],
        cap=np.array(town.cap)[np.argsort(new_column)],
        limits=(2, 1),
        level=np.array(town.level)[np.argsort(new_row)],
        ties=keys[order],
    )
    before = {
        (new_row[q], new_column[v]) for q, v in zip(first.questions, first.volunteers, strict=True)
    }
    assert before == set(zip(again.questions, again.volunteers, strict=True))


def test_an_empty_town_has_an_empty_proposal():
    found = assign([0], [], [], cap=[])
    assert (found.value, found.served, found.proven) == (0, 0, True)


def test_one_volunteer_for_all_takes_the_heaviest_within_the_class_limits():
    found = assign(
        [0, 1, 2, 3, 4],
        [0, 0, 0, 0],
        [9, 8, 7, 1],
        cap=[3],
        limits=(2, 1),
        level=[2, 2, 1, 0],
    )
    assert found.questions.tolist() == [0, 2, 3]
    assert found.value == 17


def test_a_pair_that_is_worth_nothing_is_still_made():
    found = assign([0, 1], [0], [0], cap=[1])
    assert (found.served, found.value, found.proven) == (1, 0, True)


@pytest.mark.parametrize("compiled", [False, True])
def test_the_heaviest_weights_that_fit_are_added_exactly(compiled):
    top = (1 << 58) - 1
    found = assign([0, 1, 2], [0, 1], [top, top], cap=[1, 1], compiled=compiled)
    assert (found.value, found.bound, found.proven) == (2 * top, 2 * top, True)


@pytest.mark.parametrize(("weight", "questions"), [(1 << 62, 1), (1 << 60, 3), ((1 << 63) - 1, 1)])
def test_weights_that_do_not_fit_are_refused_in_a_sentence(weight, questions):
    with pytest.raises(OverflowError, match="64"):
        assign(list(range(questions + 1)), [0] * questions, [weight] * questions, cap=[questions])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"indptr": [0, 2]}, "indptr ends at 2"),
        ({"indptr": [1, 1]}, "must start at 0"),
        ({"indices": [5]}, "names volunteer 5 of 1"),
        ({"indices": [-1]}, "the least is 0"),
        ({"weights": [-3]}, "the least is 0"),
        ({"weights": [0.5]}, "whole numbers"),
        ({"cap": [[1]]}, "one number per volunteer"),
        ({"level": [2], "limits": (1,)}, "level 2 has no limit"),
        ({"level": [0, 0]}, "level has shape"),
        ({"ties": np.zeros(7, np.uint64)}, "ties has 7"),
        ({"limits": np.ones((3, 1), int)}, "limits has 3 rows"),
        ({"indptr": [0, 2], "indices": [0, 0], "weights": [1, 2]}, "twice"),
    ],
)
def test_arrays_that_make_no_town_are_refused_in_a_sentence(change, sentence):
    arrays = {"indptr": [0, 1], "indices": [0], "weights": [1], "cap": [1]} | change
    with pytest.raises((ValueError, TypeError), match=sentence):
        assign(arrays.pop("indptr"), arrays.pop("indices"), arrays.pop("weights"), **arrays)


def test_the_certificate_refuses_what_is_not_allowed_or_not_best():
    problem = pose([0, 2, 3], [0, 1, 0], [5, 4, 3], cap=[1, 1])
    best = assign([0, 2, 3], [0, 1, 0], [5, 4, 3], cap=[1, 1])
    price = best.prices_v
    pairs = (best.questions, best.volunteers)
    assert certify(problem, pairs, price).proven
    worse = (np.array([0]), np.array([0]))
    assert not certify(problem, worse, price).proven
    assert certify(problem, worse, price).complaints == ()
    double = (np.array([0, 1]), np.array([0, 0]))
    assert certify(problem, double, price).complaints == (
        "a volunteer has too many questions of level 0 and up",
    )
    assert certify(problem, pairs, price * 0 - 1).complaints == ("a price is negative",)
    assert not certify(problem, pairs, price * 0).proven


def test_a_bound_that_is_one_too_high_proves_nothing():
    problem = pose([0, 1], [0], [5], cap=[2])
    pairs = (np.array([0]), np.array([0]))
    exact, above = (certify(problem, pairs, np.array([[price]])) for price in (0, 1))
    assert exact.proven
    assert (above.complaints, above.dual - above.primal) == ((), 1)
    assert not above.proven


def test_a_proposal_with_one_hour_too_many_is_refused():
    pairs = (np.array([0, 1]), np.array([0, 0]))
    for room, complaints in ((4, []), (3, ["a volunteer has too many hours"])):
        problem = pose([0, 1, 2], [0, 0], [5, 4], cap=[2], hours=[2, 2], room=[room])
        assert broken_rules(problem, pairs) == complaints
