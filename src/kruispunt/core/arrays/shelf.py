"""The walk around one question, in ever wider boxes of squares; the file thinks in indexes.

Plain Python that numba compiles: see `compiled`. What a pair must keep and what it earns stands in
`kernel`; which volunteers are looked at stands here.
"""

# ruff: noqa: ANN401, PLR0913, PLR0915, PLR0917 - array kernels: flat and long

from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.arrays.fields import (
    Ints,
    Masks,
    QuestionColumns,
    Rare,
    Tables,
    VolunteerColumns,
    rows_of,
)
from kruispunt.core.arrays.kernel import (
    FAR,
    NO_MORE,
    fits,
    is_hopeful,
    most_of,
    question_at,
    score_of,
    shares_of,
    unknown_of,
)
from kruispunt.core.arrays.sweep import METRE, METRES_MORE, TOO_WIDE, short_list
from kruispunt.core.arrays.walk import LOWEST, MARGIN, NEARNESS, Asked, Given, Grid, more_of

HALF = np.uint64(32)
SLACK = np.float32(2.0)
"""Hundredths of a point by which the quick look is too generous, for numbers of 24 bits."""


class Glance(NamedTuple):
    """Volunteers in 32 bits, for a quick look that refuses nobody who might be among the best."""

    x: Any
    """float32, metres east of the corner of the grid."""
    y: Any
    reach: Any
    """float32, square metres, a little too wide."""
    lacks: Any
    """uint32, the first half."""
    kinds: Any
    """uint32, both halves on top of each other."""
    slots: Any
    most: Any
    """float32: the best score that she can get next door."""


class Shelf(NamedTuple):
    """Volunteers laid out for one question after another: by square, then the loose ones."""

    rows: Masks
    """uint64[capacity, 14]: the columns of a volunteer side by side, in their own order."""
    rare: Rare
    glance: Glance
    grid: Grid
    reach: Any
    """float64[squares]: the furthest reach of anyone in a square, in millimetres."""
    prices: Ints
    """[capacity] What a place of each volunteer is worth, in hundredths of a point."""
    least_price: int
    """Nobody's price is below this."""
    passes: Any
    """bool[capacity]: scratch paper."""
    short: Ints
    """[capacity + 1]: scratch paper."""


class Best(NamedTuple):
    """The best so far: `kept` holds the k best values, best first."""

    kept: Ints
    found: int
    places: Ints
    values: Ints


def glance_at(columns: VolunteerColumns, rare: Rare, grid: Grid, tables: Tables) -> Glance:
    """Look at everyone on the shelf (numpy)."""
    reach = (np.sqrt(columns.reach_squared.astype(np.float64)) / METRE).astype(np.float32)
    wide = reach * TOO_WIDE + METRES_MORE
    return Glance(
        x=((columns.x - grid.x) / METRE).astype(np.float32),
        y=((columns.y - grid.y) / METRE).astype(np.float32),
        reach=wide * wide,
        lacks=columns.lacks.astype(np.uint32),
        kinds=(columns.kinds | (columns.kinds >> HALF)).astype(np.uint32),
        slots=(columns.slots | (columns.slots >> HALF)).astype(np.uint32),
        most=most_of(columns, 1 * (rare.end > rare.start), tables).astype(np.float32),
    )


def look_again(glance: Glance, at: int, given: Given, grid: Grid, tables: Tables) -> None:
    """Look at one volunteer on the shelf who changed (numpy)."""
    here, rare = slice(at, at + 1), given.rare
    lists = Rare(rare.start[here], rare.end[here], rare.keys)
    fresh = glance_at(rows_of(given.columns, here), lists, grid, tables)
    for column, number in zip(glance, fresh, strict=True):
        column[here] = number


def furthest_by_square(reach_squared: Ints, grid: Grid) -> Any:
    """The furthest reach of anyone in each square, in millimetres (numpy)."""
    furthest = np.zeros(len(grid.start) - 1)
    squares = np.repeat(np.arange(len(furthest)), np.diff(grid.start))
    np.maximum.at(furthest, squares, np.sqrt(reach_squared[grid.order]))
    return furthest


