"""Towns that are not like others get the same care: ties, nobody, everybody, the very heavy."""

import numpy as np
import pytest

from bench.sparse_towns import REGIMES, town
from kruispunt.core.assign import assign, certify, pose, warm
from kruispunt.core.assign.loose import without_closed
from tests.core.assign.small_towns import a_large_town

MANY = 1_500


def both(*arrays, **options):
    """Solve plainly and compiled, and hold the two together."""
    warm()
    plain = assign(*arrays, **options, compiled=False)
    fast = assign(*arrays, **options, compiled=True)
    for name in ("questions", "volunteers", "prices_u", "prices_v"):
        np.testing.assert_array_equal(getattr(plain, name), getattr(fast, name))
    assert plain.proven
    assert fast.proven
    return fast


@pytest.mark.parametrize("weight", [0, 1, 7])
def test_when_every_pair_is_worth_the_same_as_many_as_possible_are_served(weight):
    made = town("S", "mixed", seed=3)
    found = both(made.indptr, made.indices, np.full(len(made.indices), weight), cap=made.cap)
    assert found.value == weight * found.served
    assert found.served == both(*made[:2], np.ones(len(made.indices), int), cap=made.cap).value


def test_one_volunteer_for_all_takes_as_many_as_she_has_places():
    weights = np.arange(MANY) % 97
    found = both(np.arange(MANY + 1), np.zeros(MANY, int), weights, cap=[40])
    assert found.value == np.sort(weights)[-40:].sum()


def test_everybody_for_one_question_sends_the_best():
    weights = (np.arange(MANY) * 37) % MANY
    found = both([0, MANY], np.arange(MANY), weights, cap=np.ones(MANY, int))
    assert (found.value, found.volunteers.tolist()) == (MANY - 1, [int(weights.argmax())])


def test_questions_that_nobody_may_help_and_volunteers_without_places_stay_alone():
    starts = np.repeat(np.arange(0, 2 * MANY + 1, 2), 2)
    indices = np.stack([np.arange(MANY), MANY + np.arange(MANY)], axis=1).ravel()
    cap = np.repeat([0, 1], MANY)
    found = both(starts, indices, np.tile([9, 4], MANY), cap=cap)
    assert (found.value, found.served) == (4 * MANY, MANY)
    assert (found.volunteers >= MANY).all()


def test_a_town_without_a_single_place_has_an_empty_proposal():
    made = town("S", "scarce", seed=5)
    found = both(*made[:3], cap=made.cap * 0)
    assert (found.value, found.served, found.bound) == (0, 0, 0)


def test_endless_places_need_no_endless_memory():
    made = town("S", "ample", seed=5)
    found = both(*made[:3], cap=np.full(len(made.cap), 1 << 61))
    assert found.value == np.maximum.reduceat(made.weights, made.indptr[:-1]).sum()


def test_one_pair_that_outweighs_all_others_does_not_blur_them():
    made = town("S", "scarce", seed=6)
    weights = made.weights.copy()
    weights[np.flatnonzero(made.cap[made.indices])[17]] = 1 << 44
    found = both(made.indptr, made.indices, weights, cap=made.cap)
    usual = assign(*made[:3], cap=made.cap)
    assert found.value - (1 << 44) > usual.value * 99 // 100 - made.weights.max()


@pytest.mark.parametrize("regime", REGIMES)
def test_it_does_not_matter_in_which_order_a_row_names_its_volunteers(regime):
    made = town("S", regime, seed=8)
    rows = np.repeat(np.arange(len(made.indptr) - 1), np.diff(made.indptr))
    first = both(*made[:3], cap=made.cap)
    for order in (
        np.lexsort((made.indices, rows)),
        np.lexsort((made.weights, rows)),
        np.lexsort((np.random.default_rng(1).random(len(rows)), rows)),
    ):
        again = both(made.indptr, made.indices[order], made.weights[order], cap=made.cap)
        np.testing.assert_array_equal(first.volunteers, again.volunteers)
        assert first.value == again.value


@pytest.mark.parametrize("kind", [np.int32, np.uint16, np.int64])
def test_arrays_of_any_whole_kind_even_read_only_give_the_same(kind):
    made = town("S", "mixed", seed=9)
    given = made.indices.astype(kind)
    given.flags.writeable = False
    first = both(*made[:3], cap=made.cap)
    again = both(made.indptr, given, made.weights, cap=made.cap)
    np.testing.assert_array_equal(first.volunteers, again.volunteers)


def test_a_wrong_number_among_many_is_found_and_named():
    made = town("S", "ample", seed=10)
    warm()
    for array, worth, sentence in (
        ("indices", len(made.cap), f"names volunteer {len(made.cap)} of {len(made.cap)}"),
        ("indices", -1, "indices holds -1"),
        ("weights", -5, "weights holds -5"),
        ("indices", int(made.indices[999]), "twice"),
    ):
        wrong = made._replace(**{array: getattr(made, array).copy()})
        getattr(wrong, array)[1000] = worth
        with pytest.raises(ValueError, match=sentence):
            assign(*wrong[:3], cap=wrong.cap)


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_pairs_with_who_has_no_place_are_left_out_and_the_proof_is_over_all(seed, compiled):
    made = a_large_town(seed, questions=120, volunteers=90, places=(0, 0, 0, 1, 2))
    cap, (indptr, indices, weights) = np.array(made.cap), made.arrays
    problem = pose(indptr, indices, weights, **made.options)
    few, edges = without_closed(problem)
    assert edges.tolist() == np.flatnonzero(cap[indices] > 0).tolist()
    assert 2 * len(few.indices) < len(indices)
    best = assign(indptr, indices, weights, **made.options, compiled=compiled)
    same = assign(few.indptr, few.indices, few.weights, **made.options, compiled=compiled)
    assert best.proven
    assert (best.value, best.volunteers.tolist()) == (same.value, same.volunteers.tolist())
    assert certify(problem, (best.questions, best.volunteers), best.prices_v).proven


def test_where_most_have_a_place_every_pair_is_read_as_it_was_given():
    made = a_large_town(1, places=(1, 2))
    problem = pose(*made.arrays, **made.options)
    assert without_closed(problem) == (problem, None)
