"""Proof apart from the solver: anybody can add up that no other proposal is worth more."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.clashes import clashing
from kruispunt.core.assign.compiled import is_small, kernels_for, parts, side_by_side
from kruispunt.core.assign.composite import HASH_BITS, compose, tie_hash
from kruispunt.core.assign.problem import Problem, exact_sum
from kruispunt.core.assign.together import CLOSED, kept_together, torn

NO_PLACE = 1 << 62
"""What it costs to be helped by somebody who has no place at all."""

ROUNDED_BITS = 14
"""Bits of the heaviest weight when it is rounded down, so that all prices stay at hand."""
MOST_ROUNDED = (1 << 15) - 1
"""The highest rounded price."""

type Ints = npt.NDArray[np.int64]
type Pairs = tuple[npt.NDArray[Any], npt.NDArray[Any]]


@dataclass(frozen=True)
class Certificate:
    """What an independent sum over the arrays says about a proposal and its prices.

    ``primal`` and ``dual`` are in composite units. By weak duality no proposal is worth more than
    ``dual``; where the two meet the proposal is the best there is.
    """

    primal: int
    dual: int
    value: int
    served: int
    surplus: npt.NDArray[np.int64]
    complaints: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Tell whether the proposal is allowed and the integers meet."""
        return not self.complaints and self.primal == self.dual


def certify(problem: Problem, pairs: Pairs, price: npt.NDArray[Any]) -> Certificate:
    """Check a proposal and the prices of its places against the arrays alone.

    Parameters
    ----------
    problem
        The checked instance, from `pose`.
    pairs : (int64[n_pairs], int64[n_pairs])
        Question and volunteer of each match; every pair must be an edge.
    price : int64[n_volunteers, n_levels]
        ``price[v, l]``, what a place with ``v`` costs a question of level ``l``, in composite
        units.

    Notes
    -----
    One look through all edges, O(edges), in numpy or compiled, with no code of the solver's. Hours
    are checked in the proposal and left out of the bound.

    References
    ----------
    Weak duality of the assignment problem: R. Ahuja, T. Magnanti and J. Orlin, *Network Flows*
    (1993), chapter 9.

    Examples
    --------
    >>> from kruispunt.core.assign import assign, pose
    >>> arrays = [0, 2, 3], [0, 1, 0], [5, 4, 3]
    >>> problem, best = pose(*arrays, cap=[1, 1]), assign(*arrays, cap=[1, 1])
    >>> certify(problem, (best.questions, best.volunteers), best.prices_v).proven
    True
    >>> certify(problem, (best.questions, best.volunteers), best.prices_v * 0).proven
    False
    """
    questions, volunteers = pairs
    complaints = broken_rules(problem, pairs)
    if (np.diff(price, axis=1, prepend=0) < 0).any():
        complaints.append("a price is negative")
    if problem.made is None and not is_small(len(problem.indices)):
        surplus, edges = _added_up(problem, pairs, price)
        composite = _composite_of(problem, pairs, edges)
    else:
        surplus = surplus_under(problem, problem.composite, price)
        edges = problem.edges_of(questions, volunteers)
        composite = problem.composite[edges]
    return Certificate(
        primal=exact_sum(composite),
        dual=earnings(problem, price) + exact_sum(surplus),
        value=exact_sum(problem.weights[edges]),
        served=int(np.count_nonzero(np.bincount(questions))) if len(questions) else 0,
        surplus=surplus,
        complaints=tuple(complaints),
    )


