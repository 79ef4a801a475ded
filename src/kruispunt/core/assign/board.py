"""The board on which a live optimum is kept: rows, columns and seats that come and go."""

from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import Certificate
from kruispunt.core.assign.change import Change
from kruispunt.core.assign.compiled import as_lists, kernels_for
from kruispunt.core.assign.composite import MOST_TOTAL, recomposed, scale_for
from kruispunt.core.assign.events import SHORT
from kruispunt.core.assign.flow import in_order, solve
from kruispunt.core.assign.judging import judged
from kruispunt.core.assign.laying import NO_TIES, Edges, laid_by_numpy
from kruispunt.core.assign.pools import has_many_holes, repacked, sizes, stretched
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.seating import Tools, rounding, seat_town
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, State, Tables, blank_paper

type Ints = npt.NDArray[np.int64]


class Board:
    """Tables with room to grow, the kernels that work on them, and who is on them."""

    def __init__(self, problem: Problem, *, small: bool) -> None:
        """Solve the problem and leave room at every end."""
        self.scale = problem.scale
        heaviest, most = int(problem.weights.max(initial=0)), problem.questions
        if heaviest.bit_length() + most.bit_length() > MOST_TOTAL:
            raise OverflowError(f"{most} weights up to {heaviest} add up to more than 64 bits hold")
        self._bits = (self.scale.value_bits, self.scale.served_shift, self.scale.tie_bits)
        self.caps = np.pad(np.ascontiguousarray(problem.caps), ((0, 1), (0, 0)))
        self._flat = self.caps.reshape(-1)
        self.gone_volunteers: list[int] = []
        self.gone_questions: list[int] = []
        self._questions, self._volunteers = problem.questions, problem.volunteers
        self._small = small
        self._kernels = kernels_for(small=small)
        graph, state = solve(in_order(problem), small=small, whole=True)
        state = state._replace(shift=self.scale.value_shift)
        if small:
            graph, state = as_lists(graph), as_lists(state)
        self._tables = Tables(graph, state)
        self._count_value()
        self._lent = self._lent_seats = (0, 0)
        self._paper = blank_paper(self.state, log=True)
        if small:
            self._paper = as_lists(self._paper)
        self._stretch(questions=problem.questions + 1, volunteers=problem.volunteers + 1)

    @property
    def graph(self) -> Graph:
        """Who may go where."""
        return self._tables.graph

    @property
    def state(self) -> State:
        """Who sits where."""
        return self._tables.state

    @property
    def size(self) -> int:
        """Cells of the pools, holes included."""
        return sum(sizes(self._tables).values())

    @property
    def volunteers(self) -> int:
        """How many numbers have been given out to volunteers, those who left included."""
        return self._volunteers

    def certify(self) -> Certificate:
        """Let the certificate judge what stands in the tables."""
        return judged(
            self._tables, self.caps[: self._volunteers], self.scale, questions=self._questions
        )

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
        """Write a volunteer at the end of the pools for a what-if, without the rows knowing."""
        questions, composite = self._laid(edges, at if keys is None else keys, rows=False)
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
        """Write a question at the end of the pool for a what-if, without the columns knowing."""
        self._refuse_level(level)
        volunteers, composite = self._laid(edges, at if keys is None else keys, rows=True)
        self._stretch(rows=int(self.graph.used[0]) + len(volunteers))
        graph, start = self.graph, int(self.graph.used[0])
        stop = start + len(volunteers)
        self._lent = (int(graph.row_start[at]), int(graph.row_limit[at]))
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
        laid = self._laid(edges, at, rows=False)
        if at == self._volunteers:
            self._volunteers += 1
        elif self.gone_volunteers and self.gone_volunteers[-1] == at:
            self.gone_volunteers.pop()
        self.caps[at] = caps
        self._come("come_volunteer", at, laid)

    def go_volunteer(self, at: int) -> None:
        """Let a volunteer go and find the guests their next best places."""
        self._kernels.go_volunteer(*self._tables, self._paper, self._flat, at)

    def come_question(self, at: int, edges: Edges, level: int) -> None:
        """Let a question come and find its place."""
        self._refuse_level(level)
        if at == self._questions:
            self._recompose_when_crowded(at + 1)
        laid = self._laid(edges, at, rows=True)
        if at == self._questions:
            self._questions += 1
        elif self.gone_questions and self.gone_questions[-1] == at:
            self.gone_questions.pop()
        self._come("come_question", at, laid, level)

    def go_question(self, at: int) -> None:
        """Let a question go and use its place for others."""
        self._kernels.go_question(*self._tables, self._paper, at)

    # -- within --------------------------------------------------------------------------------

    def _come(self, event: str, at: int, laid: tuple[Ints, Ints], *rest: int) -> None:
        """Run one arrival; when a pool is too short, make it longer and run it again."""
        given = tuple(column.tolist() for column in laid) if self._small else laid
        while True:
            kernel = getattr(self._kernels, event)
            state = kernel(*self._tables, self._paper, self._flat, at, given, *rest)
            if state != SHORT:
                return
            rows, columns, seats = map(int, self._paper.effort[:3])
            if has_many_holes(self._tables):
                repacked(self._tables)
            else:
                self._stretch(rows=rows, columns=columns, seats=seats)

    def _laid(self, edges: Edges, key: int, *, rows: bool) -> tuple[Ints, Ints]:
        """Give the edges as numbers: who is at the other end, and the composite weights."""
        others, weights = _whole(edges[0], "edges"), _whole(edges[1], "weights")
        ties = NO_TIES if edges[2] is None else np.ascontiguousarray(edges[2], np.uint64)
        if len(others) != len(weights) or len(ties) not in {0, len(others)}:
            raise ValueError("edges, weights and ties must be as long as each other")
        most = self._volunteers if rows else self._questions
        laid = np.empty(len(others), np.int64)
        lay = laid_by_numpy if self._small else self._kernels.lay_edges
        wrong = lay(others, weights, ties, (key, int(rows)), most, self._bits, laid)
        if wrong != NOBODY:
            self._refuse(int(others[wrong]), int(weights[wrong]), most)
        if len(set(others.tolist())) < len(others):
            raise ValueError("somebody is named twice")
        return others, laid

    def _refuse(self, other: int, weight: int, most: int) -> NoReturn:
        if weight < 0:
            raise ValueError(f"weights holds {weight}; the least is 0")
        if not 0 <= other < most:
            raise ValueError(f"edges names {other} of {most}")
        raise OverflowError(
            f"a weight of {weight} does not fit the {self.scale.value_bits} bits "
            "that this town was laid out with; give value_bits when making it"
        )

    def _refuse_level(self, level: int) -> None:
        if not 0 <= level < self.state.levels:
            raise ValueError(f"level {level} has no limit; levels run to {self.state.levels - 1}")

    def _put_column(self, at: int, questions: Ints, composite: Ints, caps: Ints) -> None:
        places = min(int(caps[0]), len(questions) + 1)
        used = self.graph.used
        self._stretch(columns=int(used[1]) + len(questions), seats=int(used[2]) + places)
        (graph, state), start = self._tables, int(self.graph.used[1])
        stop = start + len(questions)
        self._lent = (int(graph.column_start[at]), int(graph.column_limit[at]))
        self._lent_seats = (int(state.seat_start[at]), int(state.seat_end[at]))
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

    def _stretch(self, **least: int) -> None:
        now = sizes(self._tables)
        if all(size <= now[group] for group, size in least.items()):
            return
        self._tables = stretched(self._tables, **least)
        more = len(self.graph.column_start) - len(self.caps)
        if more:
            self.caps = np.ascontiguousarray(np.pad(self.caps, ((0, more), (0, 0))))
            self._flat = self.caps.reshape(-1)
        self._paper = blank_paper(self.state, log=True)
        if self._small:
            self._paper = as_lists(self._paper)

    def _recompose_when_crowded(self, questions: int) -> None:
        """Lay the weights out anew when more questions came than the ties can stand."""
        if questions.bit_length() + self.scale.tie_bits <= self.scale.served_shift:
            return
        new = scale_for(2 * questions, 0, value_bits=self.scale.value_bits)
        graph, state = self._tables
        for pool in (graph.row_weight, graph.column_weight):
            _write(pool, 0, recomposed(np.asarray(pool, np.int64), self.scale, new))
        _write(state.price, 0, np.where(np.asarray(state.cap) > 0, 0, FAR))
        for column, fill in ((state.flow, 0), (state.seat, NOBODY)):
            _write(column, 0, np.full(len(column), fill))
        for column, fill in ((state.mate, NOBODY), (state.mate_weight, 0), (state.totals, 0)):
            _write(column, 0, np.full(len(column), fill))
        self.scale = new
        self._bits = (new.value_bits, new.served_shift, new.tie_bits)
        self._tables = Tables(graph, state._replace(shift=new.value_shift))
        heaviest = max((int(weight) for weight in graph.row_weight), default=0)
        seat_town(self._tables, Tools(self._paper, rounding(heaviest), self._kernels))

    def _count_value(self) -> None:
        shift = self.scale.value_shift
        self.state.totals[0] = sum(int(weight) >> shift for weight in self.state.mate_weight)

    def _forget(self, kernel: str, at: int) -> None:
        """Empty the row or column that was written for a what-if only, and give back its own."""
        graph, state = self._tables
        start, limit = self._lent
        if kernel == "try_questions":
            graph.row_start[at] = graph.row_end[at] = start
            graph.row_limit[at] = limit
        else:
            graph.column_start[at] = graph.column_end[at] = start
            graph.column_limit[at] = limit
            state.seat_start[at], state.seat_end[at] = self._lent_seats


def _whole(values: Any, name: str) -> Ints:  # noqa: ANN401 - anything like an array
    """Copy whole numbers: what is compiled sorts them where they lie."""
    given = np.asarray(values)
    if given.dtype.kind not in "iu" and given.size:
        raise TypeError(f"{name} must be whole numbers, not {given.dtype}")
    return np.array(given, np.int64)


def _write(target: Any, at: int, values: npt.NDArray[Any]) -> None:  # noqa: ANN401 - list or array
    at = int(at)
    given = values.tolist() if isinstance(target, list) else values
    target[at : at + len(given)] = given
