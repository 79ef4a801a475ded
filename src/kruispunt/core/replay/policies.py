"""Ways to work: who is asked for a question that comes, and when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from kruispunt.core.arrays.compiled import numba_is_here
from kruispunt.core.assign import Assignment, assign
from kruispunt.core.replay.board import Board, Options
from kruispunt.core.replay.forecast import Floats, expected_prices
from kruispunt.core.replay.history import Ints

BEST = 64
"""Pairs of each earlier question that the look ahead counts with: those worth most."""
MANY = 50_000
"""Pairs in a history from which every solve of it is compiled."""


class Policy(Protocol):
    """A way to work: what it is called, and what it does on one day."""

    @property
    def name(self) -> str:
        """What it is called in the report."""

    def work(self, board: Board) -> None:
        """Make today's matches."""


@dataclass(frozen=True, slots=True)
class FirstCome:
    """First come, first served from a filtered list: whoever registered first and may, helps."""

    name: str = "wie het eerst komt"

    def work(self, board: Board) -> None:
        """Go past all who wait, the longest waiting first."""
        for one, volunteers, _ in _one_by_one(board):
            order = np.lexsort((volunteers, board.history.came_on[volunteers]))
            board.match(one, volunteers[order[: _need(board, one)]])


@dataclass(frozen=True, slots=True)
class Greedy:
    """The highest score for each question, one after the other."""

    name: str = "hoogste score"

    def work(self, board: Board) -> None:
        """Go past all who wait, the longest waiting first."""
        for one, volunteers, worth in _one_by_one(board):
            board.match(one, volunteers[_best(worth, _need(board, one))])


@dataclass(frozen=True, slots=True)
class Batch:
    """Gather for some days, then the best proposal for everyone who waits."""

    name: str
    every: int

    def work(self, board: Board) -> None:
        """On the day of the round solve for everyone; on other days nothing."""
        if (board.day - board.period.first) % self.every and board.day != board.period.last:
            return
        options = board.options()
        for one, volunteers in _solved(board, options, options.worth).items():
            board.match(one, volunteers)


@dataclass(slots=True)
class Live:
    """The optimum of everyone who waits, kept every day, at score minus price.

    A price says what a place is worth to the questions that are still to come, as the past lets
    expect. It only changes the order: nobody who can be helped is left waiting for it. A proposal
    stands after it was the best for `answer_days` days; until then it may still change.
    """

    name: str = "levend optimum met prijzen"
    every: int = 3
    """Days between two looks at what is to come."""
    answer_days: int = 0
    bonus: float = 0.10
    _open: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    """Per question since when it has the same proposal, and which."""
    _prices: Floats = field(default_factory=lambda: np.zeros(0))

    def work(self, board: Board) -> None:
        """Look ahead now and then; solve; let stand what has stood long enough."""
        if board.day == board.period.first:
            self._open.clear()
            self._prices = np.zeros(len(board.places))
        options = board.options()
        if (board.day - board.period.first) % self.every == 0:
            self._prices = self._looked_ahead(board)
        found = _solved(board, options, self._worth(options))
        before, self._open = self._open, {}
        for one, volunteers in found.items():
            now = tuple(volunteers.tolist())
            since, was = before.get(one, (board.day, now))
            since = since if was == now else board.day
            board.changed += was != now
            if self._stands(board, one, since):
                board.match(one, volunteers, since=since)
            else:
                self._open[one] = (since, now)
        board.changed += sum(one not in found for one in before)

    def _stands(self, board: Board, one: int, since: int) -> bool:
        last = int(min(board.period.gone_on[one] - 1, board.period.last))
        return board.day >= min(since + self.answer_days, last)

    def _worth(self, options: Options) -> Ints:
        """Worth minus price, lifted above nothing, with a bonus for yesterday's proposal."""
        worth = options.worth - self._prices[options.volunteers].astype(np.int64)
        worth = np.asarray((worth - worth.min(initial=0) + 1) * 100)
        for at, one in enumerate(options.asked.tolist()):
            if one in self._open:
                row = slice(int(options.indptr[at]), int(options.indptr[at + 1]))
                same = np.isin(options.volunteers[row], self._open[one][1])
                worth[row] += (worth[row] * self.bonus * same).astype(np.int64)
        return worth

    def _looked_ahead(self, board: Board) -> Floats:
        """Price every place by as many as are to be expected, like those who came before.

        Only who came before today is looked at, as often as the days that are left go in the days
        that have passed. Who waits today is not to come: she is in today's proposal itself.
        """
        period = board.period
        past = np.concatenate([period.past, period.rows[period.asked_on < board.day]])
        coming = board.best_options(past, BEST)
        again = (period.last - board.day) / max(board.day, 1)
        often = board.history.packed.need[past[coming.asked]] * again
        return expected_prices(coming, often, _likely_places(board, past), start=self._prices)


def _likely_places(board: Board, past: Ints) -> Ints:
    """Places that are free as far as the hours for usual questions go; at least one if any."""
    hours = board.history.packed.questions.hours[past]
    usual = max(int(np.median(hours)), 1) if len(hours) else 1
    return np.minimum(board.places, np.maximum(board.room // usual, 1))


def _compiled(board: Board) -> bool | None:
    """Small solves by the hundred are worth numba too; a small town leaves it to the solver."""
    return (len(board.history.edges.indices) > MANY and numba_is_here()) or None


def _one_by_one(board: Board) -> Iterator[tuple[int, Ints, Ints]]:
    """Each question that waits and can be helped at its turn, with who can and the worth."""
    options = board.options()
    for at, one in enumerate(options.asked.tolist()):
        volunteers, worth = options.row(at)
        free = board.still(one, volunteers)
        if free.sum() >= _need(board, one):
            yield one, volunteers[free], worth[free]


def _need(board: Board, one: int) -> int:
    return int(board.history.packed.need[board.period.rows[one]])


def _best(worth: Ints, need: int) -> Ints:
    return np.argsort(-worth, kind="stable")[:need]


def _solved(board: Board, options: Options, worth: Ints) -> dict[int, Ints]:
    """The best proposal for some questions under every load rule."""
    if not len(options.asked):
        return {}
    packed, rows = board.history.packed, board.period.rows[options.asked]
    found: Assignment = assign(
        options.indptr, options.volunteers, worth,
        cap=board.places, limits=board.limits, level=packed.step[rows], need=packed.need[rows],
        hours=packed.questions.hours[rows], room=board.room, compiled=_compiled(board),
    )  # fmt: skip
    helpers: dict[int, list[int]] = {}
    for at, volunteer in zip(found.questions.tolist(), found.volunteers.tolist(), strict=True):
        helpers.setdefault(int(options.asked[at]), []).append(volunteer)
    return {one: np.array(given, dtype=np.int64) for one, given in helpers.items()}
