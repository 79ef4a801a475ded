"""The question put to the scales, checked: who may help whom, how much it is worth, what limits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.compiled import is_small, kernels_for
from kruispunt.core.assign.composite import Scale, compose, scale_for, tie_hash

type Numbers = npt.ArrayLike

PART = 1 << 15
"""Edges that are worked on at a time."""
ENDLESS = 1 << 50
"""Hours of somebody whose hours do not count."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A checked instance; rows are questions, columns are volunteers.

    ``caps[v, l]`` is how many questions of level ``l`` or higher volunteer ``v`` may take; it never
    grows with ``l``. ``composite`` is the weight that is really maximised.
    """

    indptr: npt.NDArray[np.int64]
    indices: npt.NDArray[np.int64]
    weights: npt.NDArray[np.int64]
    composite: npt.NDArray[np.int64]
    caps: npt.NDArray[np.int64]
    level: npt.NDArray[np.int64]
    need: npt.NDArray[np.int64]
    hours: npt.NDArray[np.int64]
    free_hours: npt.NDArray[np.int64]
    scale: Scale

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return len(self.indptr) - 1

    @property
    def volunteers(self) -> int:
        """How many volunteers there are."""
        return len(self.caps)

    @property
    def levels(self) -> int:
        """How many nested limits a volunteer has, the places included."""
        return int(self.caps.shape[1])

    @cached_property
    def rows(self) -> npt.NDArray[np.int64]:
        """The question of each edge."""
        return np.repeat(np.arange(self.questions), np.diff(self.indptr))

    def parts(self) -> Iterator[tuple[slice, slice]]:
        """Cut the questions, and their edges, in parts that a processor can keep at hand."""
        return parts(self.indptr)

    def keeping(self, kept: npt.NDArray[np.bool_]) -> "Problem":
        """Give the same problem with fewer edges."""
        counts = np.bincount(self.rows[kept], minlength=self.questions)
        return replace(
            self,
            indptr=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            indices=self.indices[kept],
            weights=self.weights[kept],
            composite=self.composite[kept],
        )

    def edges_of(
        self, questions: npt.NDArray[np.int64], volunteers: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.int64]:
        """Find the edge of each pair; every pair must have one."""
        alone = np.full(self.questions, -1)
        alone[questions] = volunteers
        if len(questions) == np.count_nonzero(alone >= 0):
            found = np.flatnonzero(self.indices == alone[self.rows])
            return found[np.argsort(np.argsort(questions, kind="stable"), kind="stable")]
        keys = self.rows * np.int64(self.volunteers) + self.indices
        order = np.argsort(keys, kind="stable")
        wanted = questions * np.int64(self.volunteers) + volunteers
        return order[np.searchsorted(keys[order], wanted)]


def parts(indptr: npt.NDArray[np.int64]) -> Iterator[tuple[slice, slice]]:
    """Cut rows in runs of some tens of thousands of edges: (rows, edges)."""
    marks = np.arange(0, int(indptr[-1]) + 1, PART)
    cuts = np.unique(np.concatenate([np.searchsorted(indptr, marks), [len(indptr) - 1]]))
    for start, stop in pairwise([0, *cuts[cuts > 0].tolist()]):
        yield slice(start, stop), slice(int(indptr[start]), int(indptr[stop]))


def whole(values: Numbers, name: str, *, least: int = 0) -> npt.NDArray[np.int64]:
    """Read an array of whole numbers, refusing everything that would change on the way."""
    given = np.asarray(values)
    if given.dtype.kind not in "iu" and given.size:
        raise TypeError(f"{name} must be whole numbers, not {given.dtype}")
    if given.size and int(given.max()) >= 1 << 62:
        raise OverflowError(f"{name} holds {int(given.max())}, which is too large for 64 bits")
    if given.size and int(given.min()) < least:
        raise ValueError(f"{name} holds {int(given.min())}; the least is {least}")
    return np.ascontiguousarray(given, dtype=np.int64)


def nested_caps(cap: Numbers, limits: Numbers | None) -> npt.NDArray[np.int64]:
    """Join places and class limits to one table in which a higher level never allows more."""
    places = whole(cap, "cap")
    if places.ndim != 1:
        raise ValueError("cap must have one number per volunteer")
    if limits is None:
        return places[:, None].copy()
    extra = whole(limits, "limits")
    if extra.ndim == 1:
        extra = np.broadcast_to(extra, (len(places), len(extra)))
    if len(extra) != len(places):
        raise ValueError(f"limits has {len(extra)} rows for {len(places)} volunteers")
    return np.minimum.accumulate(np.concatenate([places[:, None], extra], axis=1), axis=1)


def pose(  # noqa: PLR0913 - the arrays of one instance
    indptr: Numbers,
    indices: Numbers,
    weights: Numbers,
    *,
    cap: Numbers,
    limits: Numbers | None = None,
    level: Numbers | None = None,
    need: Numbers | None = None,
    hours: Numbers | None = None,
    room: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    value_bits: int | None = None,
) -> Problem:
    """Check the arrays of an instance and compose its weights."""
    caps = nested_caps(cap, limits)
    start, columns, worth = _edges(indptr, indices, weights, len(caps))
    questions = len(start) - 1
    levels = _per_question(level, "level", questions, default=0)
    if questions and int(levels.max()) >= caps.shape[1]:
        raise ValueError(
            f"level {int(levels.max())} has no limit; levels run to {caps.shape[1] - 1}"
        )
    team = _per_question(need, "need", questions, default=1, least=1)
    scale = scale_for(int(team.sum()), int(worth.max(initial=0)), value_bits=value_bits)
    return Problem(
        indptr=start,
        indices=columns,
        weights=worth,
        composite=_composed((start, columns, worth), team, ties, scale),
        caps=caps,
        level=levels,
        need=team,
        hours=_per_question(hours, "hours", questions, default=0),
        free_hours=_free_hours(room, len(caps)),
        scale=scale,
    )


def _edges(
    indptr: Numbers, indices: Numbers, weights: Numbers, volunteers: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    start, columns = whole(indptr, "indptr"), whole(indices, "indices")
    worth = whole(weights, "weights")
    if start.ndim != 1 or not len(start) or start[0] != 0 or (np.diff(start) < 0).any():
        raise ValueError("indptr must start at 0 and never fall")
    if not start[-1] == len(columns) == len(worth):
        raise ValueError(
            f"indptr ends at {start[-1]}, indices has {len(columns)}, weights has {len(worth)}"
        )
    if len(columns) and int(columns.max()) >= volunteers:
        raise ValueError(f"indices names volunteer {int(columns.max())} of {volunteers}")
    _refuse_doubles(start, columns, volunteers)
    return start, columns, worth


def _composed(
    edges: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]],
    team: npt.NDArray[np.int64],
    ties: npt.NDArray[np.uint64] | None,
    scale: Scale,
) -> npt.NDArray[np.int64]:
    start, columns, worth = edges
    if ties is not None and len(ties) != len(columns):
        raise ValueError(f"ties has {len(ties)} numbers for {len(columns)} edges")
    composite = np.empty(len(worth), np.int64)
    for rows, span in parts(start):
        counts = np.diff(start[rows.start : rows.stop + 1])
        if ties is None:
            mixed = tie_hash(np.repeat(np.arange(rows.start, rows.stop), counts), columns[span])
        else:
            mixed = np.asarray(ties[span], np.uint64)
        composite[span] = compose(worth[span], mixed, scale, np.repeat(team[rows], counts))
    return composite


def _free_hours(given: Numbers | None, volunteers: int) -> npt.NDArray[np.int64]:
    if given is None:
        return np.full(volunteers, ENDLESS)
    room = whole(given, "room")
    if len(room) != volunteers:
        raise ValueError(f"room has {len(room)} numbers for {volunteers} volunteers")
    return room


def _refuse_doubles(
    start: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], volunteers: int
) -> None:
    rising = np.diff(columns) > 0
    rising[start[1:-1][(start[1:-1] > 0) & (start[1:-1] < len(columns))] - 1] = True
    if rising.all():
        return
    small = is_small(len(columns))
    seen = np.full(volunteers, -1)
    arrays = (start, columns, seen)
    given = tuple(array.tolist() for array in arrays) if small else arrays
    edge = kernels_for(small=small).doubled_edge(*given)
    if edge >= 0:
        row = int(np.searchsorted(start, edge, side="right")) - 1
        raise ValueError(f"question {row} names volunteer {columns[edge]} twice")


def _per_question(
    values: Numbers | None, name: str, questions: int, *, default: int, least: int = 0
) -> npt.NDArray[np.int64]:
    if values is None:
        return np.full(questions, default, np.int64)
    numbers = whole(values, name, least=least)
    if numbers.shape != (questions,):
        raise ValueError(f"{name} has shape {numbers.shape} for {questions} questions")
    return numbers


def exact_sum(values: npt.NDArray[Any]) -> int:
    """Add int64 numbers without ever running over."""
    low = int((values & np.int64(0xFFFFFFFF)).sum(dtype=np.int64))
    return (int((values >> np.int64(32)).sum(dtype=np.int64)) << 32) + low
