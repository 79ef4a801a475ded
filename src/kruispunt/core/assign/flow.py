"""Laying a town on the table and seating everybody: the part without hours and teams."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.compiled import as_lists, kernels_for, write_back
from kruispunt.core.assign.composite import HASH_BITS
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.seating import (
    Tools,
    memory_for,
    note_columns,
    rounding,
    seat_from,
    seat_in_stages,
    seat_town,
)
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, State, Tables, blank_paper, blank_turns

type Ints = npt.NDArray[np.int64]

NO_TOTAL = 63
"""A shift that leaves nothing of a weight: the running total then stays nought."""


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
    caps = np.minimum(problem.caps, problem.questions + 1)
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


def solve(
    problem: Problem,
    *,
    small: bool,
    whole: bool = False,
    start: Ints | None = None,
    stages: int = 0,
) -> Tables:
    """Solve an instance in which every question needs one helper and hours do not bind.

    O(edges) a round of bidding and O(edges log nodes) a search at worst; on towns like ours both
    stay near the edges of a few questions. ``whole`` leaves complete columns and composite rows;
    ``start`` are prices of places to begin with, per volunteer and level in whole weights; with
    ``stages`` they are low ones, of a town in which places must be filled, and that is how big the
    first steps are.
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
    tools = Tools(as_lists(paper) if small else paper, about, kernels)
    if start is not None and stages:
        weight = stages if plain else stages << problem.scale.value_shift
        seat_in_stages(at_hand, tools, opening(problem, start), weight)
    elif start is None or not seat_from(at_hand, tools, opening(problem, start)):
        seat_town(at_hand, tools)
    if small:
        for table, changed in zip(tables, at_hand, strict=True):
            write_back(table, changed)
    return tables


def who_waits(problem: Problem, rank: Ints, *, small: bool) -> Ints:
    """Let questions in by rank; give per volunteer and level the rank of who is refused there.

    Nought where nobody is. O(edges) for all who are refused together; a way in for one costs what
    it visits.
    """
    graph, state = lay_out(problem, plain=True, whole=False), _at_hand(empty_state(problem))
    turns = blank_turns(state, rank, len(problem.indices))
    if small:
        graph, state, turns = as_lists(graph), as_lists(state), as_lists(turns)
    kernels_for(small=small).let_in(graph, state, turns)
    return np.asarray(turns.toll, np.int64).reshape(problem.caps.shape)


def _at_hand(state: State) -> State:
    """Give the same seats in numbers of four bytes, so that more of them are near the processor."""
    names = ("flow", "cap", "level", "mate", "seat_start", "seat_end", "seat")
    return state._replace(**{name: getattr(state, name).astype(np.int32) for name in names})


def opening(problem: Problem, start: Ints) -> Ints:
    """Give the prices to begin with per node, composite and never above the heaviest weight.

    All levels begin alike: a level may cost more only when it is full, and nobody sits yet.
    """
    price = np.minimum(start[:, 0], problem.heaviest) << np.int64(problem.scale.value_shift)
    return np.repeat(price, problem.levels)


def load(problem: Problem) -> None:
    """Run every kernel of a solve once, so that the next solve finds its machine code loaded."""
    tables, kernels = solve(problem, small=False), kernels_for(small=False)
    kernels.open_at(tables.state, memory_for(tables), 0, tables.state.price.copy())
    kernels.out_with_surplus(tables.state)
    paper = blank_paper(tables.state)
    note_columns(tables, Tools(paper, rounding(problem.heaviest), kernels), memory_for(tables), FAR)
    kernels.fill_everywhere(*tables, paper)
    who_waits(problem, np.arange(problem.questions), small=False)
