"""Longest waiting first: nobody is passed over for somebody who waits shorter, and it is proven."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import earnings
from kruispunt.core.assign.checked import Numbers
from kruispunt.core.assign.compiled import is_small
from kruispunt.core.assign.composite import scale_for
from kruispunt.core.assign.flow import who_waits
from kruispunt.core.assign.loose import without_closed
from kruispunt.core.assign.problem import Problem, exact_sum, pose
from kruispunt.core.assign.propose import Assignment, propose

LADDER = 16
"""The bonus for keeping the order, in heaviest weights; and how it grows when it was too small."""
OPENING = 8
"""So many heaviest weights the places that must be filled cost at first."""

NO_PLACE, NOWHERE = (1 << 31) - 1, -1
"""The toll of who has no place at all, and one that nobody finds."""

type Ints = npt.NDArray[np.int64]


class InOrder(NamedTuple):
    """The proposal that serves who waits longest, and of those proposals the one worth most.

    Attributes
    ----------
    assignment : Assignment
        ``value`` and ``bound`` are those of the weights given in, among the proposals that keep the
        order; ``proven`` says that order and value are both proven. Its prices are those among the
        pairs that keep the order.
    value : int
        Sum of the weights given in.
    served : int64[n_ranks]
        How many questions are served of each rank, who waits longest first.
    toll : int64[n_volunteers, n_levels]
        The highest rank (from 1) that is refused there, and 0 where nobody is.
    """

    assignment: Assignment
    value: int
    served: Ints
    toll: Ints


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
        When the weights leave no room in 64 bits for who must be served to outweigh the others:
        divide them by a common factor.

    Notes
    -----
    The sets of questions that can be served together form a matroid (a gammoid, with class limits
    too), so whoever is let in by turn, and never sent away, makes the lexicographic best. Who finds
    no way in leaves a *toll* behind on every place that was seen: its rank. Tolls are prices for
    the weights 1, 2, 3 … by rank, and prove the order by adding up. They also tell which proposals
    keep it: those with tight pairs only, that serve whoever ranks above the toll and fill whatever
    has one. The best of those is an ordinary solve on far fewer pairs, in which both get a bonus;
    the bonus is the same sum in every proposal that keeps the order, so if the outcome keeps it,
    it is the best of them. Costs two to two and a half times as much as ``assign`` in a province.

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
    >>> found.toll.tolist()
    [[1]]
    """
    problem = pose(indptr, indices, weights, cap=cap, limits=limits, level=level, ties=ties)
    order, rank = np.unique(np.asarray(first), return_inverse=True)
    if rank.shape != (problem.questions,):
        raise ValueError(f"first has shape {rank.shape} for {problem.questions} questions")
    rank = rank.astype(np.int64) + 1
    small = is_small(len(problem.indices)) if compiled is None else not compiled
    inner = _with_places(problem)
    tie = ties if ties is None or inner.edges is None else np.asarray(ties)[inner.edges]
    toll = who_waits(inner.problem, rank, small=small)
    within = _within(inner.problem, rank, toll)
    best, value = _worth_most(inner.problem, (rank, toll, within), tie, small=small)
    proven = best.proven and _adds_up(inner.problem, rank[best.questions], toll, within)
    served = np.bincount(rank[best.questions] - 1, minlength=len(order))[::-1]
    whole = replace(
        best,
        volunteers=inner.volunteers[best.volunteers],
        prices_v=inner.for_everybody(best.prices_v),
        value=value,
        bound=value,
        proven=proven,
    )
    return InOrder(whole, value, served, inner.for_everybody(toll))


class WithPlaces(NamedTuple):
    """The problem of who has any place; who that is and, if not all, which edges."""

    problem: Problem
    open: npt.NDArray[np.bool_]
    edges: Ints | None

    @property
    def volunteers(self) -> Ints:
        """The number that each has in the whole problem."""
        return np.flatnonzero(self.open)

    def for_everybody(self, numbers: Ints) -> Ints:
        """Lay numbers per volunteer and level out for everybody, nought for who has no place."""
        whole = np.zeros((len(self.open), numbers.shape[1]), np.int64)
        whole[self.open] = numbers
        return whole


def _with_places(problem: Problem) -> WithPlaces:
    """Leave out who has no place, where these are many: the rest then lies close together."""
    few, edges = without_closed(problem)
    if edges is None:
        return WithPlaces(problem, np.ones(problem.volunteers, bool), None)
    places = problem.caps[:, 0] > 0
    number = np.cumsum(places) - 1
    close = replace(
        few,
        indices=number[few.indices],
        caps=problem.caps[places],
        free_hours=problem.free_hours[places],
    )
    return WithPlaces(close, places, edges)


def keeps_order(problem: Problem, rank: Ints, questions: Ints, toll: Ints) -> bool:
    """Tell whether no other proposal serves more of who comes first: ranks and tolls add up alike.

    Weak duality with every pair weighing the rank of its question: no allowed proposal adds up to
    more than the tolls do.
    """
    return _adds_up(problem, rank[questions], toll, _within(problem, rank, toll))


