"""Laying a town on the table and seating everybody: the part without hours and teams."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.assign.compiled import as_lists, kernels_for, write_back
from kruispunt.core.assign.composite import HASH_BITS
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.tables import (
    FAR,
    NOBODY,
    Graph,
    Memory,
    Paper,
    State,
    blank_memory,
    blank_paper,
)

NO_TOTAL = 63
"""A shift that leaves nothing of a weight: the running total then stays nought."""
COARSE = 14
"""The first auction bids in steps of this part of the heaviest weight."""
DROP = 2
"""So many steps lower the second auction begins."""
SAMPLE = 24
"""So many edges of a question are looked at in the first auction."""
ROUNDED_BITS = 14
"""Bits of a rounded weight."""
PATIENCE = 8
"""So many bids per question the second auction may take."""
SLACK = 2
"""So many steps below its second best a bidder still remembers where else it could go."""
MANY = 200
"""Free places are many when there is one to this many questions."""
SIGHTS = (0.5, 1.5)
"""So many steps free places look around first: where they are few, and where they are many."""
ROUNDS = 4
"""So often they look further, at most twice as far, before they look at everything."""


class Tables(NamedTuple):
    """A graph and a state that belong together."""

    graph: Graph
    state: State


class Rounding(NamedTuple):
    """How weights are rounded where about right is enough: bits cut off, and the first step."""

    cut: int
    step: int


def rounding(heaviest: int) -> Rounding:
    """Choose how to round weights of which this is the heaviest."""
    cut = max(heaviest.bit_length() - ROUNDED_BITS, 0)
    return Rounding(cut, (heaviest >> cut) // COARSE + 1)


def lay_out(problem: Problem, *, plain: bool, whole: bool) -> Graph:
    """Lay the edges on the table in the order in which they were given.

    ``plain`` rows hold the weights as they came, and composite ones are made where they are needed;
    a ``whole`` graph has complete columns too, and no row in common with the problem. Of the other
    columns little is written, and memory that is not written costs nothing.
    """
    scale, edges = problem.scale, len(problem.indices)
    ends = np.zeros(problem.volunteers, np.int64)
    if whole:
        ends = np.cumsum(np.bincount(problem.indices, minlength=problem.volunteers))
    starts = np.concatenate([[0], ends])[:-1].astype(np.int64)
    weights = problem.weights if plain else problem.composite
    return Graph(
        row_start=problem.indptr[:-1].copy(),
        row_end=problem.indptr[1:].copy(),
        row_limit=problem.indptr[1:].copy(),
        row_volunteer=problem.indices.copy() if whole else problem.indices,
        row_weight=weights.copy() if whole else weights,
        column_start=starts,
        column_end=starts.copy(),
        column_limit=ends.astype(np.int64),
        column_question=np.empty(edges, np.int32),
        column_weight=np.empty(edges, np.int64),
        column_next=np.empty(0 if whole else edges, np.int32),
        used=np.array([edges, edges, 0], np.int64),
        sight=np.zeros(0 if whole else problem.caps.size, np.int64),
        ordered=int(problem.falling),
        shift=scale.value_shift if plain else 0,
        plus=1 << scale.served_shift if plain else 0,
        spread=0 if whole else 1 << scale.tie_bits,
        down=HASH_BITS - scale.tie_bits if plain else HASH_BITS,
    )


def in_order(problem: Problem) -> Problem:
    """Give the same problem with the heaviest edge of each row first."""
    order = np.lexsort((problem.indices, -problem.composite, problem.rows))
    return replace(
        problem,
        indices=problem.indices[order],
        weights=problem.weights[order],
        made=problem.composite[order],
        falling=True,
    )


def empty_state(problem: Problem) -> State:
    """Set out the seats: where there are many, never more than one beyond who may come."""
    caps = problem.caps
    if int(caps[:, 0].sum()) > len(problem.indices):
        suitors = np.bincount(problem.indices, minlength=problem.volunteers)
        caps = np.minimum(caps, suitors[:, None] + 1)
    seats = np.concatenate([[0], np.cumsum(caps[:, 0])])
    nodes = problem.volunteers * problem.levels
    return State(
        surplus=np.zeros(problem.questions, np.int64),
        price=np.where(caps.reshape(-1) > 0, 0, FAR),
        flow=np.zeros(nodes, np.int64),
        cap=caps.reshape(-1).copy(),
        level=problem.level.copy(),
        mate=np.full(problem.questions, NOBODY, np.int64),
        mate_weight=np.zeros(problem.questions, np.int64),
        seat_start=seats[:-1].copy(),
        seat_end=seats[1:].copy(),
        seat=np.full(int(seats[-1]), NOBODY, np.int64),
        totals=np.zeros(2, np.int64),
        levels=problem.levels,
        shift=NO_TOTAL,
    )


def solve(problem: Problem, *, small: bool, whole: bool = False) -> Tables:
    """Solve an instance in which every question needs one helper and hours do not bind.

    O(edges) a round of bidding and O(edges log nodes) a search at worst; on towns like ours both
    stay near the edges of a few questions. ``whole`` leaves complete columns and composite rows.
    """
    plain = problem.made is None and not small and not whole
    graph, state = lay_out(problem, plain=plain, whole=whole), empty_state(problem)
    graph.used[2] = len(state.seat)
    about = rounding(problem.heaviest)
    if not plain:
        about = about._replace(cut=about.cut + problem.scale.value_shift)
    tables, paper, kernels = Tables(graph, state), blank_paper(state), kernels_for(small=small)
    at_hand = Tables(as_lists(graph), as_lists(state)) if small else tables
    if whole:
        kernels.fill_columns(at_hand.graph)
    seat_town(at_hand, as_lists(paper) if small else paper, about, kernels)
    if small:
        for table, changed in zip(tables, at_hand, strict=True):
            write_back(table, changed)
    return tables


def seat_town(tables: Tables, paper: Paper, about: Rounding, kernels: Any) -> None:  # noqa: ANN401
    """Solve a town from nothing: coarse prices, exact bidding, shortest paths for the rest.

    The coarse auction overshoots; starting over from prices two steps lower, an auction without
    steps comes out exact almost everywhere, and few searches are left on either side.
    """
    graph, state = tables
    memory = _memory(tables)
    memory.tally[0] = about.step
    unit = about.cut + graph.shift
    kernels.open_doors(state, memory)
    kernels.bid_coarsely(graph, state, memory, about.cut, SAMPLE)
    kernels.stand_up(state, memory, unit, int(DROP * about.step))
    memory.tally[0] = max(int(SLACK * about.step), 2)
    kernels.bid_exactly(graph, state, memory, about.cut, PATIENCE * len(state.mate))
    kernels.sum_up(graph, state, memory, about.cut)
    kernels.seat_rest(graph, state, paper)
    if len(graph.sight) == 0:
        kernels.fill_everywhere(graph, state, paper)
        return
    empty = kernels.empty_with_price(state)
    within = int(SIGHTS[empty > len(state.mate) // MANY] * about.step) << unit
    for _ in range(ROUNDS):
        if not empty:
            return
        kernels.note_near(graph, state, memory, about.cut, within)
        paper.effort[0] = 0
        kernels.fill_everywhere(graph, state, paper)
        empty = kernels.empty_with_price(state)
        within += min(int(paper.effort[0]), within)
    if empty:
        kernels.note_near(graph, state, memory, about.cut, FAR)
        kernels.fill_everywhere(graph, state, paper)


def load(problem: Problem) -> None:
    """Run every kernel of a solve once, so that the next solve finds its machine code loaded."""
    tables, kernels = solve(problem, small=False), kernels_for(small=False)
    kernels.note_near(*tables, _memory(tables), 0, FAR)
    kernels.fill_everywhere(*tables, blank_paper(tables.state))


def _memory(tables: Tables) -> Memory:
    graph, state = tables
    rows = np.asarray(graph.row_end) - np.asarray(graph.row_start)
    memory = blank_memory(state, int(rows.max(initial=0)))
    return as_lists(memory) if isinstance(state.price, list) else memory