def helper_at(rows: Masks, i: int) -> VolunteerColumns:
    """One volunteer from the shelf."""
    return VolunteerColumns(
        np.int64(rows[i, 0]), np.int64(rows[i, 1]), np.int64(rows[i, 2]), np.int64(rows[i, 3]),
        rows[i, 4], rows[i, 5], rows[i, 6], rows[i, 7], np.int64(rows[i, 8]), rows[i, 9],
        rows[i, 10], rows[i, 11], rows[i, 12], rows[i, 13],
    )  # fmt: skip


def best(
    asked: Asked, shelf: Shelf, barred: Ints, used: int, tables: Tables, k: int
) -> tuple[Ints, Ints, Ints]:
    """Find the k volunteers with the highest score minus price, and all that equal the last.

    Walks in ever wider boxes of squares around the question and stops when no one further away
    can reach the k-th any more. `barred` are the sorted places on the shelf that niet_met
    excludes; places from the end of the grid up to `used` are loose. Returns places and values,
    unordered, and in rows of 8 what each criterion earned and which were unknown.
    """
    grid = shelf.grid
    asker = question_at(asked.columns, 0)
    kept = np.full(k, LOWEST, dtype=np.int64)
    stretches = np.empty((2 * grid.along + 1, 2), dtype=np.int64)
    stretches[0, 0], stretches[0, 1] = grid.order.shape[0], used
    so_far = Best(kept, 0, np.empty(4 * k + 64, np.int64), np.empty(4 * k + 64, np.int64))
    so_far = weigh_stretches(asked, shelf, barred, stretches, 1, tables, so_far)
    column, band = (asker.x - grid.x) // grid.size, (asker.y - grid.y) // grid.size
    first = max(-column, column - grid.across + 1, -band, band - grid.along + 1, 0)
    last = max(column, grid.across - 1 - column, band, grid.along - 1 - band)
    furthest = shelf.reach.max()
    rest = tables.points.sum() - tables.points[NEARNESS]
    done, until = -1, max(first, 1)
    while done < last:
        away = max(done, 0) * grid.size
        most = rest + tables.nearness[min(away // 1000, FAR)] - shelf.least_price
        if away > furthest + MARGIN or kept[k - 1] > most:
            break
        many = ring(asker, shelf.grid, shelf.reach, done, until, stretches)
        so_far = weigh_stretches(asked, shelf, barred, stretches, many, tables, so_far)
        done, until = until, 2 * until + 1
    places, values = so_far.places[: so_far.found], so_far.values[: so_far.found]
    among = values >= kept[k - 1]
    places, values = places[among], values[among]
    return places, values, reasons(asker, asked.rare, shelf.rows, shelf.rare, places, tables)


def reasons(
    asker: QuestionColumns, asked: Rare, rows: Masks, given: Rare, places: Ints, tables: Tables
) -> Ints:
    """Tell the seven shares of some eligible volunteers, and what was unknown, in rows of 8."""
    told = np.empty((places.shape[0], 8), dtype=np.int64)
    for at in range(places.shape[0]):
        one = helper_at(rows, places[at])
        s = shares_of(asker, one, more_of(asked, 0, given, places[at]), tables)
        told[at, 0], told[at, 1], told[at, 2] = s.expectations, s.activity, s.time_overlap
        told[at, 3], told[at, 4], told[at, 5] = s.nearness, s.interests, s.language
        told[at, 6], told[at, 7] = s.wishes, unknown_of(asker, one)
    return told


def ring(
    asker: QuestionColumns, grid: Grid, reach: Any, done: int, until: int, stretches: Ints
) -> int:
    """Write the stretches of the box of squares between two distances; returns how many."""
    column, band = (asker.x - grid.x) // grid.size, (asker.y - grid.y) // grid.size
    many = 0
    for row in range(max(band - until, 0), min(band + until, grid.along - 1) + 1):
        for side in range(2):
            west, east = column - until, column + until
            if abs(row - band) <= done:
                west, east = (west, column - done - 1) if side == 0 else (column + done + 1, east)
            elif side == 1:
                continue
            west, east = max(west, 0), min(east, grid.across - 1)
            while west <= east and not is_in_reach(asker, grid, reach, row, west):
                west += 1
            while west <= east and not is_in_reach(asker, grid, reach, row, east):
                east -= 1
            if west <= east:
                stretches[many, 0] = grid.start[row * grid.across + west]
                stretches[many, 1] = grid.start[row * grid.across + east + 1]
                many += 1
    return many


def is_in_reach(asker: QuestionColumns, grid: Grid, reach: Any, row: int, square: int) -> bool:
    """Tell whether anyone in a square might reach the question."""
    west, south = grid.x + square * grid.size, grid.y + row * grid.size
    dx = float(max(west - asker.x, asker.x - west - grid.size, 0))
    dy = float(max(south - asker.y, asker.y - south - grid.size, 0))
    return bool(dx * dx + dy * dy <= (reach[row * grid.across + square] + MARGIN) ** 2)


def look_at_shelf(
    glance: Glance, asker: QuestionColumns, place: tuple[Any, Any], enough: tuple[Any, Any, Any],
    a: int, b: int, passes: Any,
) -> None:  # fmt: skip
    """Look quickly at a stretch of volunteers: who fits, and could be among the best.

    `enough` is the score that she must reach, the points for nearness, and what each metre takes.
    """
    x, y, reach = glance.x[a:b], glance.y[a:b], glance.reach[a:b]
    lacks, kinds, slots = glance.lacks[a:b], glance.kinds[a:b], glance.slots[a:b]
    most, passing = glance.most[a:b], passes[: b - a]
    needs = np.uint32(asker.needs)
    wanted, free = asker.kinds | (asker.kinds >> HALF), asker.slots | (asker.slots >> HALF)
    any_kind, any_slot = np.uint32(wanted), np.uint32(free)
    needed, near, slope = enough
    for j in range(b - a):
        across, along = x[j] - place[0], y[j] - place[1]
        squared = across * across + along * along
        score = most[j] + max(near - slope * np.sqrt(squared), np.float32(0.0))
        passing[j] = (
            ((lacks[j] & needs) == 0)
            & ((kinds[j] & any_kind) != 0)
            & ((slots[j] & any_slot) != 0)
            & (squared <= reach[j])
            & (score >= needed)
        )


def weigh_stretches(
    asked: Asked, shelf: Shelf, barred: Ints, stretches: Ints, many: int, tables: Tables,
    so_far: Best,
) -> Best:  # fmt: skip
    """Weigh stretches of the shelf; `kept` is changed in place."""
    kept, found, places, values = so_far
    asker, k = question_at(asked.columns, 0), kept.shape[0]
    rare = asked.rare.end[0] > asked.rare.start[0]
    near = np.float32(tables.points[NEARNESS])
    slope = near / np.float32(FAR)
    place = (
        np.float32((asker.x - shelf.grid.x) / METRE),
        np.float32((asker.y - shelf.grid.y) / METRE),
    )
    for stretch in range(many):
        a, b = stretches[stretch, 0], stretches[stretch, 1]
        needed = np.float32(kept[k - 1] + shelf.least_price) - SLACK
        look_at_shelf(shelf.glance, asker, place, (needed, near, slope), a, b, shelf.passes)
        hopeful = short_list(a, b, shelf.passes, shelf.short)
        for at in range(hopeful):
            i = shelf.short[at]
            one = helper_at(shelf.rows, i)
            more = more_of(asked.rare, 0, shelf.rare, i) if rare else NO_MORE
            if not (is_hopeful(asker, one) and fits(asker, one, more)):
                continue
            value = score_of(asker, one, more, tables) - shelf.prices[i]
            if value < kept[k - 1]:
                continue
            among = np.searchsorted(barred, i)
            if among < barred.shape[0] and barred[among] == i:
                continue
            if found == places.shape[0]:
                places = np.concatenate((places, np.empty_like(places)))
                values = np.concatenate((values, np.empty_like(values)))
            places[found], values[found] = i, value
            found += 1
            at_rank = k - 1
            while at_rank > 0 and kept[at_rank - 1] < value:
                kept[at_rank] = kept[at_rank - 1]
                at_rank -= 1
            kept[at_rank] = value
    return Best(kept, found, places, values)
