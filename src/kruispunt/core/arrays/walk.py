"""The walk past all pairs, band by band over the map; the file thinks in indexes.

Plain Python that numba compiles: see `compiled`. What a pair must keep and what it earns stands in
`kernel`; which pairs are looked at stands here.
"""

# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - array kernels: flat and long on purpose

from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.arrays.fields import (
    Ints,
    QuestionColumns,
    Rare,
    Tables,
    VolunteerColumns,
)
from kruispunt.core.arrays.kernel import (
    FAR,
    NO_MORE,
    More,
    broken,
    fits,
    is_hopeful,
    question_at,
    score_of,
    shares_of,
    unknown_of,
    volunteer_at,
)
from kruispunt.core.arrays.lexicon import CLASH, CONFLICT, LANGUAGE, RARE_FAMILIES, SHARED

LOWEST = -(1 << 62)
NEARNESS = 3
"""The place of nearness among the criteria."""
MARGIN = 1000.0
"""Millimetres by which the squares are looked at too widely, for the rounding of square roots."""


class Asked(NamedTuple):
    """Questions as the kernel takes them."""

    columns: QuestionColumns
    rare: Rare


class Given(NamedTuple):
    """Volunteers as the kernel takes them."""

    columns: VolunteerColumns
    rare: Rare
    banned: Rare


class Grid(NamedTuple):
    """A net of squares over the map, band by band from the south-west."""

    x: int
    y: int
    size: int
    across: int
    along: int
    start: Ints
    """[across * along + 1] Where each square begins in the order of the grid."""
    order: Ints
    """The original position of each card in the order of the grid."""


def more_of(asked: Rare, i: int, given: Rare, j: int) -> More:
    """Count in which rare words question i and volunteer j meet: two sorted lists, one walk."""
    languages = conflicts = shared = clashes = 0
    a, a_end, b, b_end = asked.start[i], asked.end[i], given.start[j], given.end[j]
    while a < a_end and b < b_end:
        one, other = asked.keys[a], given.keys[b]
        if one == other:
            family = one % RARE_FAMILIES
            languages += family == LANGUAGE
            conflicts += family == CONFLICT
            shared += family == SHARED
            clashes += family == CLASH
        a += one <= other
        b += other <= one
    return More(languages, conflicts, shared, clashes)


def is_among(row: int, listed: Rare, i: int) -> bool:
    """Tell whether a position is in the i-th sorted list."""
    low, high = listed.start[i], listed.end[i]
    while low < high:
        middle = (low + high) // 2
        if listed.keys[middle] < row:
            low = middle + 1
        else:
            high = middle
    return bool(low < listed.end[i] and listed.keys[low] == row)


def tally(asked: Asked, row: int, given: Given, patterns: Ints) -> None:
    """Count how many volunteers break which rules together, for one question.

    `patterns` (int64[2 ** 13]) is raised at the number whose bits are the rules broken.
    """
    asker = question_at(asked.columns, row)
    rare = asked.rare.end[row] > asked.rare.start[row]
    for i in range(given.columns.x.shape[0]):
        more = more_of(asked.rare, row, given.rare, i) if rare else NO_MORE
        patterns[broken(asker, volunteer_at(given.columns, i), more)] += 1


class Shelf(NamedTuple):
    """Volunteers laid out for one question after another: by square, then the loose ones."""

    given: Given
    grid: Grid
    reach: Any
    """float64[squares]: the furthest reach of anyone in a square, in millimetres."""
    prices: Ints
    """[capacity] What a place of each volunteer is worth, in hundredths of a point."""
    least_price: int
    """Nobody's price is below this."""
    passes: Any
    """bool[capacity]: scratch paper."""


