"""The optimum kept alive: what if somebody came, left or changed, and then it happens."""

import operator
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.board import Board
from kruispunt.core.assign.certificate import Certificate
from kruispunt.core.assign.change import Change
from kruispunt.core.assign.checked import Numbers, nested_caps
from kruispunt.core.assign.compiled import is_small
from kruispunt.core.assign.laying import Edges
from kruispunt.core.assign.problem import ENDLESS, pose
from kruispunt.core.assign.tables import NOBODY

FEW = 20_000
"""Edges from which many what-ifs are worth the wait for compiled code."""

type Ints = npt.NDArray[np.int64]


class Live:
    """One town, solved, and solved again after every event by a few shortest paths.

    Exact when every question needs one helper and hours do not bind: then ``value`` and the pairs
    after any number of events equal those of a fresh ``assign`` with the same ties. With hours or
    teams in play use it on what is left after those are settled, or solve afresh.

    Everything that is *tried* is undone to the last cell. Everything costs a few Dijkstra searches
    over the neighbourhood that the event reaches: one for each place or question concerned.

    Examples
    --------
    >>> live = Live([0, 1, 2], [0, 0], [5, 4], cap=[1])
    >>> live.value, live.served
    (5, 1)
    >>> live.try_volunteer([0, 1], [6, 3])
    Change(value=5, served=1, came=(1,), went=())
    >>> live.try_change(0, places=2)
    Change(value=4, served=1, came=(1,), went=())
    >>> live.value
    5
    """

    def __init__(  # noqa: PLR0913 - the arrays of one instance
        self,
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
    ) -> None:
        """Solve the town; arguments as for ``assign``.

        ``limits`` of one row also hold for whoever comes later. ``value_bits`` must leave room for
        the heaviest edge that an event may bring.
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
        small = is_small(len(problem.indices), most=FEW) if compiled is None else not compiled
        shared = limits is None or np.ndim(limits) == 1
        self._limits = np.asarray([] if limits is None else limits, np.int64) if shared else None
        self._board = Board(problem, small=small)

    # -- what stands ---------------------------------------------------------------------------

    @property
    def value(self) -> int:
        """Sum of the weights of the pairs."""
        return int(self._board.state.totals[0])

    @property
    def served(self) -> int:
        """How many questions are served."""
        return int(self._board.state.totals[1])

    @property
    def pairs(self) -> tuple[Ints, Ints]:
        """Question and volunteer of every match, by question."""
        mate = np.asarray(self._board.state.mate, np.int64)
        questions = np.flatnonzero(mate != NOBODY)
        return questions, mate[questions]

    @property
    def size(self) -> int:
        """Cells kept for rows, columns and seats: bounded by who is there, not by time."""
        return self._board.size

    def mate(self, question: int) -> int | None:
        """Tell who helps a question."""
        volunteer = int(self._board.state.mate[question])
        return None if volunteer == NOBODY else volunteer

    def places(self, volunteer: int) -> int:
        """Tell how many places a volunteer has."""
        return int(self._board.caps[volunteer][0])

    @property
    def prices(self) -> Ints:
        """What a place costs, [volunteer, level], in the unit of the weights, rounded down."""
        state, volunteers = self._board.state, self._board.volunteers
        shown = np.where(np.asarray(state.cap) > 0, np.asarray(state.price), 0)
        table = np.maximum.accumulate(shown.reshape(-1, state.levels), axis=1)[:volunteers]
        return np.asarray(table >> np.int64(self._board.scale.value_shift), np.int64)

    def certify(self) -> Certificate:
        """Let the independent certificate add up what stands: O(edges), by other code than ours."""
        return self._board.certify()

    # -- what if -------------------------------------------------------------------------------

    def try_volunteer(
        self,
        questions: Numbers,
        weights: Numbers,
        *,
        places: int = 1,
        limits: Numbers | None = None,
        ties: npt.NDArray[np.uint64] | None = None,
    ) -> Change:
        """What if a volunteer came who may help these questions?"""
        caps = self._nested(places, limits)
        new = self._board.set_column(self._board.next_volunteer(), (questions, weights, ties), caps)
        return self._board.tried("try_volunteers", NOBODY, new)

    def try_change(
        self,
        volunteer: int,
        edges: Edges | None = None,
        *,
        places: int | None = None,
        limits: Numbers | None = None,
    ) -> Change:
        """What if a volunteer had these edges (questions, weights, ties) or this many places?"""
        places = self.places(volunteer) if places is None else places
        caps = self._nested(places, limits, like=volunteer)
        new = self._board.next_volunteer()
        if edges is None:
            self._board.copy_column(volunteer, new, caps)
        else:
            self._board.set_column(new, edges, caps, keys=volunteer)
        return self._board.tried("try_volunteers", volunteer, new)

    def try_without_volunteer(self, volunteer: int) -> Change:
        """What if this volunteer left?"""
        return self._board.tried("try_volunteers", volunteer, NOBODY)

    def try_question(
        self,
        volunteers: Numbers,
        weights: Numbers,
        *,
        level: int = 0,
        ties: npt.NDArray[np.uint64] | None = None,
    ) -> Change:
        """What if a question came that these volunteers may answer?"""
        new = self._board.set_row(self._board.next_question(), (volunteers, weights, ties), level)
        return self._board.tried("try_questions", NOBODY, new)

    def try_question_change(
        self,
        question: int,
        edges: Edges,
        *,
        level: int | None = None,
    ) -> Change:
        """What if a question had these edges (volunteers, weights, ties)?

        ``came`` and ``went`` name the question itself only when its being served changes.
        """
        level = self._board.level(question) if level is None else level
        new = self._board.set_row(self._board.next_question(), edges, level, keys=question)
        return self._board.tried("try_questions", question, new).renamed(new, question)

    def try_without_question(self, question: int) -> Change:
        """What if this question were withdrawn?"""
        return self._board.tried("try_questions", question, NOBODY)

    def interval(self, volunteer: int) -> tuple[int, int]:
        """Tell what one place of a volunteer is worth: [loss of one less, gain of one more].

        The two differ where the price of a place is not one number; both are exact.
        """
        places = self.places(volunteer)
        less = self.try_change(volunteer, places=places - 1).value if places else 0
        return -less, self.try_change(volunteer, places=places + 1).value

    # -- events --------------------------------------------------------------------------------

    def add_volunteer(
        self,
        questions: Numbers,
        weights: Numbers,
        *,
        places: int = 1,
        limits: Numbers | None = None,
        ties: npt.NDArray[np.uint64] | None = None,
    ) -> int:
        """Let a volunteer come; gives the number by which it is known from now on."""
        new = self._board.next_volunteer()
        caps = self._nested(places, limits)
        self._board.come_volunteer(new, (questions, weights, ties), caps)
        return new

    def remove_volunteer(self, volunteer: int) -> None:
        """Let a volunteer leave."""
        self._board.go_volunteer(volunteer)
        self._board.gone_volunteers.append(volunteer)

    def change_volunteer(
        self,
        volunteer: int,
        edges: Edges,
        *,
        places: int | None = None,
        limits: Numbers | None = None,
    ) -> None:
        """Give a volunteer other edges, places or limits; the number stays."""
        places = self.places(volunteer) if places is None else places
        caps = self._nested(places, limits, like=volunteer)
        self._board.go_volunteer(volunteer)
        self._board.come_volunteer(volunteer, edges, caps)

    def add_question(
        self,
        volunteers: Numbers,
        weights: Numbers,
        *,
        level: int = 0,
        ties: npt.NDArray[np.uint64] | None = None,
    ) -> int:
        """Let a question come; gives the number by which it is known from now on."""
        new = self._board.next_question()
        self._board.come_question(new, (volunteers, weights, ties), level)
        return new

    def remove_question(self, question: int) -> None:
        """Let a question leave."""
        self._board.go_question(question)
        self._board.gone_questions.append(question)

    def change_question(
        self,
        question: int,
        edges: Edges,
        *,
        level: int | None = None,
    ) -> None:
        """Give a question other edges or another level; the number stays."""
        level = self._board.level(question) if level is None else level
        self._board.go_question(question)
        self._board.come_question(question, edges, level)

    # -- within --------------------------------------------------------------------------------

    def _nested(self, places: int, limits: Numbers | None, like: int | None = None) -> Ints:
        """Give the caps per level of one volunteer."""
        if limits is None and self._limits is not None:
            steps = [operator.index(places), *self._limits.tolist()]
            if min(steps) < 0:
                raise ValueError(f"a volunteer has {places} places; the least is 0")
            return np.array(list(accumulate(steps, min)), np.int64)
        if limits is None:
            after = ENDLESS if like is None else self._board.caps[like][1:]
            limits = np.full(self._board.state.levels - 1, after)
        caps: Ints = nested_caps([places], limits)[0]
        return caps
