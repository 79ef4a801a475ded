"""The best proposal over every pair there is, though most pairs are never written down.

A question needs few of its pairs: its best ones. So solve over those, ask of all others which one
would rather be used at the prices found (its weight is more than the surplus of the question and
the price of the place together), let those join, and solve again. When no pair is left that would,
the prices prove the proposal best among **all** pairs: weak duality needs nothing else.
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import NO_PLACE, certify, surplus_under
from kruispunt.core.assign.checked import Numbers, nested_caps
from kruispunt.core.assign.compiled import compiled_kernels, is_small
from kruispunt.core.assign.composite import Scale
from kruispunt.core.assign.flow import solve
from kruispunt.core.assign.market import Market, Picked, both, rows_together
from kruispunt.core.assign.pools import stretched
from kruispunt.core.assign.problem import ENDLESS, Problem
from kruispunt.core.assign.propose import Assignment
from kruispunt.core.assign.tables import NOBODY, State, Tables, blank_paper

FIRST = 24
"""Pairs of each question to begin with."""
MORE = 8
"""Pairs of each question that may join in one round."""
FEW = 4
"""Where less than one pair to this many questions wants to join, the proposal is mended."""

type Ints = npt.NDArray[np.int64]


class Town(NamedTuple):
    """What an instance is apart from its pairs."""

    caps: Ints
    level: Ints
    scale: Scale


class Round(NamedTuple):
    """One look at all pairs: how many there were on the table, and how many wanted to join."""

    pairs: int
    joining: int


class Whole(NamedTuple):
    """The best proposal over all pairs, as a problem that holds only the pairs that mattered."""

    problem: Problem
    pairs: tuple[Ints, Ints]
    price: Ints
    rounds: tuple[Round, ...]


class Prices(NamedTuple):
    """What a place costs, and what each question keeps at most of the pairs on the table."""

    price: Ints
    surplus: Ints


def assign_whole(
    market: Market,
    *,
    cap: Numbers,
    level: Ints,
    scale: Scale,
    limits: Numbers | None = None,
    compiled: bool | None = None,
) -> Assignment:
    """Find the proposal of the highest value over all pairs of a market, and prove it.

    Parameters
    ----------
    market
        Answers which pairs keep most at given prices: `WholeGraph` in `core.arrays` finds them
        in cards, `ListedPairs` in arrays. Its weights are composite.
    cap, limits
        As for `assign`.
    level : int64[n_questions]
        As for `assign`; every question needs one helper, and hours do not count.
    scale
        How the composite weights are laid out, by `scale_for(n_questions, heaviest)`.
    compiled
        Force (or forbid) numba; default: by size.

    Returns
    -------
    Assignment
        Bit for bit what `assign` gives on all pairs. `proven` speaks of all pairs: the certificate
        adds up over the pairs on the table, and the last sweep found that every other pair is worth
        no more than its two prices.

    Notes
    -----
    Memory is linear in the questions and volunteers; time is a few sweeps of the market and a few
    solves over some 25 pairs a question.

    References
    ----------
    Pricing out columns: G. Dantzig and P. Wolfe, *Decomposition principle for linear programs*
    (1960).

    Examples
    --------
    >>> from kruispunt.core.assign import ListedPairs, scale_for
    >>> scale = scale_for(2, 5)
    >>> weights = np.array([5, 4, 3]) << scale.value_shift
    >>> level = np.zeros(2, np.int64)
    >>> pairs = ListedPairs(np.array([0, 2, 3]), np.array([0, 1, 0]), weights, level)
    >>> best = assign_whole(pairs, cap=[1, 1], level=level, scale=scale)
    >>> best.questions.tolist(), best.volunteers.tolist(), best.value, best.proven
    ([0, 1], [1, 0], 7, True)
    """
    caps = nested_caps(cap, limits)
    small = is_small(FIRST * len(level)) if compiled is None else not compiled
    found = solve_whole(market, Town(caps, level, scale), small=small)
    paper = certify(found.problem, found.pairs, found.price)
    if paper.complaints:
        raise RuntimeError(f"the proposal breaks a rule: {'; '.join(paper.complaints)}")
    return Assignment(
        questions=found.pairs[0],
        volunteers=found.pairs[1],
        value=paper.value,
        served=paper.served,
        bound=paper.value if paper.proven else paper.dual >> scale.value_shift,
        proven=paper.proven,
        prices_u=paper.surplus,
        prices_v=found.price,
        scale=scale,
    )


def solve_whole(
    market: Market, town: Town, *, small: bool, first: int = FIRST, more: int = MORE
) -> Whole:
    """Solve over all pairs there are; every question needs one helper, hours do not count.

    Ends, because every round adds a pair and there are finitely many. The last round has looked at
    every pair and found none that would rather be used.
    """
    free = np.zeros_like(town.caps)
    problem = _problem(market.best(first, price=_asked(town, free)), town)
    tables, rounds = solve(problem, small=small, whole=True), []
    while True:
        now = _prices(problem, tables.state)
        found = market.best(more, price=_asked(town, now.price), floor=now.surplus)
        rounds.append(Round(len(problem.indices), len(found.indices)))
        if not len(found.indices):
            return Whole(problem, _pairs(tables.state), now.price, tuple(rounds))
        if small or len(found.indices) > len(town.level) // FEW:
            problem = joined(problem, found)
            tables = solve(problem, small=small, whole=True)
        else:
            problem, tables = _settled(market, (problem, tables), (now, found), more)


def _settled(
    market: Market, laid: tuple[Problem, Tables], last: tuple[Prices, Picked], more: int
) -> tuple[Problem, Tables]:
    """Let a few pairs join, and then those that their joining made worth while, and so on.

    A pair that was not worth while can only become so where the question keeps less than before or
    the place costs less; nobody else is asked.
    """
    problem, tables = laid
    town = Town(problem.caps, problem.level, problem.scale)
    before, found = last
    caps = problem.caps.ravel()
    while len(found.indices):
        problem = joined(problem, found)
        tables = _with_room(tables, problem, found)
        indices = np.asarray(found.indices, np.int64)  # of one kind, so compiled once
        compiled_kernels().join_pairs(
            *tables, blank_paper(tables.state), caps, found.indptr, indices, found.weights
        )
        now = _prices(problem, tables.state)
        again = np.flatnonzero((now.surplus < before.surplus) | (np.diff(found.indptr) >= more))
        cheaper = np.flatnonzero((now.price < before.price).any(axis=1))
        asked = _asked(town, now.price)
        by_question = market.best(more, price=asked, floor=now.surplus, questions=again)
        others = now.surplus.copy()
        others[again] = NO_PLACE
        by_volunteer = market.best(more, price=asked, floor=others, volunteers=cheaper)
        found = both(by_question, by_volunteer)
        before = now
    return problem, tables


def _pairs(state: State) -> tuple[Ints, Ints]:
    asked = np.flatnonzero(state.mate != NOBODY)
    return asked, state.mate[asked].astype(np.int64)


def _prices(problem: Problem, state: State) -> Prices:
    nodes = problem.caps.shape
    price = np.where(problem.caps.ravel() > 0, state.price[: problem.caps.size], 0).reshape(nodes)
    price = np.maximum.accumulate(price, axis=1)
    return Prices(price, surplus_under(problem, problem.composite, price))


def _asked(town: Town, price: Ints) -> Ints:
    return np.where(town.caps == 0, NO_PLACE, price)


def _problem(found: Picked, town: Town) -> Problem:
    questions = len(town.level)
    return Problem(
        indptr=found.indptr,
        indices=found.indices.astype(np.int64),
        weights=found.weights >> np.int64(town.scale.value_shift),
        made=found.weights,
        caps=town.caps,
        level=town.level,
        need=np.ones(questions, np.int64),
        hours=np.zeros(questions, np.int64),
        free_hours=np.full(len(town.caps), ENDLESS),
        scale=town.scale,
        heaviest=_heaviest(found.weights, town.scale),
        falling=False,
    )


def _heaviest(composite: Ints, scale: Scale) -> int:
    return int(composite.max(initial=0)) >> scale.value_shift


def joined(problem: Problem, found: Picked) -> Problem:
    """Give the same problem with more pairs; those it has already may not be among them."""
    indptr, indices, composite = rows_together(
        (problem.indptr, problem.indices, problem.composite),
        (found.indptr, found.indices, found.weights),
    )
    return replace(
        problem,
        indptr=indptr,
        indices=indices,
        weights=composite >> np.int64(problem.scale.value_shift),
        made=composite,
        heaviest=_heaviest(composite, problem.scale),
        falling=False,
    )


def _with_room(tables: Tables, problem: Problem, found: Picked) -> Tables:
    """Make room for pairs that join, at the end of the pools.

    A row that is full moves there with a quarter more room, at most once for each pair that joins;
    so do the seats of who gets more suitors than there are seats set out.
    """
    graph = tables.graph
    asked, given = np.flatnonzero(np.diff(found.indptr)), np.unique(found.indices).astype(np.int64)
    rows = (graph.row_end - graph.row_start)[asked].sum()
    columns = (graph.column_end - graph.column_start)[given].sum()
    suitors = np.bincount(problem.indices, minlength=problem.volunteers)[found.indices]
    seats = np.minimum(problem.caps[found.indices, 0], suitors + 1).sum()
    new = 8 * len(found.indices)
    used = graph.used
    return stretched(
        tables,
        rows=int(used[0] + 2 * rows) + new,
        columns=int(used[1] + 2 * columns) + new,
        seats=int(used[2] + seats),
    )
