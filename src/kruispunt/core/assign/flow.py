"""Laying a town on the table and seating everybody: the part without hours and teams."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.compiled import run
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, State, blank_paper

NO_TOTAL = 63
"""A shift that leaves nothing of a weight: the running total then stays nought."""


COARSE = 10
"""The first auction bids in steps of a tenth of the heaviest weight."""


class Tables(NamedTuple):
    """A graph and a state that belong together."""

    graph: Graph
    state: State


def lay_out(problem: Problem) -> Graph:
    """Lay the edges on the table in the order in which they were given."""
    columns = problem.indices.astype(np.int32)
    ends = np.cumsum(np.bincount(columns, minlength=problem.volunteers)).astype(np.int64)
    starts = np.concatenate([[0], ends])[:-1].astype(np.int64)
    return Graph(
        row_start=problem.indptr[:-1].copy(),
        row_end=problem.indptr[1:].copy(),
        row_limit=problem.indptr[1:].copy(),
        row_volunteer=columns,
        row_weight=problem.composite,
        column_start=starts,
        column_end=starts.copy(),
        column_limit=ends,
        column_question=np.empty(len(columns), np.int32),
        column_weight=np.empty(len(columns), np.int64),
        used=np.array([len(columns), len(columns), 0], np.int64),
        ordered=0,
    )


def in_order(problem: Problem) -> Problem:
    """Give the same problem with the heaviest edge of each row first."""
    order = np.lexsort((problem.indices, -problem.composite, problem.rows))
    return replace(
        problem,
        indices=problem.indices[order],
        weights=problem.weights[order],
        composite=problem.composite[order],
    )


def empty_state(problem: Problem, suitors: npt.NDArray[np.int64]) -> State:
    """Set out the seats: never more than one beyond the questions that may come."""
    caps = np.minimum(problem.caps, suitors[:, None] + 1)
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


def solve(problem: Problem, *, small: bool) -> Tables:
    """Solve an instance in which every question needs one helper and hours do not bind.

    O(edges) a round of bidding and O(edges log nodes) a search at worst; on towns like ours both
    stay near the edges of a few questions.
    """
    graph = lay_out(problem)
    run("fill_columns", (graph,), small=small)
    state = empty_state(problem, graph.column_end - graph.column_start)
    graph.used[2] = len(state.seat)
    step = int(problem.composite.max(initial=0)) // COARSE
    run("settle_town", (graph, state, blank_paper(state)), step, small=small)
    return Tables(graph, state)
