"""Every eligible pair with its score: the edges between questions and volunteers."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kruispunt.core.arrays import kernel, plain
from kruispunt.core.arrays.columns import (
    question_columns,
    rare_words_of_questions,
    rare_words_of_volunteers,
    sets_of_questions,
    sets_of_volunteers,
    volunteer_columns,
)
from kruispunt.core.arrays.compiled import compiled_kernel, is_warm, numba_is_here
from kruispunt.core.arrays.fields import Ints, Rare, Tables, rows_of
from kruispunt.core.arrays.packed import Packed
from kruispunt.core.arrays.sheet import sheet_of
from kruispunt.core.arrays.walk import Asked, Given
from kruispunt.core.cards import Question, Volunteer

SMALL: Final = 8_000_000
"""Pairs below which plain numpy is ready before numba has been imported."""
Scanned = tuple[NDArray[np.int32], NDArray[np.int16], Ints]
PIECES: Final = 16
"""Into how many pieces the volunteers are cut for the threads."""


@dataclass(frozen=True, slots=True)
class Edges:
    """A sparse table of scores, row by row (CSR).

    Attributes
    ----------
    indptr : int64[n_rows + 1]
        Row r has the entries indptr[r] … indptr[r + 1] - 1.
    indices : int32[n_edges]
        Columns, ascending within a row.
    score : int32[n_edges]
        Hundredths of a point, 0 to 10,000.
    """

    indptr: Ints
    indices: NDArray[np.int32]
    score: NDArray[np.int32]

    def rows(self, first: int = 0, last: int | None = None) -> Ints:
        """The row of each edge in a slice of the edges (int64)."""
        last = len(self.indices) if last is None else last
        within: Ints = np.clip(self.indptr, first, last)
        return np.repeat(np.arange(len(within) - 1, dtype=np.int64), np.diff(within))


def edges(packed: Packed, *, compiled: bool | None = None) -> Edges:
    """Find every eligible pair and its score.

    Parameters
    ----------
    packed : Packed
    compiled : bool, optional
        Ask for numba or for plain numpy; without it the size decides. The answer is the same.

    Returns
    -------
    Edges
        Rows are questions, columns volunteers, both in the order of `packed`.

    Notes
    -----
    Looks only at pairs of which the question lies within the volunteer's reach, or nearly; time
    is linear in those. Memory: 8 bytes an edge, and while it works 6 more.

    Examples
    --------
    >>> from kruispunt.core.arrays import pack
    >>> from kruispunt.core.vocabulary import Intensity
    >>> from kruispunt.core.weights import Weights
    >>> ask = Question("v1", ("WANDELEN",), Intensity.LIGHT, x=0, y=0)
    >>> near = Volunteer("a", frozenset({"WANDELEN"}), x=0, y=0)
    >>> far = Volunteer("b", frozenset({"WANDELEN"}), x=0, y=5_000_001)
    >>> found = edges(pack([ask], [near, far], Weights()))
    >>> found.indptr.tolist(), found.indices.tolist(), found.score.tolist()
    ([0, 1], [0], [7500])
    """
    asked = Asked(packed.questions, packed.rare_of_questions)
    given = Given(packed.volunteers, packed.rare_of_volunteers, packed.banned)
    return _found(asked, given, packed.tables, compiled=compiled)


def edges_of_volunteers(
    packed: Packed, cards: Sequence[Volunteer], *, compiled: bool | None = None
) -> Edges:
    """Find the eligible questions of volunteers who are not in the arrays, or changed.

    Rows are the cards, columns the questions. A card may carry the id of a packed volunteer: what
    it says goes. Costs about 0.1 ms, and little for each card; ask for many at once.
    """
    words = packed.lexicons
    given = Given(
        volunteer_columns(cards, words, sets_of_volunteers(cards)),
        rare_words_of_volunteers(cards, words),
        packed.directory.banned_for_volunteers(cards),
    )
    asked = Asked(packed.questions, packed.rare_of_questions)
    return _turned(_found(asked, given, packed.tables, compiled=compiled), len(cards))


def edges_of_questions(
    packed: Packed, cards: Sequence[Question], *, compiled: bool | None = None
) -> Edges:
    """Find the eligible volunteers of questions that are not in the arrays, or changed.

    Rows are the cards, columns the volunteers. It walks past all volunteers once, however many
    cards there are: ask for many at once.
    """
    words = packed.lexicons
    asked = Asked(
        question_columns(cards, words, sets_of_questions(cards)),
        rare_words_of_questions(cards, words),
    )
    banned = _turned_lists(packed.directory.banned_for_questions(cards), len(packed.volunteer_ids))
    given = Given(packed.volunteers, packed.rare_of_volunteers, banned)
    return _found(asked, given, packed.tables, compiled=compiled)


@dataclass(frozen=True, slots=True)
class SharesOfEdges:
    """What each criterion earned for some edges.

    Attributes
    ----------
    shares : uint16[n, 7]
        Hundredths of a point in the order of CRITERIA; a row adds up to the score.
    unknown : uint8[n]
        Bit c is set when the criterion at place c was partly unknown.
    """

    shares: NDArray[np.uint16]
    unknown: NDArray[np.uint8]


def shares(packed: Packed, rows: ArrayLike, columns: ArrayLike) -> SharesOfEdges:
    """Work out the shares of some edges again, so that all of them need never be held at once.

    Parameters
    ----------
    packed : Packed
    rows, columns : int arrays [n]
        Questions and volunteers of eligible pairs; of other pairs the shares mean nothing.
    """
    asked, given = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
    q, v = rows_of(packed.questions, asked), rows_of(packed.volunteers, given)
    more = plain.more_of_pairs(packed.rare_of_questions, asked, packed.rare_of_volunteers, given)
    each = kernel.shares_of(q, v, more, packed.tables)
    return SharesOfEdges(
        np.stack(each, axis=1).astype(np.uint16), kernel.unknown_of(q, v).astype(np.uint8)
    )


def _found(asked: Asked, given: Given, tables: Tables, *, compiled: bool | None) -> Edges:
    if compiled is None:
        pairs = len(asked.columns.x) * len(given.columns.x)
        compiled = numba_is_here() and (is_warm() or pairs > SMALL)
    if not compiled:
        return Edges(*plain.found(asked, given, tables))
    return _scanned(asked, given, tables)


def _scanned(asked: Asked, given: Given, tables: Tables) -> Edges:
    sheet = sheet_of(asked, given)
    pieces = list(pieces_of(len(given.columns.x)))
    questions = len(sheet.x)
    counts = np.zeros((len(pieces), questions), dtype=np.int64)
    run = compiled_kernel()

    def scan(piece: int) -> Scanned | None:
        return run.scan(sheet, given, tables, *pieces[piece], counts[piece])  # type: ignore[no-any-return]

    with ThreadPoolExecutor(cpu_count() or 1) as threads:
        found = list(threads.map(scan, range(len(pieces))))
        indptr = np.zeros(questions + 1, dtype=np.int64)
        indptr[1 + sheet.grid.order] = counts.sum(axis=0)
        np.cumsum(indptr, out=indptr)
        free = indptr[sheet.grid.order] + np.cumsum(counts, axis=0) - counts
        indices = np.empty(int(indptr[-1]), dtype=np.int32)
        score = np.empty(int(indptr[-1]), dtype=np.int32)

        def scatter(piece: int) -> None:
            run.scatter(found[piece], pieces[piece][0], free[piece], indices, score)
            found[piece] = None  # gone from memory before the last piece is in place

        list(threads.map(scatter, range(len(pieces))))
    return Edges(indptr, indices, score)


def pieces_of(volunteers: int) -> Iterator[tuple[int, int]]:
    """Cut volunteers in pieces for the threads: first and last."""
    pieces = min(PIECES, max(volunteers // 256, 1))
    for piece in range(pieces):
        yield piece * volunteers // pieces, (piece + 1) * volunteers // pieces


def _turned(found: Edges, width: int) -> Edges:
    """Rows become columns."""
    order = np.argsort(found.indices, kind="stable")
    indptr = np.zeros(width + 1, dtype=np.int64)
    np.cumsum(np.bincount(found.indices, minlength=width), out=indptr[1:])
    rows = np.repeat(np.arange(len(found.indptr) - 1, dtype=np.int32), np.diff(found.indptr))
    return Edges(indptr, rows[order], found.score[order])


def _turned_lists(listed: Rare, width: int) -> Rare:
    score = np.zeros(len(listed.keys), dtype=np.int32)
    indptr = np.concatenate([np.zeros(1, dtype=np.int64), listed.end])
    turned = _turned(Edges(indptr, listed.keys.astype(np.int32), score), width)
    return Rare(turned.indptr[:-1], turned.indptr[1:], turned.indices.astype(np.int64))