class Within(NamedTuple):
    """What the tolls leave of the ranks.

    ``asked`` is the toll of each pair, ``least`` the lowest toll that a question finds, and
    ``above`` by how much its rank is higher than that.
    """

    asked: npt.NDArray[np.int32]
    least: npt.NDArray[np.int32]
    above: Ints


def _within(problem: Problem, rank: Ints, toll: Ints) -> Within:
    tolls = np.where(problem.caps == 0, NO_PLACE, toll).astype(np.int32)
    if problem.levels == 1:
        asked = tolls[:, 0][problem.indices]
    else:
        asked = tolls[problem.indices, problem.level[problem.rows]]
    least = np.full(problem.questions, NO_PLACE, np.int32)
    some = np.diff(problem.indptr) > 0
    if some.any():
        least[some] = np.minimum.reduceat(asked, problem.indptr[:-1][some])
    return Within(asked, least, np.maximum(rank - least, 0))


def _adds_up(problem: Problem, served: Ints, toll: Ints, within: Within) -> bool:
    if (np.diff(toll, axis=1, prepend=0) < 0).any():
        return False
    return exact_sum(served) == earnings(problem, toll) + exact_sum(within.above)


class Keeping(NamedTuple):
    """What a proposal that keeps the order looks like.

    It uses the ``tight`` pairs alone, serves whoever ``must`` be, and fills every level of a
    volunteer of which ``full`` is true. ``extra`` is how often each tight pair gets a bonus for it.
    """

    tight: Ints
    must: npt.NDArray[np.bool_]
    full: npt.NDArray[np.bool_]
    extra: Ints


type Order = tuple[Ints, Ints, Within]
"""Ranks, tolls, and what these leave of those."""


def _keeping(problem: Problem, order: Order) -> Keeping:
    rank, toll, within = order
    must, full = within.above > 0, (np.diff(toll, axis=1, prepend=0) > 0) & (problem.caps > 0)
    found = np.where(rank >= within.least, within.least, NOWHERE)
    tight = np.flatnonzero(within.asked == np.repeat(found, np.diff(problem.indptr)))
    counts = np.diff(np.searchsorted(tight, problem.indptr))
    if problem.levels == 1:
        return Keeping(tight, must, full, np.repeat((found > 0) + must.astype(np.int64), counts))
    steps, level = np.cumsum(full, axis=1), np.repeat(problem.level, counts)
    taken = steps[problem.indices[tight], level]
    return Keeping(tight, must, full, taken + np.repeat(must, counts))


def _worth_most(
    problem: Problem, ranked: Order, ties: npt.NDArray[np.uint64] | None, *, small: bool
) -> tuple[Assignment, int]:
    """Find the best of the proposals that keep the order, with a bonus for keeping it."""
    _, toll, within = ranked
    if not toll.any():
        best = propose(problem, small=small)
        if best.served == np.count_nonzero(within.above):
            return best, best.value
    order, unit = _keeping(problem, ranked), max(problem.heaviest, 1)
    bonus, steps = LADDER * unit, np.cumsum(order.full, axis=1)
    best = propose(
        _posed(problem, order, bonus, ties), small=small, start=steps * OPENING * unit, stages=unit
    )
    while not _is_kept(problem, order, best) and bonus <= unit * problem.questions:
        start = best.start + steps * bonus * (LADDER - 1)
        bonus *= LADDER
        best = propose(_posed(problem, order, bonus, ties), small=small, start=start)
    given = bonus * (int(order.must.sum()) + int(problem.caps[order.full].sum()))
    return best, best.value - given


def _posed(
    problem: Problem, order: Keeping, bonus: int, ties: npt.NDArray[np.uint64] | None
) -> Problem:
    """Give the problem of the tight pairs alone, each with its bonus; refuse what has no room."""
    try:
        scale_for(problem.questions, problem.heaviest + bonus * int(order.extra.max(initial=0)))
    except OverflowError as wrong:
        raise OverflowError(
            f"{wrong}: who waits longest must be able to outweigh the others"
        ) from wrong
    weights = order.extra * bonus
    weights += problem.weights[order.tight]
    return problem.reweighed(
        order.tight,
        weights,
        None if ties is None else ties[order.tight],
        falling=problem.falling and problem.levels == 1,
    )


def _is_kept(problem: Problem, order: Keeping, best: Assignment) -> bool:
    """Tell whether everybody is served who must be, and everything filled."""
    served = np.zeros(problem.questions, bool)
    served[best.questions] = True
    if (order.must & ~served).any():
        return False
    for level in range(problem.levels):
        there = best.volunteers[problem.level[best.questions] >= level]
        load = np.bincount(there, minlength=problem.volunteers)
        if (order.full[:, level] & (load < problem.caps[:, level])).any():
            return False
    return True
