"""The state of a town on one day of a replay: what is still free, and who was proposed to whom."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.propose import AT_MOST
from kruispunt.core.replay.history import History, Ints, Period

NEVER = -1


@dataclass(frozen=True, slots=True)
class Options:
    """What is possible now for some questions, row by row.

    Attributes
    ----------
    asked : int64[n]
        Positions in the period.
    indptr : int64[n + 1]
    volunteers, worth : int64[n_options]
    """

    asked: Ints
    indptr: Ints
    volunteers: Ints
    worth: Ints

    def row(self, at: int) -> tuple[Ints, Ints]:
        """The volunteers of one question and what each is worth."""
        part = slice(int(self.indptr[at]), int(self.indptr[at + 1]))
        return self.volunteers[part], self.worth[part]


@dataclass(slots=True)
class Board:
    """What is free on `day`, and every match so far. A match holds its places to the end."""

    history: History
    period: Period
    day: int = 0
    places: Ints = field(init=False)
    room: Ints = field(init=False)
    limits: Ints = field(init=False)
    """[n_volunteers, 2] How many intensive or heavier, and how many very intensive, still fit."""
    helped_on: Ints = field(init=False)
    worth: Ints = field(init=False)
    score: Ints = field(init=False)
    helpers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    changed: int = 0
    _owner: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    _at: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """The pairs that may still happen of who asked by `_until`: question and place in the edges."""
    _until: int = NEVER

    def __post_init__(self) -> None:
        packed, count = self.history.packed, len(self.period.rows)
        self.places = packed.places.copy()
        self.room = packed.volunteers.hours.copy()
        self.limits = np.tile(np.array(AT_MOST, dtype=np.int64), (len(self.places), 1))
        self.helped_on = np.full(count, NEVER, dtype=np.int64)
        self.worth, self.score = np.zeros((2, count), dtype=np.int64)

    def options(self) -> Options:
        """Everyone who may help each question that waits; who has too few helpers is left out."""
        self._renew()
        return self._gathered(self._owner, self._at, self.period.rows)

    def best_options(self, rows: Ints, most: int) -> Options:
        """The same for any questions of the history, and of each no more than the best pairs.

        `asked` then holds places in `rows`.
        """
        at, counts = self.history.edges_of(rows)
        owner = np.repeat(np.arange(len(rows)), counts)
        at = self.history.by_worth[at]
        volunteers = self.history.edges.indices[at]
        free = self._free(rows[owner], volunteers) & (self.history.came_on[volunteers] <= self.day)
        at, owner = at[free], owner[free]
        before = np.searchsorted(owner, np.arange(len(rows)))
        best = np.arange(len(at)) - before[owner] < most
        return self._gathered(owner[best], at[best], rows)

    def _renew(self) -> None:
        """Let in the pairs of whoever asked since, and let go of pairs that are over for good.

        Places never come back, so a pair that is impossible once stays so: what is looked through
        each day is only what may still happen.
        """
        new = np.flatnonzero((self.period.asked_on > self._until) & self._asking())
        self._until = self.day
        at, counts = self.history.edges_of(self.period.rows[new])
        owner = np.concatenate([self._owner, np.repeat(new, counts)])
        at = np.concatenate([self._at, at])
        kept = self._asking()[owner]
        kept &= self._free(self.period.rows[owner], self.history.edges.indices[at])
        self._owner, self._at = owner[kept], at[kept]

    def _asking(self) -> NDArray[np.bool_]:
        period = self.period
        there = (period.asked_on <= self.day) & (period.gone_on > self.day)
        return np.asarray(there & (self.helped_on == NEVER))

    def _gathered(self, owner: Ints, at: Ints, rows: Ints) -> Options:
        """Put pairs that are free together, question by question, as far as they are enough."""
        volunteers = self.history.edges.indices[at].astype(np.int64)
        here = self.history.came_on[volunteers] <= self.day
        left = np.bincount(owner[here], minlength=len(rows))
        enough = (left >= self.history.packed.need[rows]) & (left > 0)
        here &= enough[owner]
        indptr = np.zeros(int(enough.sum()) + 1, dtype=np.int64)
        np.cumsum(left[enough], out=indptr[1:])
        return Options(
            np.flatnonzero(enough), indptr, volunteers[here], self.history.worth[at[here]]
        )

    def still(self, one: int, volunteers: Ints) -> NDArray[np.bool_]:
        """Tell which of these volunteers, who are there, are still free for a question (bool)."""
        return self._free(np.full(len(volunteers), self.period.rows[one]), volunteers)

    def match(self, one: int, volunteers: Ints, *, since: int | None = None) -> None:
        """Let these volunteers together help a question."""
        row = int(self.period.rows[one])
        packed, found = self.history.packed, self.history.edges
        part = slice(int(found.indptr[row]), int(found.indptr[row + 1]))
        at = part.start + np.searchsorted(found.indices[part], volunteers)
        self.places[volunteers] -= 1
        self.room[volunteers] -= packed.questions.hours[row]
        self.limits[volunteers, : int(packed.step[row])] -= 1
        self.helpers[one] = tuple(volunteers.tolist())
        self.helped_on[one] = self.day if since is None else since
        self.worth[one] = self.history.worth[at].sum()
        self.score[one] = found.score[at].sum()

    def _free(self, rows: Ints, volunteers: NDArray[Any]) -> NDArray[np.bool_]:
        packed = self.history.packed
        step = packed.step[rows]
        return np.asarray(
            (self.places[volunteers] > 0)
            & (self.room[volunteers] >= packed.questions.hours[rows])
            & ((step < 1) | (self.limits[volunteers, 0] > 0))
            & ((step < 2) | (self.limits[volunteers, 1] > 0))  # noqa: PLR2004 - very intensive
        )
