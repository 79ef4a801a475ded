"""What hours leave of places: nobody with two hours free takes two questions of two hours."""

from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import Final

import numpy as np

from kruispunt.core.arrays import plain
from kruispunt.core.arrays.compiled import compiled_kernel
from kruispunt.core.arrays.edges import pieces_of
from kruispunt.core.arrays.fields import STATUS, Ints
from kruispunt.core.arrays.kernel import NONE
from kruispunt.core.arrays.packed import Packed
from kruispunt.core.arrays.sheet import sheet_of
from kruispunt.core.arrays.walk import Asked, Given

MOST: Final = 64
"""Places above which hours are not looked at: more places are only a looser limit."""


def caps_within_hours(packed: Packed, caps: Ints, *, compiled: bool) -> Ints:
    """Lower each limit to the number of eligible questions whose hours fit together at all.

    Parameters
    ----------
    packed : Packed
    caps : int64[n_volunteers, n_levels]
        Places and class limits, never more at a higher level.
    compiled : bool
        Run by numba or by plain numpy. The answer is the same.

    Returns
    -------
    int64[n_volunteers, n_levels]
        Loses no proposal that keeps the hours; where the hours never bind it is `caps`.
    """
    hours = packed.questions.hours
    able = (packed.volunteers.lacks & STATUS) == NONE
    needy = packed.volunteers.hours < np.minimum(caps[:, 0], MOST) * int(hours.max(initial=0))
    some = np.flatnonzero(able & needy & (caps[:, 0] > 1))
    if not len(some):
        return caps
    lowered = caps.copy()
    lowered[some] = (_swept if compiled else _plainly)(packed, some, caps[some])
    return np.minimum.accumulate(lowered, axis=1)


def count_eligible(packed: Packed) -> int:
    """Count all eligible pairs without writing any of them down; compiled."""
    asked = Asked(packed.questions, packed.rare_of_questions)
    given = Given(packed.volunteers, packed.rare_of_volunteers, packed.banned)
    if not len(asked.columns.x):
        return 0
    sheet, run = sheet_of(asked, given), compiled_kernel()

    def count(piece: tuple[int, int]) -> int:
        return int(run.count_pairs(sheet, given, *piece))

    with ThreadPoolExecutor(cpu_count() or 1) as threads:
        return sum(threads.map(count, pieces_of(len(given.columns.x))))


def _swept(packed: Packed, some: Ints, caps: Ints) -> Ints:
    asked = Asked(packed.questions, packed.rare_of_questions)
    given = Given(packed.volunteers, packed.rare_of_volunteers, packed.banned)
    sheet, run, hours = sheet_of(asked, given), compiled_kernel(), packed.questions.hours
    level, lowered = packed.step[sheet.grid.order], caps.copy()

    def fit(piece: tuple[int, int]) -> None:
        part = slice(*piece)
        run.fit_hours(sheet, given, level, some[part], lowered[part], int(hours.min()), MOST)

    with ThreadPoolExecutor(cpu_count() or 1) as threads:
        list(threads.map(fit, pieces_of(len(some))))
    return lowered


def _plainly(packed: Packed, some: Ints, caps: Ints) -> Ints:
    asked = Asked(packed.questions, packed.rare_of_questions)
    given = Given(packed.volunteers, packed.rare_of_volunteers, packed.banned)
    where = np.full(len(packed.volunteer_ids), -1)
    where[some] = np.arange(len(some))
    nothing = (np.zeros(0, np.int64), np.zeros(0, np.int64))
    found = [nothing]
    for rows, columns, _ in plain.blocks(asked, given, packed.tables):
        needy = where[columns] >= 0
        found.append((rows[needy], where[columns[needy]]))
    rows, turns = (np.concatenate(parts) for parts in zip(*found, strict=True))
    hours, room = packed.questions.hours[rows], packed.volunteers.hours[some]
    order = np.lexsort((hours, turns))
    lowered = caps.copy()
    for level in range(caps.shape[1]):
        at = order[packed.step[rows[order]] >= level]
        total = np.cumsum(hours[at])
        first = np.searchsorted(turns[at], np.arange(len(some)))
        before = np.concatenate([[0], total])[first]
        fits = total - before[turns[at]] <= room[turns[at]]
        count = np.bincount(turns[at][fits], minlength=len(some))
        lowered[:, level] = np.where(
            caps[:, level] <= MOST, np.minimum(caps[:, level], count), caps[:, level]
        )
    return lowered
