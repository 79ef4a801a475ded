"""The state of a town on one day of a replay: what is still free, and who was proposed to whom."""

from dataclasses import dataclass, field

import numpy as np

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

    def __post_init__(self) -> None:
        packed, count = self.history.packed, len(self.period.rows)
        self.places = packed.places.copy()
        self.room = packed.volunteers.hours.copy()
        self.limits = np.tile(np.array(AT_MOST, dtype=np.int64), (len(self.places), 1))
        self.helped_on = np.full(count, NEVER, dtype=np.int64)
        self.worth, self.score = np.zeros((2, count), dtype=np.int64)

    def waiting(self) -> Ints:
        """The questions that wait today, the longest waiting first."""
        asked = self.period.asked_on <= self.day
        return np.flatnonzero(asked & (self.period.gone_on > self.day) & (self.helped_on == NEVER))

    def options(self, asked: Ints) -> Options:
        """Everyone who may help these questions today; who has too few helpers is left out."""
        return self._possible(asked, self.period.rows[asked])

    def options_of_rows(self, rows: Ints) -> Options:
        """The same for any questions of the history; `asked` then holds the rows themselves."""
        return self._possible(rows, rows)

    def _possible(self, asked: Ints, rows: Ints) -> Options:
        at, counts = self.history.edges_of(rows)
        owner = np.repeat(np.arange(len(asked)), counts)
        volunteers = self.history.edges.indices[at].astype(np.int64)
        free = self._free(rows[owner], volunteers)
        left = np.bincount(owner[free], minlength=len(asked))
        enough = left >= self.history.packed.need[rows]
        free &= enough[owner]
        indptr = np.zeros(int(enough.sum()) + 1, dtype=np.int64)
        np.cumsum(left[enough], out=indptr[1:])
        return Options(asked[enough], indptr, volunteers[free], self.history.worth[at[free]])

    def still(self, one: int, volunteers: Ints) -> Ints:
        """Tell which of these volunteers are still free for a question (bool)."""
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

    def _free(self, rows: Ints, volunteers: Ints) -> Ints:
        packed = self.history.packed
        step = packed.step[rows]
        return np.asarray(
            (self.history.came_on[volunteers] <= self.day)
            & (self.places[volunteers] > 0)
            & (self.room[volunteers] >= packed.questions.hours[rows])
            & ((step < 1) | (self.limits[volunteers, 0] > 0))
            & ((step < 2) | (self.limits[volunteers, 1] > 0))  # noqa: PLR2004 - very intensive
        )
