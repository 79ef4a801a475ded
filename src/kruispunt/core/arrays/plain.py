"""The walk past all pairs in plain numpy: for small towns, and where numba is missing."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays.fields import STATUS, Ints, Rare, Tables, ranges, rows_of
from kruispunt.core.arrays.grid import grid_over
from kruispunt.core.arrays.kernel import NO_MORE, NONE, More, fits, is_hopeful, score_of
from kruispunt.core.arrays.lexicon import CLASH, CONFLICT, LANGUAGE, RARE_FAMILIES, SHARED
from kruispunt.core.arrays.walk import Asked, Given

TOGETHER: Final = 1_000_000
"""Pairs that are looked at together: enough for speed, little enough for memory."""
Found = tuple[Ints, NDArray[np.int32], NDArray[np.int32]]


def found(asked: Asked, given: Given, tables: Tables) -> Found:
    """Find every eligible pair: the rows' starts, the columns, and the scores."""
    questions, width = len(asked.columns.x), len(given.columns.x)
    nothing = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))
    all_blocks = [nothing, *blocks(asked, given, tables)]
    rows, columns, scores = (np.concatenate(parts) for parts in zip(*all_blocks, strict=True))
    order = np.argsort(rows * max(width, 1) + columns)
    indptr = np.zeros(questions + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows, minlength=questions), out=indptr[1:])
    return indptr, columns[order].astype(np.int32), scores[order].astype(np.int32)


def blocks(asked: Asked, given: Given, tables: Tables) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Find every eligible pair, some questions at a time: rows, columns, and scores.

    All pairs of a question are in one block.
    """
    grid = grid_over(asked.columns.x, asked.columns.y, given.columns.reach_squared)
    free = np.flatnonzero((given.columns.lacks & STATUS) == NONE)
    at = 0
    while at < len(grid.order):
        rows = np.sort(grid.order[at : at + max(TOGETHER // max(len(free), 1), 64)])
        yield _block(asked, given, tables, (rows, _near(asked, given, rows, free)))
        at += len(rows)


def more_of_pairs(asked: Rare, rows: Ints, given: Rare, columns: Ints) -> More:
    """Count for each pair in which rare words the two meet."""
    if not len(asked.keys) or not len(given.keys):
        return NO_MORE
    counts = given.end[columns] - given.start[columns]
    pair = np.repeat(np.arange(len(rows)), counts)
    keys = given.keys[ranges(given.start[columns], counts)]
    span = int(max(asked.keys.max(), given.keys.max())) + 1
    known = _owners(asked) * span + asked.keys
    wanted = rows[pair] * span + keys
    place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    met = known[place] == wanted
    families = pair[met] * RARE_FAMILIES + keys[met] % RARE_FAMILIES
    counted = np.bincount(families, minlength=len(rows) * RARE_FAMILIES)
    table = counted.reshape(len(rows), RARE_FAMILIES)
    return More(table[:, LANGUAGE], table[:, CONFLICT], table[:, SHARED], table[:, CLASH])


def _near(asked: Asked, given: Given, rows: Ints, free: Ints) -> Ints:
    """The volunteers whose circle touches the box around some questions."""
    q, v = rows_of(asked.columns, rows), rows_of(given.columns, free)
    across = np.maximum(np.maximum(q.x.min() - v.x, v.x - q.x.max()), 0)
    along = np.maximum(np.maximum(q.y.min() - v.y, v.y - q.y.max()), 0)
    return np.asarray(free[across * across + along * along <= v.reach_squared])


def _block(
    asked: Asked, given: Given, tables: Tables, block: tuple[Ints, Ints]
) -> tuple[Ints, Ints, Ints]:
    rows, columns = block
    q, v = rows_of(asked.columns, rows), rows_of(given.columns, columns)
    hopeful = ((q.needs[:, None] & v.lacks) == NONE) & ((q.kinds[:, None] & v.kinds) != NONE)
    row, column = np.nonzero(hopeful)
    rows, columns = rows[row], columns[column]
    more = more_of_pairs(asked.rare, rows, given.rare, columns)
    asker, helper = rows_of(q, row), rows_of(v, column)
    able = is_hopeful(asker, helper) & fits(asker, helper, more)
    able &= ~_banned(given.banned, rows, columns)
    row, column, rows, columns = row[able], column[able], rows[able], columns[able]
    more = more_of_pairs(asked.rare, rows, given.rare, columns)
    return rows, columns, score_of(rows_of(q, row), rows_of(v, column), more, tables)


def _banned(banned: Rare, rows: Ints, columns: Ints) -> NDArray[np.bool_]:
    if not len(banned.keys):
        return np.zeros(len(rows), dtype=np.bool_)
    span = max(int(banned.keys.max()), int(rows.max(initial=0))) + 1
    return np.isin(columns * span + rows, _owners(banned) * span + banned.keys)


def _owners(listed: Rare) -> Ints:
    """The card of each key, for lists that lie one after the other."""
    return np.repeat(np.arange(len(listed.start)), listed.end - listed.start)
