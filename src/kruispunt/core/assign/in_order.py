"""Longest waiting first: nobody is passed over for somebody who waits shorter, and it is proven."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.checked import Numbers, whole
from kruispunt.core.assign.composite import ROOM
from kruispunt.core.assign.propose import Assignment, assign

STEPS = (6, 12, 18)
"""Bits by which a rank outweighs the heaviest pair, tried one after another."""

type Ints = npt.NDArray[np.int64]


class InOrder(NamedTuple):
    """The proposal that serves who waits longest, and of those proposals the one worth most.

    Attributes
    ----------
    assignment : Assignment
        Its ``value``, ``bound`` and prices are those of the weights with the ranks in them.
    value : int
        Sum of the weights given in.
    served : int64[n_ranks]
        How many questions are served of each rank, who waits longest first.
    """

    assignment: Assignment
    value: int
    served: Ints


def assign_in_order(  # noqa: PLR0913 - the arrays of one instance
    indptr: Numbers,
    indices: Numbers,
    weights: Numbers,
    *,
    first: Numbers,
    cap: Numbers,
    limits: Numbers | None = None,
    level: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    compiled: bool | None = None,
) -> InOrder:
    """Serve those first who come first in ``first``; among equals choose what is worth most.

    Lexicographic: as many as possible of the highest number, then as many as possible of the next,
    and so on; only then the sum of the weights counts.

    Parameters
    ----------
    indptr, indices, weights, cap, limits, level, ties, compiled
        As for ``assign``; every question needs one helper, and hours do not count.
    first : int[n_questions]
        Whole numbers, for instance days of waiting; only their order counts.

    Returns
    -------
    InOrder

    Raises
    ------
    OverflowError
        When ranks and weights do not fit in 64 bits together: give coarser numbers in ``first``
        (weeks for days) or weights without a common factor.

    Notes
    -----
    The sets of questions that can be served together form a matroid (a gammoid, with class limits
    too). So any weights that rise with the rank find the lexicographic best: ranks 1, 2, 3 … will
    do, and no power of a large base is needed. Where a rank outweighs the sum of all weights one
    solve proves it. Where that does not fit, a smaller step is tried and the number served of each
    rank is compared with a solve by rank alone; the matroid allows one such row of numbers only.
    In an ample town as fast as ``assign``; in a scarce one, where all pairs of a question weigh
    nearly alike, tens of times slower (a fifth of a second for a thousand questions) and at twenty
    thousand questions hundreds of times (a quarter of a minute).

    References
    ----------
    J. Edmonds and D. R. Fulkerson, *Transversals and matroid partition* (1965); H. Perfect,
    *Applications of Menger's graph theorem* (1968).

    Examples
    --------
    Question 1 waits longer, though question 0 is worth more.

    >>> found = assign_in_order([0, 1, 2], [0, 0], [9, 1], first=[3, 40], cap=[1])
    >>> found.assignment.questions.tolist(), found.value, found.served.tolist()
    ([1], 1, [1, 0])
    """
    start, worth = whole(indptr, "indptr"), whole(weights, "weights")
    order, rank = np.unique(np.asarray(first), return_inverse=True)
    if rank.shape != (len(start) - 1,):
        raise ValueError(f"first has shape {rank.shape} for {len(start) - 1} questions")
    counts = np.diff(start)

    def solved(step: int, plain: Ints) -> InOrder:
        ranked = np.repeat((rank + 1) * np.int64(step), counts) + plain
        best = assign(
            start, indices, ranked, cap=cap, limits=limits, level=level, ties=ties,
            compiled=compiled,
        )  # fmt: skip
        served = np.bincount(rank[best.questions], minlength=len(order))[::-1]
        value = best.value - step * int((rank[best.questions] + 1).sum())
        return InOrder(best, value, served)

    return _proven(solved, worth, rank)


def _proven(solved: Callable[[int, Ints], InOrder], worth: Ints, rank: Ints) -> InOrder:
    """Solve with a step that outweighs everything, or compare with a solve by rank alone."""
    heaviest = int(worth.max(initial=0))
    outweighs = heaviest * len(rank) + 1
    if _fits(outweighs, heaviest, rank):
        return solved(outweighs, worth)
    by_rank = solved(1, np.zeros_like(worth)).served
    for bits in STEPS:
        step = (heaviest + 1) << bits
        if not _fits(step, heaviest, rank):
            break
        found = solved(step, worth)
        if np.array_equal(found.served, by_rank):
            return found
    raise OverflowError(
        f"ranks to {int(rank.max()) + 1} and weights to {heaviest} do not fit in 64 bits together; "
        "give coarser numbers in first, or weights without a common factor"
    )


def _fits(step: int, heaviest: int, rank: npt.NDArray[np.int64]) -> bool:
    """Tell whether a composite weight has room for the highest rank at this step."""
    most = step * (int(rank.max(initial=0)) + 1) + heaviest
    return most.bit_length() + 1 + len(rank).bit_length() <= ROOM