def _added_up(problem: Problem, pairs: Pairs, price: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """Give what each question keeps and the edge of each pair, in one look through all edges."""
    scale = problem.scale
    asked = np.where(problem.caps == 0, NO_PLACE, price).reshape(-1)
    cut = max(problem.heaviest.bit_length() - ROUNDED_BITS, 0)
    rounded = np.minimum(asked >> np.int64(scale.value_shift + cut), MOST_ROUNDED).astype(np.int16)
    mate, surplus = np.full(problem.questions, -1), np.empty(problem.questions, np.int64)
    mate[pairs[0]] = pairs[1]
    add_up = kernels_for(small=False).add_up
    given = (
        (problem.indptr, problem.indices, problem.weights),
        (scale.value_shift, 1 << scale.served_shift, HASH_BITS - scale.tie_bits),
        (asked, rounded, cut, problem.levels),
        (problem.level, mate, surplus),
    )
    side_by_side(
        lambda _, begin, end: add_up(*given, (begin, end)),
        problem.questions,
        parts=parts(len(problem.indices)),
    )
    return surplus, mate[pairs[0]]


def _composite_of(problem: Problem, pairs: Pairs, edges: Ints) -> Ints:
    """Compose the weights of the pairs alone."""
    if not len(edges) or int(edges.min()) < 0:
        return np.zeros(len(edges), np.int64)
    ones = np.ones(1, np.int64)
    return compose(problem.weights[edges], tie_hash(*pairs), problem.scale, ones)


def broken_rules(problem: Problem, pairs: Pairs) -> list[str]:
    """Name every rule that a proposal breaks."""
    questions, volunteers = pairs
    found = []
    keys = questions * problem.volunteers + volunteers
    if not (np.diff(keys) > 0).all() and len(np.unique(keys)) < len(keys):
        found.append("a pair stands there twice")
    taken = np.bincount(questions, minlength=problem.questions)
    if ((taken != 0) & (taken != problem.need)).any():
        found.append("a question has too few or too many helpers")
    if torn(problem, questions):
        found.append("a package is served in part")
    for level in range(problem.levels):
        there = volunteers[problem.level[questions] >= level]
        load = np.bincount(there, minlength=problem.volunteers)
        if (load > problem.caps[:, level]).any():
            found.append(f"a volunteer has too many questions of level {level} and up")
    if over_hours(problem, pairs).any():
        found.append("a volunteer has too many hours")
    if clashing(problem, pairs).any():
        found.append("a volunteer has more questions than slots for them")
    return found


def over_hours(problem: Problem, pairs: Pairs) -> npt.NDArray[np.bool_]:
    """Tell of which volunteers a proposal asks more hours than there are."""
    if not problem.hours.any():
        return np.zeros(problem.volunteers, bool)
    spent = np.zeros(problem.volunteers, np.int64)
    np.add.at(spent, pairs[1], problem.hours[pairs[0]])
    return np.greater(spent, problem.free_hours)


def price_bound(
    problem: Problem,
    worth: npt.NDArray[np.int64],
    price: npt.NDArray[Any],
    hourly: npt.NDArray[np.int64] | None = None,
) -> int:
    """Bound every proposal from above, whatever the prices are.

    Each volunteer sells its places (and hours) at these prices, and each question then picks the
    best helpers for itself alone. No proposal is worth more than what the questions keep plus what
    the volunteers could earn at most: Lagrange's bound, valid for any prices that are not negative.
    """
    surplus = surplus_under(problem, worth, price, hourly)
    return earnings(problem, price, hourly) + exact_sum(surplus)


def earnings(
    problem: Problem, price: npt.NDArray[Any], hourly: npt.NDArray[np.int64] | None = None
) -> int:
    """Add up what the volunteers earn at most when every place and hour is sold."""
    earned = 0
    if hourly is not None:
        earned += exact_dot(hourly, problem.free_hours)
    steps = np.diff(price, axis=1, prepend=0)
    for at in range(problem.levels):
        earned += exact_dot(steps[:, at], problem.caps[:, at])
    return earned


def kept_at(
    problem: Problem,
    worth: npt.NDArray[np.int64],
    price: npt.NDArray[Any],
    hourly: npt.NDArray[np.int64] | None = None,
) -> npt.NDArray[np.int64]:
    """Give per edge what it is worth after paying for the place and the hours."""
    asked = np.where(problem.caps == 0, NO_PLACE, price)
    return _kept(problem, (worth, asked, hourly), (slice(0, problem.questions), slice(None)))


def _kept(
    problem: Problem,
    sums: tuple[npt.NDArray[np.int64], npt.NDArray[Any], npt.NDArray[np.int64] | None],
    part: tuple[slice, slice],
) -> npt.NDArray[np.int64]:
    (worth, asked, hourly), (questions, edges) = sums, part
    volunteers = problem.indices[edges]
    counts = np.diff(problem.indptr[questions.start : questions.stop + 1])
    kept: npt.NDArray[np.int64]
    if problem.levels == 1:
        kept = worth[edges] - asked[:, 0][volunteers]
    else:
        kept = worth[edges] - asked[volunteers, np.repeat(problem.level[questions], counts)]
    if hourly is not None:
        kept -= hourly[volunteers] * np.repeat(problem.hours[questions], counts)
    return kept


def surplus_under(
    problem: Problem,
    worth: npt.NDArray[np.int64],
    price: npt.NDArray[Any],
    hourly: npt.NDArray[np.int64] | None = None,
) -> npt.NDArray[np.int64]:
    """Give what each question keeps under these prices, some questions at a time."""
    asked = np.where(problem.caps == 0, NO_PLACE, price)
    best = np.zeros(problem.questions, np.int64)
    for questions, edges in problem.parts():
        kept = _kept(problem, (worth, asked, hourly), (questions, edges))
        best[questions] = _best(problem, kept, questions)
    return kept_together(problem, best)


def best_at(problem: Problem, kept: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give what each question keeps with its best helpers, also where that is a loss."""
    return _best(problem, kept, slice(0, problem.questions))


def _best(problem: Problem, kept: npt.NDArray[np.int64], questions: slice) -> npt.NDArray[np.int64]:
    bounds = problem.indptr[questions.start : questions.stop + 1]
    starts, counts = bounds[:-1] - bounds[0], np.diff(bounds)
    surplus = np.full(len(counts), CLOSED)
    some = counts > 0
    if some.any():
        surplus[some] = np.maximum.reduceat(kept, starts[some])
    need = problem.need[questions]
    for question in np.flatnonzero(need > 1):
        row = kept[starts[question] : starts[question] + counts[question]]
        size = int(need[question])
        best = np.sort(row)[::-1][:size]
        able = len(row) >= size and best[-1] > CLOSED
        surplus[question] = sum(best.tolist()) if able else CLOSED
    return np.asarray(np.maximum(surplus, CLOSED))


def exact_dot(left: npt.NDArray[Any], right: npt.NDArray[Any]) -> int:
    """Multiply and add two arrays of at most 62 bits without running over."""
    kept = (left != 0) & (right != 0)
    left, right = left[kept], right[kept]
    if len(left) and len(left) * int(right.max()) < 1 << 32:
        low = left & np.int64((1 << 30) - 1)
        return (int(((left >> np.int64(30)) * right).sum()) << 30) + int((low * right).sum())
    return sum(int(a) * int(b) for a, b in zip(left, right, strict=True))
