"""The best proposal for everybody at once: from arrays to pairs, prices and a proof."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import certify
from kruispunt.core.assign.compiled import is_small, run
from kruispunt.core.assign.composite import Scale
from kruispunt.core.assign.problem import Numbers, Problem, pose
from kruispunt.core.assign.tables import NOBODY, Graph, State, blank_paper


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """Who helps whom, what it is worth, and why it cannot be better.

    Attributes
    ----------
    questions, volunteers
        The pairs, sorted by question and then volunteer.
    value, served
        Sum of the weights given in, and how many questions have their helpers.
    bound
        No proposal is worth more than this.
    proven
        True when the independent certificate found the integers equal.
    prices_u, prices_v
        Per question its surplus and per volunteer and level what a place costs, in composite
        units; ``>> scale.value_shift`` gives the unit of the weights.
    """

    questions: npt.NDArray[np.int64]
    volunteers: npt.NDArray[np.int64]
    value: int
    served: int
    bound: int
    proven: bool
    prices_u: npt.NDArray[np.int64]
    prices_v: npt.NDArray[np.int64]
    scale: Scale

    @property
    def gap(self) -> float:
        """What the bound leaves open, as a share of the bound."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


class Tables(NamedTuple):
    """A graph and a state that belong together."""

    graph: Graph
    state: State


def lay_out(problem: Problem) -> Tables:
    """Lay an instance on the table, everybody still outside and every price nought."""
    rows, columns, worth = problem.rows, problem.indices, problem.composite
    open_edge = problem.caps[columns, problem.level[rows]] > 0
    rows, columns, worth = rows[open_edge], columns[open_edge], worth[open_edge]
    by_row = np.lexsort((columns, -worth, rows))
    by_column = np.lexsort((rows, -worth, columns))
    row_start, row_end = _extents(rows, problem.questions)
    column_start, column_end = _extents(columns, problem.volunteers)
    graph = Graph(
        row_start=row_start,
        row_end=row_end,
        row_volunteer=columns[by_row].astype(np.int32),
        row_weight=worth[by_row],
        column_start=column_start,
        column_end=column_end,
        column_question=rows[by_column].astype(np.int32),
        column_weight=worth[by_column],
        level=problem.level.copy(),
        levels=problem.levels,
        shift=problem.scale.value_shift,
    )
    return Tables(graph, empty_state(problem, column_end - column_start))


def empty_state(problem: Problem, suitors: npt.NDArray[np.int64]) -> State:
    """Set out the seats; nobody needs more of them than there are questions that may come."""
    caps = np.minimum(problem.caps, suitors[:, None])
    seats = np.concatenate([[0], np.cumsum(caps[:, 0])])
    nodes = problem.volunteers * problem.levels
    return State(
        surplus=np.zeros(problem.questions, np.int64),
        price=np.zeros(nodes, np.int64),
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


def assign(  # noqa: PLR0913 - the arrays of one instance
    indptr: Numbers,
    indices: Numbers,
    weights: Numbers,
    *,
    cap: Numbers,
    limits: Numbers | None = None,
    level: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    value_bits: int | None = None,
    compiled: bool | None = None,
) -> Assignment:
    """Find the proposal of the highest value and prove it.

    Examples
    --------
    Two questions want the same single place; the other volunteer takes what is left.

    >>> best = assign([0, 2, 3], [0, 1, 0], [5, 4, 3], cap=[1, 1])
    >>> best.questions.tolist(), best.volunteers.tolist(), best.value, best.proven
    ([0, 1], [1, 0], 7, True)
    """
    problem = pose(
        indptr,
        indices,
        weights,
        cap=cap,
        limits=limits,
        level=level,
        ties=ties,
        value_bits=value_bits,
    )
    small = is_small(len(problem.indices)) if compiled is None else not compiled
    return conclude(problem, solve(problem, small=small).state)


def conclude(problem: Problem, state: State) -> Assignment:
    """Read the pairs off a solved state and have them certified."""
    questions = np.flatnonzero(state.mate != NOBODY)
    volunteers = state.mate[questions].astype(np.int64)
    prices_v = state.price.reshape(problem.volunteers, problem.levels)
    paper = certify(problem, (questions, volunteers), (state.surplus, prices_v))
    bound = paper.value if paper.proven else paper.dual >> problem.scale.value_shift
    return Assignment(
        questions=questions,
        volunteers=volunteers,
        value=paper.value,
        served=paper.served,
        bound=bound,
        proven=paper.proven,
        prices_u=state.surplus,
        prices_v=prices_v,
        scale=problem.scale,
    )


def warm() -> None:
    """Compile, or load from the cache, everything that a later solve needs."""
    assign([0, 1], [0], [1], cap=[1], limits=(1,), compiled=True)
