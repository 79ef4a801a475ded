"""What happened in a town: who came when, and who could have helped whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import Edges, Packed, edges, pack
from kruispunt.core.arrays.fields import ranges
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.neighbourhoods import neighbourhoods_of
from kruispunt.core.weights import Weights

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class History:
    """A town over time, on the scales.

    Attributes
    ----------
    packed, edges
        Everyone who ever came, and every pair that was ever possible.
    worth : int64[n_edges]
        Score times the priority on the first day, in hundred-thousandths of a point.
    by_worth : int64[n_edges]
        The edges of each question in turn, those worth most first.
    asked_on : int64[n_questions]
        The day on which each question came; day 0 is that of the first.
    came_on : int64[n_volunteers]
        The day from which each volunteer was there.
    areas : tuple of str, one for each question
    """

    packed: Packed
    edges: Edges
    worth: Ints
    by_worth: Ints
    asked_on: Ints
    came_on: Ints
    areas: tuple[str, ...]

    def edges_of(self, rows: Ints) -> tuple[Ints, Ints]:
        """The edges of some questions: the places in the edges, and how many each has."""
        counts = np.diff(self.edges.indptr)[rows]
        return ranges(self.edges.indptr[rows], counts), counts


def history_of(
    questions: Sequence[Question],
    volunteers: Sequence[Volunteer],
    weights: Weights,
    *,
    came_on: Sequence[int] | None = None,
    areas: Sequence[str] | None = None,
) -> History:
    """Lay a town's history on the scales.

    Parameters
    ----------
    questions
        The days that each has waited by the last day tell on which day it came.
    volunteers
        With the places they had on the day they came.
    came_on
        For each volunteer the day she came; without it all were there from the start.
    areas
        For each question the name of its area; without it what its card says, else a square of
        2.5 km.
    """
    last = max((card.days_waiting for card in questions), default=0)
    fresh = [replace(card, days_waiting=0) for card in questions]
    packed = pack(fresh, volunteers, weights)
    found = edges(packed)
    rows = found.rows()
    worth = found.score * packed.priority[rows]
    return History(
        packed=packed,
        edges=found,
        worth=worth,
        by_worth=np.lexsort((-worth, rows)),
        asked_on=np.array([last - card.days_waiting for card in questions], dtype=np.int64),
        came_on=np.array(came_on or [0] * len(volunteers), dtype=np.int64),
        areas=tuple(areas if areas is not None else neighbourhoods_of(questions)),
    )


@dataclass(frozen=True, slots=True)
class Period:
    """The questions of one replay, in the order in which they come.

    Attributes
    ----------
    rows : int64[n]
        The question in the history that each of them is; one may come more than once.
    asked_on, gone_on : int64[n]
        The day each comes, and the day from which it no longer waits.
    past : int64[m]
        Questions that came before the period: what a policy may have learned from.
    first, last : int
        The days of the period, both included.
    """

    rows: Ints
    asked_on: Ints
    gone_on: Ints
    past: Ints
    first: int
    last: int


def period_of(
    history: History, *, warm_up: int = 0, patience: int | None = None, seed: int | None = None
) -> Period:
    """Choose the questions of a replay.

    Parameters
    ----------
    warm_up
        Days at the start that are only learned from.
    patience
        Days after which a question without help is withdrawn; without it never.
    seed
        Without it everything comes as it came. With it as many questions are drawn, with
        replacement, from those that came: another town that might as well have been.
    """
    order = np.lexsort((np.arange(len(history.asked_on)), history.asked_on))
    rows, past = order[history.asked_on[order] >= warm_up], order[history.asked_on[order] < warm_up]
    if seed is not None:
        rng = np.random.default_rng(seed)
        rows = rows[np.sort(rng.integers(0, len(rows), len(rows)))] if len(rows) else rows
        past = past[np.sort(rng.integers(0, len(past), len(past)))] if len(past) else past
    asked_on = history.asked_on[rows]
    last = int(history.asked_on.max(initial=warm_up))
    gone_on = np.full(len(rows), last + 1) if patience is None else asked_on + patience + 1
    return Period(rows, asked_on, np.minimum(gone_on, last + 1), past, warm_up, last)
