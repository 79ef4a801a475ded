"""The question put to the scales, checked: who may help whom, how much it is worth, what limits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.checked import Numbers, nested_caps, read_edges, whole
from kruispunt.core.assign.composite import Scale, compose, scale_for, tie_hash

PART = 1 << 15
"""Edges that are worked on at a time."""
MANY_SLOTS = 1 << 61
"""Beyond every slot that has a bit; as free slots: somebody with whom nothing clashes."""
ENDLESS = 1 << 50
"""Hours of somebody whose hours do not count."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A checked instance; rows are questions, columns are volunteers.

    ``caps[v, l]`` is how many questions of level ``l`` or higher volunteer ``v`` may take; it never
    grows with ``l``. ``composite`` is the weight that is really maximised; it is made when somebody
    asks, unless it was ``made`` beforehand because it cannot be told from the numbers of question
    and volunteer. ``slots`` and ``free_slots`` are bits, and none where slots do not count.
    ``packages`` are the questions of each package, of two or more.
    ``falling`` says that every row begins with its heaviest edge.
    """

    indptr: npt.NDArray[np.int64]
    indices: npt.NDArray[np.int64]
    weights: npt.NDArray[np.int64]
    caps: npt.NDArray[np.int64]
    level: npt.NDArray[np.int64]
    need: npt.NDArray[np.int64]
    hours: npt.NDArray[np.int64]
    free_hours: npt.NDArray[np.int64]
    slots: npt.NDArray[np.int64] | None = None
    free_slots: npt.NDArray[np.int64] | None = None
    packages: tuple[npt.NDArray[np.int64], ...] = ()
    scale: Scale
    heaviest: int
    falling: bool
    made: npt.NDArray[np.int64] | None

    @cached_property
    def composite(self) -> npt.NDArray[np.int64]:
        """The weight of each edge that is really maximised."""
        if self.made is not None:
            return self.made
        return _composed((self.indptr, self.indices, self.weights), self.need, None, self.scale)

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
        edges = np.flatnonzero(kept)
        return replace(
            self,
            indptr=np.searchsorted(edges, self.indptr),
            indices=self.indices[edges],
            weights=self.weights[edges],
            made=None if self.made is None else self.made[edges],
        )

    def reweighed(
        self,
        edges: npt.NDArray[np.int64],
        weights: npt.NDArray[np.int64],
        ties: npt.NDArray[np.uint64] | None,
        *,
        falling: bool,
    ) -> "Problem":
        """Give the same problem with these edges alone, which now have these weights and ties."""
        heaviest = int(weights.max(initial=0))
        scale = scale_for(int(self.need.sum()), heaviest)
        kept = np.searchsorted(edges, self.indptr), self.indices[edges], weights
        return replace(
            self,
            indptr=kept[0],
            indices=kept[1],
            weights=weights,
            scale=scale,
            heaviest=heaviest,
            falling=falling,
            made=_made_beforehand(kept, self.need, ties, scale),
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
    slots: Numbers | None = None,
    free_slots: Numbers | None = None,
    package: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    value_bits: int | None = None,
) -> Problem:
    """Check the arrays of an instance and lay out its weights; all arguments as for `assign`.

    Returns
    -------
    Problem
        The same arrays (copied only where they are of another kind), and the scale on which value,
        people served and tie-break become one number per edge.

    Raises
    ------
    ValueError, TypeError, OverflowError
        In a sentence, for the first thing that is wrong.

    Notes
    -----
    O(edges): every edge is looked at once.

    Examples
    --------
    >>> problem = pose([0, 2, 3], [0, 1, 0], [5, 4, 3], cap=[1, 1])
    >>> problem.questions, problem.volunteers, problem.levels, problem.heaviest
    (2, 2, 1, 5)
    >>> pose([0, 1], [7], [5], cap=[1])
    Traceback (most recent call last):
    ValueError: indices names volunteer 7 of 1
    """
    caps = nested_caps(cap, limits)
    edges = read_edges(indptr, indices, weights, len(caps))
    questions = len(edges.start) - 1
    levels = _levels(level, questions, caps.shape[1])
    team = _per_question(need, "need", questions, default=1, least=1)
    scale = scale_for(int(team.sum()), edges.heaviest, value_bits=value_bits)
    suits = _slots(slots, free_slots, (questions, len(caps)))
    return Problem(
        indptr=edges.start,
        indices=edges.columns,
        weights=edges.weights,
        caps=caps,
        level=levels,
        need=team,
        hours=_per_question(hours, "hours", questions, default=0),
        free_hours=_free_hours(room, len(caps)),
        slots=suits[0],
        free_slots=suits[1],
        packages=() if package is None else _packages(package, questions),
        scale=scale,
        heaviest=edges.heaviest,
        falling=edges.falling,
        made=_made_beforehand(edges[:3], team, ties, scale),
    )


def _levels(given: Numbers | None, questions: int, known: int) -> npt.NDArray[np.int64]:
    levels = _per_question(given, "level", questions, default=0)
    if questions and int(levels.max()) >= known:
        raise ValueError(f"level {int(levels.max())} has no limit; levels run to {known - 1}")
    return levels


def _made_beforehand(
    edges: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]],
    team: npt.NDArray[np.int64],
    ties: npt.NDArray[np.uint64] | None,
    scale: Scale,
) -> npt.NDArray[np.int64] | None:
    """Compose the weights where the numbers of question and volunteer do not tell them."""
    if ties is None and int(team.max(initial=1)) == 1:
        return None
    return _composed(edges, team, ties, scale)


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


type Slots = npt.NDArray[np.int64] | None


def _slots(
    asked: Numbers | None, given: Numbers | None, sizes: tuple[int, int]
) -> tuple[Slots, Slots]:
    """Read the slots of questions and of volunteers, or neither."""
    if asked is None and given is None:
        return None, None
    if asked is None or given is None:
        raise ValueError("slots and free_slots go together")
    free = whole(given, "free_slots")
    for name, bits in (("slots", whole(asked, "slots")), ("free_slots", free[free != MANY_SLOTS])):
        if int(bits.max(initial=0)) >= MANY_SLOTS:
            raise OverflowError(f"{name} must be bits below 2**61")
    if free.shape != (sizes[1],):
        raise ValueError(f"free_slots has shape {free.shape} for {sizes[1]} volunteers")
    return _per_question(asked, "slots", sizes[0], default=0), free


def _packages(given: Numbers, questions: int) -> tuple[npt.NDArray[np.int64], ...]:
    """Gather the questions of each package; one that is left alone in it is on its own."""
    number = _per_question(given, "package", questions, default=0)
    order = np.argsort(number, kind="stable")
    cuts = np.flatnonzero(np.diff(number[order])) + 1
    found = np.split(order, cuts)
    return tuple(mine for mine in found if len(mine) > 1 and number[mine[0]] > 0)


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