def best(
    asked: Asked, shelf: Shelf, barred: Ints, used: int, tables: Tables, k: int
) -> tuple[Ints, Ints]:
    """Find the k volunteers with the highest score minus price, and all that equal the last.

    Walks in ever wider boxes of squares around the question and stops when no one further away
    can reach the k-th any more. `barred` are the sorted places on the shelf that niet_met
    excludes; places from the end of the grid up to `used` are loose. Returns places and values,
    unordered; some may be below the k-th.
    """
    grid = shelf.grid
    asker = question_at(asked.columns, 0)
    kept = np.full(k, LOWEST, dtype=np.int64)
    places, values = np.empty(4 * k + 64, dtype=np.int64), np.empty(4 * k + 64, dtype=np.int64)
    laid = grid.order.shape[0]
    found, places, values = weigh_stretch(
        asked, shelf, barred, laid, used, tables, kept, 0, places, values
    )
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
        for row in range(max(band - until, 0), min(band + until, grid.along - 1) + 1):
            for side in range(2):
                west, east = column - until, column + until
                if abs(row - band) <= done:
                    west, east = (
                        (west, column - done - 1) if side == 0 else (column + done + 1, east)
                    )
                elif side == 1:
                    continue
                west, east = max(west, 0), min(east, grid.across - 1)
                while west <= east and not is_in_reach(asker, shelf, row, west):
                    west += 1
                while west <= east and not is_in_reach(asker, shelf, row, east):
                    east -= 1
                if west <= east:
                    a = grid.start[row * grid.across + west]
                    b = grid.start[row * grid.across + east + 1]
                    found, places, values = weigh_stretch(
                        asked, shelf, barred, a, b, tables, kept, found, places, values
                    )
        done, until = until, 2 * until + 1
    return places[:found], values[:found]


def is_in_reach(asker: QuestionColumns, shelf: Shelf, row: int, square: int) -> bool:
    """Tell whether anyone in a square might reach the question."""
    grid = shelf.grid
    west, south = grid.x + square * grid.size, grid.y + row * grid.size
    dx = float(max(west - asker.x, asker.x - west - grid.size, 0))
    dy = float(max(south - asker.y, asker.y - south - grid.size, 0))
    return bool(dx * dx + dy * dy <= (shelf.reach[row * grid.across + square] + MARGIN) ** 2)


def weigh_stretch(
    asked: Asked,
    shelf: Shelf,
    barred: Ints,
    a: int,
    b: int,
    tables: Tables,
    kept: Ints,
    found: int,
    places: Ints,
    values: Ints,
) -> tuple[int, Ints, Ints]:
    """Weigh a stretch of the shelf; `kept` holds the k best values so far, best first."""
    asker, given, k = question_at(asked.columns, 0), shelf.given, kept.shape[0]
    rare = asked.rare.end[0] > asked.rare.start[0]
    for i in range(a, b):
        shelf.passes[i] = is_hopeful(asker, volunteer_at(given.columns, i))
    for i in range(a, b):
        if not shelf.passes[i]:
            continue
        one = volunteer_at(given.columns, i)
        more = more_of(asked.rare, 0, given.rare, i) if rare else NO_MORE
        if not fits(asker, one, more):
            continue
        value = score_of(asker, one, more, tables) - shelf.prices[i]
        if value < kept[k - 1]:
            continue
        place = np.searchsorted(barred, i)
        if place < barred.shape[0] and barred[place] == i:
            continue
        if found == places.shape[0]:
            places = np.concatenate((places, np.empty_like(places)))
            values = np.concatenate((values, np.empty_like(values)))
        places[found], values[found] = i, value
        found += 1
        at = k - 1
        while at > 0 and kept[at - 1] < value:
            kept[at] = kept[at - 1]
            at -= 1
        kept[at] = value
    return found, places, values


def explain(asked: Asked, given: Given, places: Ints, tables: Tables, told: Ints) -> None:
    """Write the seven shares of some eligible volunteers, and what was unknown, in rows of 8."""
    asker = question_at(asked.columns, 0)
    for at in range(places.shape[0]):
        one = volunteer_at(given.columns, places[at])
        s = shares_of(asker, one, more_of(asked.rare, 0, given.rare, places[at]), tables)
        told[at, 0], told[at, 1], told[at, 2] = s.expectations, s.activity, s.time_overlap
        told[at, 3], told[at, 4], told[at, 5] = s.nearness, s.interests, s.language
        told[at, 6], told[at, 7] = s.wishes, unknown_of(asker, one)
