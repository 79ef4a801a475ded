"""Every eligible pair at once without writing them down: ask for the best few at given prices."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import plain
from kruispunt.core.arrays.compiled import compiled_kernel, is_warm, numba_is_here
from kruispunt.core.arrays.fields import Ints, rows_of
from kruispunt.core.arrays.kernel import most_of
from kruispunt.core.arrays.packed import Packed
from kruispunt.core.arrays.pick import GONE, Goal, Kept
from kruispunt.core.arrays.sheet import Sheet, sheet_of
from kruispunt.core.arrays.ties import asker_hashes, ties_between
from kruispunt.core.arrays.walk import Asked, Given

SMALL: Final = 8_000_000
"""Pairs below which plain numpy is ready before numba has been imported."""
PIECES: Final = 16
"""Into how many pieces the questions are cut for the threads."""


@dataclass(frozen=True, slots=True)
class Picked:
    """Some pairs of every question, row by row (CSR), the one that keeps most first.

    Attributes
    ----------
    indptr : int64[n_questions + 1]
    indices : int32[n_pairs]
        Volunteers.
    weights : int64[n_pairs]
        Composite weights: value, served bit and tie in one number.
    """

    indptr: Ints
    indices: NDArray[np.int32]
    weights: Ints


class Asking(NamedTuple):
    """How many pairs of each question, at which prices, keeping more than what."""

    k: int
    price: Ints
    floor: Ints


class WholeGraph:
    """All eligible pairs of `packed`, too many to hold: found again whenever they are asked for.

    Parameters
    ----------
    packed : Packed
    factor : int
        Every pair is worth score times priority times this.
    value_shift, tie_bits : int
        How the composite weight is laid out: the value shifted this far, one served bit below it,
        and the first bits of the tie-break at the end.
    seed : int
        Of the tie-break.
    compiled : bool, optional
        Ask for numba or for plain numpy; without it the size decides. The answer is the same.

    Notes
    -----
    One sweep takes time linear in the pairs within reach and memory linear in the cards and in
    what is kept. Who cannot be worth her price is skipped before she is weighed.

    Examples
    --------
    >>> from kruispunt.core.arrays import pack
    >>> from kruispunt.core.cards import Question, Volunteer
    >>> from kruispunt.core.vocabulary import Intensity
    >>> from kruispunt.core.weights import Weights
    >>> ask = Question("v1", ("WANDELEN",), Intensity.LIGHT, x=0, y=0)
    >>> crowd = [Volunteer(one, frozenset({"WANDELEN"}), x=0, y=0) for one in "ab"]
    >>> everyone = WholeGraph(pack([ask], crowd, Weights()), value_shift=10, tie_bits=0)
    >>> found = everyone.best(1)
    >>> len(found.indices), (found.weights >> 10).tolist()
    (1, [7500000])
    >>> everyone.best(1, price=np.full((2, 1), 10), floor=found.weights).indices.tolist()
    []
    """

    def __init__(
        self,
        packed: Packed,
        *,
        value_shift: int,
        tie_bits: int,
        factor: int = 1,
        seed: int = 1,
        compiled: bool | None = None,
    ) -> None:
        pairs = len(packed.question_ids) * len(packed.volunteer_ids)
        if compiled is None:
            compiled = numba_is_here() and (is_warm() or pairs > SMALL)
        self._compiled = compiled
        self._packed = packed
        self._asked = Asked(packed.questions, packed.rare_of_questions)
        self._given = Given(packed.volunteers, packed.rare_of_volunteers, packed.banned)
        self._sheet = sheet_of(self._asked, self._given)
        self._turns = self._by_place()
        self._seed = seed
        self._priority = packed.priority * factor
        self._shift = value_shift
        self._tie_bits = tie_bits

    def best(
        self,
        k: int,
        *,
        price: Ints | None = None,
        floor: Ints | None = None,
        questions: Ints | None = None,
        volunteers: Ints | None = None,
    ) -> Picked:
        """Give of every question the k pairs that keep most at these prices.

        Parameters
        ----------
        k : int
            Most pairs a question.
        price : int64[n_volunteers, n_levels], optional
            What a place costs, in composite units, never less at a higher level; from 2^61 on a
            place is not for sale. Without it places are free.
        floor : int64[n_questions], optional
            Only pairs that keep more than this (weight minus price) are given.
        questions, volunteers : int64 positions, optional
            Ask of these questions, or volunteers, alone.
        """
        asked, given = len(self._priority), len(self._packed.volunteer_ids)
        free = np.zeros((given, 1), dtype=np.int64)
        costs = np.ascontiguousarray(free if price is None else price, dtype=np.int64)
        least = np.full(asked, -1, dtype=np.int64) if floor is None else floor
        if not asked or not given or (questions is not None and not len(questions)):
            nothing = np.zeros(0, dtype=np.int64)
            return Picked(np.zeros(asked + 1, np.int64), nothing.astype(np.int32), nothing)
        if not self._compiled:
            return self._plainly(Asking(k, costs, least), (questions, volunteers))
        sheet = self._sheet if questions is None else self._part_of_sheet(questions)
        turns = self._turns
        if volunteers is not None:
            turns = turns[np.isin(turns, volunteers)]
        return self._swept(Asking(k, costs, least), sheet, turns)

    # -- compiled ------------------------------------------------------------------------------

    def _swept(self, asking: Asking, sheet: Sheet, turns: Ints) -> Picked:
        (k, price, floor), order = asking, sheet.grid.order
        goal = self._goal(price, order)
        inverse = self._inverse(order)
        kept = self._nothing_kept(k, floor[order], inverse, order)
        bands = sheet.grid.start[:: sheet.grid.across]
        run = compiled_kernel()

        def pick(piece: tuple[int, int]) -> None:
            low, high = piece
            first, last = np.searchsorted(bands, [low, high - 1], side="right") - 1
            run.pick(
                sheet, self._given, self._packed.tables, goal, inverse, kept, turns, low, high,
                int(first), int(last),
            )  # fmt: skip

        with ThreadPoolExecutor(cpu_count() or 1) as threads:
            list(threads.map(pick, _pieces(len(order))))
        return _in_rows(kept, order, len(floor))

    def _goal(self, price: Ints, order: Ints) -> Goal:
        packed, bits = self._packed, self._tie_bits
        level = packed.step[order] if price.shape[1] > 1 else np.zeros(len(order), np.int64)
        return Goal(
            level=level,
            priority=self._priority[order],
            served=np.full(len(order), 1 << (self._shift - 1), dtype=np.int64),
            asker=asker_hashes(packed, self._seed)[order],
            helper=packed.volunteer_hash,
            price=price,
            value_shift=self._shift,
            tie_shift=64 - bits if bits else 0,
            tie_mask=np.uint64((1 << bits) - 1),
        )

    def _inverse(self, order: Ints) -> NDArray[np.float32]:
        """What a unit of composite weight is in hundredths of a point."""
        each = self._priority[order].astype(np.float64) * 2.0**self._shift
        return np.divide(1.0, each, out=np.zeros_like(each), where=each > 0).astype(np.float32)

    def _part_of_sheet(self, questions: Ints) -> Sheet:
        columns = rows_of(self._asked.columns, questions)
        part = sheet_of(Asked(columns, self._asked.rare.taken(questions)), self._given)
        return part._replace(grid=part.grid._replace(order=questions[part.grid.order]))

    def _nothing_kept(self, k: int, floor: Ints, inverse: NDArray[np.float32], order: Ints) -> Kept:
        questions, tables = len(floor), self._packed.tables
        needed = floor.astype(np.float32) * inverse
        needed[floor < 0] = -np.inf
        rare = self._asked.rare.taken(order)
        words = 1 * (rare.end > rare.start)
        most = most_of(rows_of(self._asked.columns, order), words, tables)
        return Kept(
            held=np.zeros(questions, dtype=np.int64),
            column=np.empty((questions, k), dtype=np.int32),
            weight=np.empty((questions, k), dtype=np.int64),
            key=np.empty((questions, k), dtype=np.int64),
            floor=floor.copy(),
            needed=needed.astype(np.float32),
            most=most.astype(np.float32),
        )

    def _by_place(self) -> Ints:
        """Volunteers in the order of the map: neighbours find the same questions at hand."""
        grid, given = self._sheet.grid, self._packed.volunteers
        across = (given.x - grid.x) // grid.size
        return np.lexsort((across, (given.y - grid.y) // grid.size))

    # -- plain ---------------------------------------------------------------------------------

    def _plainly(self, asking: Asking, only: tuple[Ints | None, Ints | None]) -> Picked:
        (k, price, floor), packed = asking, self._packed
        rows_wanted = _wanted(only[0], len(floor))
        columns_wanted = _wanted(only[1], len(price))
        rows, columns, weights = [], [], []
        for pairs in plain.blocks(self._asked, self._given, packed.tables):
            some, others, scores = pairs
            asked, given = packed.question_hash[some], packed.volunteer_hash[others]
            ties = ties_between(asked, given, self._seed)
            weight = (scores * self._priority[some]) << np.int64(self._shift)
            weight += 1 << (self._shift - 1)
            if self._tie_bits:
                weight += (ties >> np.uint64(64 - self._tie_bits)).astype(np.int64)
            level = packed.step[some] if price.shape[1] > 1 else np.zeros_like(some)
            key = weight - price[others, level]
            open_to = (key > floor[some]) & (price[others, 0] < GONE)
            open_to &= rows_wanted[some] & columns_wanted[others]
            some, others, weight, key = (
                some[open_to],
                others[open_to],
                weight[open_to],
                key[open_to],
            )
            order = np.lexsort((others, -key, some))
            some, others, weight = some[order], others[order], weight[order]
            rank = np.arange(len(some)) - np.searchsorted(some, some)
            rows.append(some[rank < k])
            columns.append(others[rank < k])
            weights.append(weight[rank < k])
        return _gathered(rows, columns, weights, len(floor))


def _pieces(questions: int) -> Iterator[tuple[int, int]]:
    pieces = min(PIECES, max(questions // 64, 1))
    for piece in range(pieces):
        yield piece * questions // pieces, (piece + 1) * questions // pieces


def _wanted(some: Ints | None, many: int) -> NDArray[np.bool_]:
    wanted = np.full(many, some is None)
    if some is not None:
        wanted[some] = True
    return wanted


def _in_rows(kept: Kept, order: Ints, questions: int) -> Picked:
    """From the order of the grid back to the order of the questions."""
    back, count = np.zeros((2, questions), dtype=np.int64)
    back[order], count[order] = np.arange(len(order)), kept.held
    k = kept.column.shape[1]
    indptr = np.zeros(questions + 1, dtype=np.int64)
    np.cumsum(count, out=indptr[1:])
    cells = np.repeat(back * k - indptr[:-1], count) + np.arange(int(indptr[-1]))
    return Picked(indptr, kept.column.ravel()[cells], kept.weight.ravel()[cells])


def _gathered(rows: list[Any], columns: list[Any], weights: list[Any], questions: int) -> Picked:
    some = np.concatenate([*rows, np.zeros(0, np.int64)])
    order = np.argsort(some, kind="stable")
    indptr = np.zeros(questions + 1, dtype=np.int64)
    np.cumsum(np.bincount(some, minlength=questions), out=indptr[1:])
    return Picked(
        indptr,
        np.concatenate([*columns, np.zeros(0, np.int64)])[order].astype(np.int32),
        np.concatenate([*weights, np.zeros(0, np.int64)])[order],
    )
