"""Hours and whole teams: prices first, then a small search over all that could still matter."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import Pairs, best_at, kept_at, price_bound
from kruispunt.core.assign.dive import dive
from kruispunt.core.assign.model import CLOSE_ENOUGH, FEW_COLUMNS, Answer, relaxation, search
from kruispunt.core.assign.problem import Problem, exact_sum
from kruispunt.core.assign.together import CLOSED, FAR_LOSS, shortfall

KERNEL = 16
"""Edges that a question keeps in the kernel: those that lose least at the prices of now."""
FIRST_LOOK = 6
"""Edges of each question, on average, among which is looked first."""
SEARCHABLE, LEAST = 60_000, 42_000
"""Edges up to which all that matters is searched, and how many of them when that is too much."""


@dataclass(frozen=True)
class Mixed:
    """A proposal that keeps hours and teams, the prices behind its bound, and the bound."""

    pairs: Pairs
    price: npt.NDArray[Any]
    hourly: npt.NDArray[np.int64] | None
    bound: int | None


def solve_mixed(problem: Problem, price: npt.NDArray[Any], *, small: bool) -> Mixed:
    """Find a good proposal and an honest bound.

    1. Prices: the linear relaxation over a kernel of promising edges; edges outside that turn out
       underpriced join, and the prices are made again. Any prices bound the whole problem.
    2. Dive: settle volunteers and teams one after another, for a first proposal.
    3. Look among the few edges that lose least: that mostly finds the best proposal there is, long
       before anybody can prove it.
    4. Whatever edge loses more than the gap between the two can be in no better proposal. What is
       left goes to branch and bound with that proposal as its start. If it is too much, then the
       edges that lose least: the first edge left out tells how far the bound may fall.
    """
    shift = max(0, min(10, 52 - int(problem.weights.max(initial=0)).bit_length()))
    worth = problem.weights << np.int64(shift)
    prices = _prices(problem, worth, price >> np.int64(problem.scale.value_shift - shift), shift)
    bound = price_bound(problem, worth, prices.price, prices.hourly)
    loss = _losses(problem, worth, prices)
    kernel = _kernel(problem, loss)
    pairs = dive(problem.keeping(kernel), small=small)
    found = Mixed(pairs, price, prices.hourly, bound >> shift)
    proof = (bound, loss, shift)
    found = _first_searched(problem, found, proof)
    if _near(problem, found):
        return found
    matters = _mattering(problem, found, proof)
    if matters.sum() > SEARCHABLE:
        if kernel.sum() > SEARCHABLE:
            return found
        matters = kernel | (loss <= np.partition(loss, LEAST)[LEAST])
    return _searched(problem, found, matters, proof)


type Proof = tuple[int, npt.NDArray[np.int64], int]
"""A bound, what each edge loses from it, and the bits by which both are shifted."""


def _mattering(problem: Problem, found: Mixed, proof: Proof) -> npt.NDArray[np.bool_]:
    """Mark the edges that may be in a better proposal, and those of this one."""
    bound, loss, shift = proof
    mine = problem.edges_of(*found.pairs)
    matters = np.asarray(loss <= bound - (exact_sum(problem.weights[mine]) << shift))
    matters[mine] = True
    return matters


def _first_searched(problem: Problem, found: Mixed, proof: Proof) -> Mixed:
    """Look among the few edges that lose least first: that mostly finds the best there is."""
    matters = _mattering(problem, found, proof)
    few = FIRST_LOOK * problem.questions
    if not few < matters.sum() or few > SEARCHABLE:
        return found
    loss = np.where(matters, proof[1], FAR_LOSS)
    return _searched(problem, found, loss <= np.partition(loss, few)[few], proof)


def _near(problem: Problem, found: Mixed) -> bool:
    """Tell whether a proposal over many edges is so near to its bound that it is good enough."""
    value = exact_sum(problem.weights[problem.edges_of(*found.pairs)])
    many = len(problem.indices) > FEW_COLUMNS
    return found.bound is not None and found.bound - value <= value * CLOSE_ENOUGH * many


def _searched(
    problem: Problem, found: Mixed, matters: npt.NDArray[np.bool_], proof: Proof
) -> Mixed:
    bound, loss, shift = proof
    matters[problem.edges_of(*found.pairs)] = True
    outside = loss[~matters & (loss < FAR_LOSS)]
    answer: Answer = search(problem.keeping(matters), found.pairs)
    # whoever uses an edge outside the search loses at least the smallest loss from the bound
    escape = (bound - int(outside.min())) >> shift if len(outside) else 0
    known = bound >> shift if found.bound is None else found.bound
    best = min(known, max(answer.bound, escape))
    return Mixed(answer.pairs, found.price, found.hourly, best)


@dataclass(frozen=True)
class Prices:
    """What a place of each level and an hour cost with each volunteer."""

    price: npt.NDArray[Any]
    hourly: npt.NDArray[np.int64] | None


def _prices(
    problem: Problem, worth: npt.NDArray[np.int64], first: npt.NDArray[Any], shift: int
) -> Prices:
    prices = Prices(first, None)
    best, lowest = prices, price_bound(problem, worth, first)
    loss = _losses(problem, worth, prices)
    kept = _kernel(problem, loss)
    for _ in range(3):
        inner = problem.keeping(kept)
        prices = Prices(*relaxation(inner, shift))
        bound = price_bound(problem, worth, prices.price, prices.hourly)
        if bound < lowest:
            best, lowest = prices, bound
        loss = _losses(problem, worth, prices)
        more = _kernel(problem, loss) & ~kept
        kept |= more
        if not more.any():
            break
    return best


def _losses(
    problem: Problem, worth: npt.NDArray[np.int64], prices: Prices
) -> npt.NDArray[np.int64]:
    """Give per edge how much the bound falls, at least, when a proposal uses it."""
    kept = kept_at(problem, worth, prices.price, prices.hourly)
    return _loss(problem, kept)


def _loss(problem: Problem, kept: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    best = best_at(problem, kept)
    short = shortfall(problem, best)
    loss = np.where(kept <= CLOSED, FAR_LOSS, best[problem.rows] - kept + short[problem.rows])
    starts = problem.indptr[:-1]
    for question in np.flatnonzero(problem.need > 1):
        span = slice(int(starts[question]), int(problem.indptr[question + 1]))
        size = int(problem.need[question])
        loss[span] = _team_loss(kept[span], size, int(best[question])) + short[question]
    return np.minimum(loss, FAR_LOSS)


def _team_loss(row: npt.NDArray[np.int64], size: int, together: int) -> npt.NDArray[np.int64]:
    """Loss of forcing one helper: it and the best others against the best team."""
    if len(row) < size or together <= CLOSED:
        return np.full(len(row), FAR_LOSS)
    best = np.sort(row)[::-1]
    top = np.clip(best[:size], -(1 << 55), None)
    last = int(top[-1])
    with_me = int(top.sum()) - np.where(row >= last, 0, last - row)
    return np.where(row < -(1 << 54), FAR_LOSS, together - with_me)


def _kernel(problem: Problem, loss: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Keep the edges of each question that lose least."""
    rows = problem.rows
    order = np.lexsort((problem.indices, loss, rows))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order)) - problem.indptr[:-1][rows[order]]
    return (rank < KERNEL + 2 * (problem.need[rows] - 1)) & (loss < FAR_LOSS)
