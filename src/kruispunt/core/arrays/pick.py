"""The best few pairs of every question at given prices, in one sweep; the file thinks in indexes.

Plain Python that numba compiles: see `compiled`. Nothing is kept of the pairs that lose, so that a
whole country fits in little memory.
"""

# ruff: noqa: ANN401, C901, PLR0912, PLR0913, PLR0915, PLR0917 - array kernels: flat and long on purpose

from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.arrays.fields import (
    STATUS,
    Ints,
    Masks,
    Tables,
)
from kruispunt.core.arrays.kernel import (
    FAR,
    NO_MORE,
    NONE,
    most_of,
    score_of,
    volunteer_at,
)
from kruispunt.core.arrays.sheet import Sheet
from kruispunt.core.arrays.sweep import (
    Quick,
    able_of,
    able_with_rare,
    asker_at,
    bands_of,
    quick_of,
    score_with_rare,
    short_list,
    stretch_of,
)
from kruispunt.core.arrays.ties import stirred
from kruispunt.core.arrays.walk import NEARNESS, Given, is_among

GONE = 1 << 61
"""From this price on a place is not for sale."""
SLACK = np.float32(2.0)
"""Hundredths of a point by which the quick look is too generous, for numbers of 24 bits."""
FULL_MASK = np.uint64((1 << 64) - 1)


class Goal(NamedTuple):
    """What a pair weighs apart from its score, and what it must pay; questions as on the sheet."""

    level: Ints
    priority: Ints
    """What each hundredth of a point counts for."""
    served: Ints
    """Added once for being helped at all."""
    asker: Masks
    """The stirred hash of each question."""
    helper: Masks
    """The hash of each volunteer."""
    price: Ints
    """[n_volunteers, n_levels] What a place costs, never less at a higher level."""
    value_shift: int
    tie_shift: int
    tie_mask: Any
    """uint64: bits of the hash that are left when there is room for ties."""


class Kept(NamedTuple):
    """The best pairs so far of each question on the sheet, best first."""

    held: Ints
    """[n] How many there are."""
    column: Any
    """int32[n, k]"""
    weight: Ints
    """[n, k]"""
    key: Ints
    """[n, k] Weight minus price."""
    floor: Ints
    """[n] Only a key above this is kept."""
    needed: Any
    """float32[n]: the score that reaches the floor with a free place, rounded down."""
    most: Any
    """float32[n]: the best score that a question can get next door."""


def look_over_prices(
    sheet: Sheet, quick: Quick, kept: Kept, offer: tuple[Any, Any, Any, Any], inverse: Any,
    a: int, b: int, passes: Any,
) -> None:  # fmt: skip
    """Look quickly at a stretch of questions: who fits, and could be worth her price.

    `offer` is her price, the best score next door, the points for nearness, and what each metre
    takes off them.
    """
    x, y, needs = sheet.x[a:b], sheet.y[a:b], sheet.needs[a:b]
    kinds, slots, passing = sheet.kinds[a:b], sheet.slots[a:b], passes[: b - a]
    needed, most, each = kept.needed[a:b], kept.most[a:b], inverse[a:b]
    price, mine, near, slope = offer
    for j in range(b - a):
        across, along = x[j] - quick.x, y[j] - quick.y
        squared = across * across + along * along
        best = min(most[j], mine) + max(near - slope * np.sqrt(squared), np.float32(0.0))
        passing[j] = (
            ((needs[j] & quick.lacks) == 0)
            & ((kinds[j] & quick.kinds) != 0)
            & ((slots[j] & quick.slots) != 0)
            & (squared <= quick.reach)
            & (needed[j] + price * each[j] <= best + SLACK)
        )


def keep(kept: Kept, j: int, i: int, weight: int, key: int) -> None:
    """Put a pair in its place among the best of a question; the last one makes room."""
    k = kept.column.shape[1]
    held = kept.held[j]
    place = min(held, k - 1)
    while place > 0 and kept.key[j, place - 1] < key:
        kept.key[j, place] = kept.key[j, place - 1]
        kept.weight[j, place] = kept.weight[j, place - 1]
        kept.column[j, place] = kept.column[j, place - 1]
        place -= 1
    kept.key[j, place], kept.weight[j, place], kept.column[j, place] = key, weight, i
    kept.held[j] = min(held + 1, k)


def pick(
    sheet: Sheet,
    given: Given,
    tables: Tables,
    goal: Goal,
    inverse: Any,
    kept: Kept,
    order: Ints,
    low: int,
    high: int,
    first_band: int,
    last_band: int,
) -> int:
    """Keep for questions low … high - 1 of the sheet the best pairs whose key beats the floor.

    Volunteers come in the given order. Returns how many pairs were weighed in full.
    """
    k = kept.column.shape[1]
    passes = np.empty(high - low, dtype=np.bool_)
    short = np.empty(high - low + 1, dtype=np.int32)
    near = np.float32(tables.points[NEARNESS])
    slope = near / np.float32(FAR)
    weighed = 0
    for turn in range(order.shape[0]):
        i = order[turn]
        one = volunteer_at(given.columns, i)
        if (one.lacks & STATUS) != NONE or goal.price[i, 0] >= GONE:
            continue
        south, north = bands_of(sheet, one)
        south, north = max(south, first_band), min(north, last_band)
        if south > north:
            continue
        quick = quick_of(sheet, one)
        rare = given.rare.end[i] > given.rare.start[i]
        bans = given.banned.end[i] > given.banned.start[i]
        most = np.float32(most_of(one, rare, tables)) + SLACK
        offer = (np.float32(goal.price[i, 0]), most, near, slope)
        for band in range(south, north + 1):
            a, b = stretch_of(sheet, one, band)
            a, b = max(a, low), min(b, high)
            if a >= b:
                continue
            look_over_prices(sheet, quick, kept, offer, inverse, a, b, passes)
            hopeful = short_list(a, b, passes, short)
            if hopeful == 0:
                continue
            if rare:
                able = able_with_rare(sheet, given, i, one, short, hopeful)
            else:
                able = able_of(sheet.rows, one, short, hopeful)
            weighed += able
            for at in range(able):
                j = short[at]
                if rare:
                    score = score_with_rare(sheet, given, i, one, j, tables)
                else:
                    score = score_of(asker_at(sheet.rows, j), one, NO_MORE, tables)
                price = goal.price[i, goal.level[j]]
                weight = ((score * goal.priority[j]) << goal.value_shift) + goal.served[j]
                if weight + np.int64(goal.tie_mask) - price <= kept.floor[j]:
                    continue
                tie = (
                    stirred(goal.asker[j] ^ goal.helper[i]) >> np.uint64(goal.tie_shift)
                ) & goal.tie_mask
                weight += np.int64(tie)
                key = weight - price
                if key <= kept.floor[j]:
                    continue
                if bans and is_among(sheet.grid.order[j], given.banned, i):
                    continue
                keep(kept, j, i, weight, key)
                if kept.held[j] == k:
                    kept.floor[j] = kept.key[j, k - 1]
                    kept.needed[j] = np.float32(kept.floor[j]) * inverse[j]
    return weighed
