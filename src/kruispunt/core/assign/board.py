"""The board on which a live optimum is kept: rows, columns and seats that come and go."""

from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.change import Change
from kruispunt.core.assign.compiled import as_lists, kernels_for
from kruispunt.core.assign.composite import MOST_TOTAL, compose, recomposed, scale_for, tie_hash
from kruispunt.core.assign.flow import COARSE, Tables, in_order, solve
from kruispunt.core.assign.pools import sizes, stretched
from kruispunt.core.assign.problem import Numbers, Problem, whole
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, State, blank_paper

type Ints = npt.NDArray[np.int64]
type Edges = tuple[Numbers, Numbers, npt.NDArray[np.uint64] | None]
"""Who is at the other end, the weights, and the ties (None: made of the two numbers)."""


class Board:
    """Tables with room to grow, the kernels that work on them, and who is on them."""

    def __init__(self, problem: Problem, *, small: bool) -> None:
        """Solve the problem and leave room at every end."""
        self.scale = problem.scale
        heaviest, most = int(problem.weights.max(initial=0)), problem.questions
        if heaviest.bit_length() + most.bit_length() > MOST_TOTAL:
            raise OverflowError(f"{most} weights up to {heaviest} add up to more than 64 bits hold")
        self.caps = np.concatenate([problem.caps, np.zeros_like(problem.caps[:1])])
        self.gone_volunteers: list[int] = []
        self.gone_questions: list[int] = []
        self._questions, self._volunteers = problem.questions, problem.volunteers
        self._kernels = kernels_for(small=small)
        graph, state = solve(in_order(problem), small=small)
        state = state._replace(shift=self.scale.value_shift)
        if small:
            graph, state = as_lists(graph), as_lists(state)
        self._tables = Tables(graph, state)
        self._count_value()
        self._stretch(questions=problem.questions + 1, volunteers=problem.volunteers + 1)
        self._paper = blank_paper(self.state, log=True)
        if small:
            self._paper = as_lists(self._paper)

    @property
    def graph(self) -> Graph:
        """Who may go where."""
        return self._tables.graph

    @property
    def state(self) -> State:
        """Who sits where."""
        return self._tables.state

    def level(self, question: int) -> int:
        """Tell the level of a question."""
        return int(self.state.level[question])

    # -- trying --------------------------------------------------------------------------------

    def tried(self, kernel: str, old: int, new: int) -> Change:
        """Run one what-if and read what it did from the scratch paper."""
        getattr(self._kernels, kernel)(self.graph, self.state, self._paper, old, new)
        if new != NOBODY:
            self._forget(kernel, new)
        value, served, came, went = self._paper.effort[:4]
        return Change(
            int(value),
            int(served),
            tuple(sorted(map(int, self._paper.path_question[:came]))),
            tuple(sorted(map(int, self._paper.path_volunteer[:went]))),
        )

    def next_volunteer(self) -> int:
        """Give the number that the next volunteer will have."""
        new = self.gone_volunteers[-1] if self.gone_volunteers else self._volunteers
        self._stretch(volunteers=new + 1)
        return new

    def next_question(self) -> int:
        """Give the number that the next question will have."""
        new = self.gone_questions[-1] if self.gone_questions else self._questions
        self._stretch(questions=new + 1)
        return new

    def set_column(self, at: int, edges: Edges, caps: Ints, keys: int | None = None) -> int:
        """Write a volunteer at the end of the pools, without the rows knowing yet."""
        questions, composite = self._composed(edges, at if keys is None else keys, rows=False)
        self._put_column(at, questions, composite, caps)
        return at

    def copy_column(self, source: int, at: int, caps: Ints) -> int:
        """Write the edges of one volunteer once more for another, with other places."""
        graph = self.graph
        span = slice(int(graph.column_start[source]), int(graph.column_end[source]))
        questions = np.asarray(graph.column_question[span], np.int64)
        self._put_column(at, questions, np.asarray(graph.column_weight[span], np.int64), caps)
        return at

    def set_row(self, at: int, edges: Edges, level: int, keys: int | None = None) -> int:
        """Write a question at the end of the pool, without the columns knowing yet."""
        volunteers, composite = self._composed(edges, at if keys is None else keys, rows=True)
        self._stretch(rows=int(self.graph.used[0]) + len(volunteers))
        graph, start = self.graph, int(self.graph.used[0])
        stop = start + len(volunteers)
        graph.row_start[at], graph.row_end[at], graph.row_limit[at] = start, stop, stop
        order = np.lexsort((volunteers, -composite))
        _write(graph.row_volunteer, start, volunteers[order])
        _write(graph.row_weight, start, composite[order])
        self.state.level[at] = level
        self.state.mate[at], self.state.mate_weight[at] = NOBODY, 0
        return at

    # -- for real ------------------------------------------------------------------------------

    def come_volunteer(self, at: int, edges: Edges, caps: Ints) -> None:
        """Let a volunteer come and take the best guests."""
        self.set_column(at, edges, caps)
        self._settle_column(at)
        self.caps[at] = caps
        if at == self._volunteers:
            self._volunteers += 1
        elif at in self.gone_volunteers:
            self.gone_volunteers.remove(at)
        self._kernels.enrol_volunteer(self.graph, at)
        self._kernels.enter_volunteer(self.graph, self.state, self._paper, at)

    def go_volunteer(self, at: int) -> None:
        """Let a volunteer go and find the guests their next best places."""
        self._kernels.wipe_column(self.graph, at)
        self._kernels.leave_volunteer(self.graph, self.state, self._paper, at)
        levels = self.state.levels
        self.state.seat_end[at] = self.state.seat_start[at]
        for node in range(at * levels, (at + 1) * levels):
            self.state.price[node] = self.state.cap[node] = 0
        self.caps[at] = np.zeros(levels, np.int64)

    def come_question(self, at: int, edges: Edges, level: int) -> None:
        """Let a question come and find its place."""
        if at == self._questions:
            self._questions += 1
            self._recompose_when_crowded()
        elif at in self.gone_questions:
            self.gone_questions.remove(at)
        self.set_row(at, edges, level)
        self._settle_row(at)
        self._kernels.enrol_question(self.graph, at)
        self._widen(at)
        self._kernels.enter_question(self.graph, self.state, self._paper, at)

    def go_question(self, at: int) -> None:
        """Let a question go and use its place for others."""
        self._kernels.wipe_row(self.graph, at)
        self._kernels.leave_question(self.graph, self.state, self._paper, at)

    # -- within --------------------------------------------------------------------------------

    def _composed(self, edges: Edges, key: int, *, rows: bool) -> tuple[Ints, Ints]:
        others, weights = whole(edges[0], "edges"), whole(edges[1], "weights")
        if len(weights) and int(weights.max()).bit_length() > self.scale.value_bits:
            raise OverflowError(
                f"a weight of {int(weights.max())} does not fit the {self.scale.value_bits} bits "
                "that this town was laid out with; give value_bits when making it"
            )
        own = np.full(len(others), key)
        pair = (own, others) if rows else (others, own)
        ties = tie_hash(*pair) if edges[2] is None else np.asarray(edges[2], np.uint64)
        return others, compose(weights, ties, self.scale, np.ones(len(others), np.int64))

    def _put_column(self, at: int, questions: Ints, composite: Ints, caps: Ints) -> None:
        places = min(int(caps[0]), len(questions) + 1)
        used = self.graph.used
        self._stretch(columns=int(used[1]) + len(questions), seats=int(used[2]) + places)
        (graph, state), start = self._tables, int(self.graph.used[1])
        stop = start + len(questions)
        graph.column_start[at], graph.column_end[at] = start, stop
        graph.column_limit[at] = stop
        order = np.lexsort((questions, -composite))
        _write(graph.column_question, start, questions[order])
        _write(graph.column_weight, start, composite[order])
        state.seat_start[at] = int(graph.used[2])
        state.seat_end[at] = state.seat_start[at] + places
        _write(state.seat, state.seat_start[at], np.full(places, NOBODY))
        first = at * state.levels
        _write(state.cap, first, np.minimum(caps, places))
        _write(state.flow, first, np.zeros(state.levels, np.int64))

    def _settle_column(self, at: int) -> None:
        """Keep what was written at the end of the column pool and the seats."""
        graph, state = self._tables
        graph.used[1], graph.used[2] = graph.column_end[at], state.seat_end[at]
        touched = np.asarray(graph.column_question[graph.column_start[at] : graph.column_end[at]])
        moved = _moving(graph.row_start, graph.row_end, graph.row_limit, touched)
        self._stretch(rows=int(graph.used[0]) + moved)

    def _settle_row(self, at: int) -> None:
        """Keep what was written at the end of the row pool."""
        graph = self.graph
        graph.used[0] = graph.row_end[at]
        touched = np.asarray(graph.row_volunteer[graph.row_start[at] : graph.row_end[at]])
        moved = _moving(graph.column_start, graph.column_end, graph.column_limit, touched)
        self._stretch(columns=int(graph.used[1]) + moved)

    def _widen(self, question: int) -> None:
        """Give volunteers who got one suitor more a seat more, as far as their places go."""
        graph = self.graph
        span = slice(int(graph.row_start[question]), int(graph.row_end[question]))
        asked = np.asarray(graph.row_volunteer[span], np.int64)
        suitors = _picked(graph.column_end, asked) - _picked(graph.column_start, asked)
        wanted = np.minimum(self.caps[asked, 0], suitors + 1)
        short = wanted > _picked(self.state.cap, asked * self.state.levels)
        for volunteer, places in zip(asked[short].tolist(), wanted[short].tolist(), strict=True):
            self._move_seats(volunteer, places)

    def _move_seats(self, volunteer: int, places: int) -> None:
        self._stretch(seats=int(self.graph.used[2]) + places)
        (graph, state), start = self._tables, int(self.graph.used[2])
        old = np.asarray(state.seat[state.seat_start[volunteer] : state.seat_end[volunteer]])
        _write(state.seat, start, np.pad(old, (0, places - len(old)), constant_values=NOBODY))
        state.seat_start[volunteer], state.seat_end[volunteer] = start, start + places
        graph.used[2] = start + places
        first = volunteer * state.levels
        _write(state.cap, first, np.minimum(self.caps[volunteer], places))

    def _stretch(self, **least: int) -> None:
        now = sizes(self._tables)
        if all(size <= now[group] for group, size in least.items()):
            return
        self._tables = stretched(self._tables, **least)
        more = len(self.graph.column_start) - len(self.caps)
        self.caps = np.pad(self.caps, ((0, more), (0, 0)))
        self._paper = blank_paper(self.state, log=True)
        if isinstance(self.state.price, list):
            self._paper = as_lists(self._paper)

    def _recompose_when_crowded(self) -> None:
        """Lay the weights out anew when more questions came than the ties can stand."""
        if self._questions.bit_length() + self.scale.tie_bits <= self.scale.served_shift:
            return
        new = scale_for(2 * self._questions, 0, value_bits=self.scale.value_bits)
        graph, state = self._tables
        for pool in (graph.row_weight, graph.column_weight):
            _write(pool, 0, recomposed(np.asarray(pool), self.scale, new))
        _write(state.price, 0, np.where(np.asarray(state.cap) > 0, 0, FAR))
        for column, fill in ((state.flow, 0), (state.seat, NOBODY)):
            _write(column, 0, np.full(len(column), fill))
        for column, fill in ((state.mate, NOBODY), (state.mate_weight, 0), (state.totals, 0)):
            _write(column, 0, np.full(len(column), fill))
        self.scale = new
        self._tables = Tables(graph, state._replace(shift=new.value_shift))
        step = max((int(w) for w in graph.row_weight), default=0) // COARSE
        self._kernels.settle_town(self.graph, self.state, self._paper, step)

    def _count_value(self) -> None:
        shift = self.scale.value_shift
        self.state.totals[0] = sum(int(weight) >> shift for weight in self.state.mate_weight)

    def _forget(self, kernel: str, at: int) -> None:
        """Empty the row or column that was written for a what-if only."""
        graph, state = self._tables
        if kernel == "try_questions":
            graph.row_end[at] = graph.row_start[at]
        else:
            graph.column_end[at] = graph.column_start[at]
            state.seat_end[at] = state.seat_start[at]


def _picked(column: Any, at: Ints) -> Ints:  # noqa: ANN401 - list or array
    if isinstance(column, list):
        return np.array([column[i] for i in at.tolist()], np.int64)
    return np.asarray(column[at], np.int64)


def _moving(starts: Any, stops: Any, limits: Any, at: Ints) -> int:  # noqa: ANN401
    """Room that full rows need at the end of the pool when each gets one edge more."""
    start, stop, limit = (_picked(column, at) for column in (starts, stops, limits))
    size = (stop - start)[stop == limit]
    return int((size + (size >> 2) + 4).sum())


def _write(target: Any, at: int, values: npt.NDArray[Any]) -> None:  # noqa: ANN401 - list or array
    at = int(at)
    given = values.tolist() if isinstance(target, list) else values
    target[at : at + len(given)] = given
