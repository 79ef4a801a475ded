"""Laying a town on the table and seating everybody: the part without hours and teams."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.compiled import run
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, State, blank_paper

NO_TOTAL = 63
"""A shift that leaves nothing of a weight: the running total then stays nought."""


class Tables(NamedTuple):
    """A graph and a state that belong together."""

    graph: Graph
    state: State


def lay_out(problem: Problem) -> Tables:
    """Lay an instance on the table, everybody still outside and every price nought."""
    rows, columns, worth = problem.rows, problem.indices, problem.composite
    by_row = np.lexsort((columns, -worth, rows))
    by_column = np.lexsort((rows, -worth, columns))
    row_start, row_end = _extents(rows, problem.questions)
    column_start, column_end = _extents(columns, problem.volunteers)
    graph = Graph(
        row_start=row_start,
        row_end=row_end,
        row_limit=row_end.copy(),
        row_volunteer=columns[by_row].astype(np.int32),
        row_weight=worth[by_row],
        column_start=column_start,
        column_end=column_end,
        column_limit=column_end.copy(),
        column_question=rows[by_column].astype(np.int32),
        column_weight=worth[by_column],
        used=np.array([len(rows), len(rows), 0], np.int64),
        level=problem.level.copy(),
        levels=problem.levels,
        shift=NO_TOTAL,
    )
    state = empty_state(problem, column_end - column_start)
    graph.used[2] = len(state.seat)
    return Tables(graph, state)


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
        mate=np.full(problem.questions, NOBODY, np.int64),
        mate_weight=np.zeros(problem.questions, np.int64),
        seat_start=seats[:-1].copy(),
        seat_end=seats[1:].copy(),
        seat=np.full(int(seats[-1]), NOBODY, np.int64),
        totals=np.zeros(2, np.int64),
    )


def _extents(
    owners: npt.NDArray[np.int64], count: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    ends = np.cumsum(np.bincount(owners, minlength=count)).astype(np.int64)
    return np.concatenate([[0], ends[:-1]]).astype(np.int64), ends


def solve(problem: Problem, *, small: bool) -> Tables:
    """Solve an instance in which every question needs one helper and hours do not bind."""
    tables = lay_out(problem)
    paper = blank_paper(tables.state)
    run("seat_everyone", (tables.graph, tables.state, paper), small=small)
    return tables
