"""The best proposal over every pair there is, though most pairs are never written down.

A question needs few of its pairs: its best ones. So solve over those, ask of all others which one
would rather be used at the prices found (its weight is more than the surplus of the question and
the price of the place together), let those join, and solve again. When no pair is left that would,
the prices prove the proposal best among **all** pairs: weak duality needs nothing else.
"""

from dataclasses import replace
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import NO_PLACE, surplus_under
from kruispunt.core.assign.composite import Scale
from kruispunt.core.assign.compiled import compiled_kernels
from kruispunt.core.assign.flow import Tables, solve
from kruispunt.core.assign.pools import stretched
from kruispunt.core.assign.problem import ENDLESS, Problem
from kruispunt.core.assign.tables import NOBODY, State, blank_paper

FIRST = 24
"""Pairs of each question to begin with."""
MORE = 8
"""Pairs of each question that may join in one round."""
FEW = 4
"""Where less than one pair to this many questions wants to join, the proposal is mended."""

type Ints = npt.NDArray[np.int64]


class Picked(Protocol):
    """Some pairs of every question in sparse rows, with composite weights."""

    @property
    def indptr(self) -> Ints: ...
    @property
    def indices(self) -> npt.NDArray[Any]: ...
    @property
    def weights(self) -> Ints: ...


class Market(Protocol):
    """Every pair there is, asked for at prices (see `WholeGraph` in `core.arrays`)."""

    def best(
        self,
        k: int,
        *,
        price: Ints | None = None,
        floor: Ints | None = None,
        questions: Ints | None = None,
        volunteers: Ints | None = None,
    ) -> Picked:
        """Give the k pairs of every question that keep most, if more than the floor."""


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


def solve_whole(
    market: Market, town: Town, *, small: bool, first: int = FIRST, more: int = MORE
) -> Whole:
    """Solve over all pairs there are; every question needs one helper, hours do not count.

    Ends, because every round adds a pair and there are finitely many. The last round has looked at
    every pair and found none that would rather be used.
    """
    free = np.zeros_like(town.caps)
    problem = _problem(market.best(first, price=_asked(town, free)), town)
    tables, rounds = solve(problem, small=small), []
    while True:
        now = _prices(problem, tables.state)
        found = market.best(more, price=_asked(town, now.price), floor=now.surplus)
        rounds.append(Round(len(problem.indices), len(found.indices)))
        if not len(found.indices):
            return Whole(problem, _pairs(tables.state), now.price, tuple(rounds))
        if small or len(found.indices) > len(town.level) // FEW:
            problem = joined(problem, found)
            tables = solve(problem, small=small)
        else:
            problem, tables = _settled(market, problem, tables, (now, found), more)


def _settled(
    market: Market, problem: Problem, tables: Tables, last: tuple[Prices, Picked], more: int
) -> tuple[Problem, Tables]:
    """Let a few pairs join, and then those that their joining made worth while, and so on.

    A pair that was not worth while can only become so where the question keeps less than before or
    the place costs less; nobody else is asked.
    """
    town = Town(problem.caps, problem.level, problem.scale)
    before, found = last
    while len(found.indices):
        problem = joined(problem, found)
        tables = _with_room(tables, problem, found)
        compiled_kernels().join_pairs(
            *tables, blank_paper(tables.state), found.indptr, found.indices, found.weights
        )
        now = _prices(problem, tables.state)
        again = np.flatnonzero(
            (now.surplus < before.surplus) | (np.diff(found.indptr) >= more)
        )
        cheaper = np.flatnonzero((now.price < before.price).any(axis=1))
        asked = _asked(town, now.price)
        by_question = market.best(more, price=asked, floor=now.surplus, questions=again)
        others = now.surplus.copy()
        others[again] = NO_PLACE
        by_volunteer = market.best(more, price=asked, floor=others, volunteers=cheaper)
        found = _both(by_question, by_volunteer)
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
        composite=found.weights,
        caps=town.caps,
        level=town.level,
        need=np.ones(questions, np.int64),
        hours=np.zeros(questions, np.int64),
        free_hours=np.full(len(town.caps), ENDLESS),
        scale=town.scale,
    )


def joined(problem: Problem, found: Picked) -> Problem:
    """Give the same problem with more pairs; those it has already may not be among them."""
    indptr, indices, composite = _rows_together(
        (problem.indptr, problem.indices, problem.composite),
        (found.indptr, found.indices, found.weights),
    )
    return replace(
        problem,
        indptr=indptr,
        indices=indices,
        weights=composite >> np.int64(problem.scale.value_shift),
        composite=composite,
    )


class Rows(NamedTuple):
    """Pairs in sparse rows."""

    indptr: Ints
    indices: Ints
    weights: Ints


def _both(one: Picked, other: Picked) -> Rows:
    """Pairs of different questions in one table."""
    return _rows_together(
        (one.indptr, one.indices, one.weights), (other.indptr, other.indices, other.weights)
    )


def _rows_together(one: tuple[Ints, ...], other: tuple[Ints, ...]) -> Rows:
    indptr = one[0] + other[0]
    old = np.arange(len(one[1])) + np.repeat(other[0][:-1], np.diff(one[0]))
    new = np.arange(len(other[1])) + np.repeat(one[0][1:], np.diff(other[0]))
    indices, weights = np.empty((2, int(indptr[-1])), np.int64)
    indices[old], indices[new] = one[1], other[1]
    weights[old], weights[new] = one[2], other[2]
    return Rows(indptr, indices, weights)


def _with_room(tables: Tables, problem: Problem, found: Picked) -> Tables:
    """Make room for pairs that join: at the end of the pools, and a seat for every new suitor."""
    graph, state = tables
    asked = np.flatnonzero(np.diff(found.indptr))
    given = np.unique(found.indices).astype(np.int64)
    rows = graph.row_end[asked] - graph.row_start[asked]
    columns = graph.column_end[given] - graph.column_start[given]
    # a row that is full moves to the end with a quarter more room, at most once for each new pair
    new = 8 * len(found.indices)
    tables = stretched(
        tables,
        rows=int(graph.used[0] + (2 * rows).sum()) + new,
        columns=int(graph.used[1] + (2 * columns).sum()) + new,
    )
    return _with_seats(tables, problem, given)


def _with_seats(tables: Tables, problem: Problem, volunteers: Ints) -> Tables:
    """Give who may get more suitors than there were seats set out a seat for each of her places."""
    graph, state = tables
    suitors = np.bincount(problem.indices, minlength=problem.volunteers)[volunteers]
    wanted = np.minimum(problem.caps[volunteers, 0], suitors + 1)
    short = wanted > state.seat_end[volunteers] - state.seat_start[volunteers]
    movers, places = volunteers[short], wanted[short]
    if not len(movers):
        return tables
    start = int(graph.used[2])
    tables = stretched(tables, seats=start + int(places.sum()))
    state = tables.state
    for volunteer, many in zip(movers.tolist(), places.tolist(), strict=True):
        old = state.seat[state.seat_start[volunteer] : state.seat_end[volunteer]].copy()
        state.seat[start : start + many] = NOBODY
        state.seat[start : start + len(old)] = old
        state.seat_start[volunteer], state.seat_end[volunteer] = start, start + many
        nodes = slice(volunteer * state.levels, (volunteer + 1) * state.levels)
        state.cap[nodes] = np.minimum(problem.caps[volunteer], many)
        start += many
    tables.graph.used[2] = start
    return tables
