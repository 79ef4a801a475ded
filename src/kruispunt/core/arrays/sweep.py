"""The sweep past all pairs, volunteer by volunteer over the map; the file thinks in indexes.

Plain Python that numba compiles: see `compiled`. What a pair must keep and what it earns stands in
`kernel`; which pairs are looked at, and which of them are kept, stands here.
"""

# ruff: noqa: ANN401, C901, PLR0912, PLR0915, PLR0917 - array kernels: flat and long

from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.arrays.fields import (
    STATUS,
    Ints,
    Masks,
    QuestionColumns,
    Tables,
    VolunteerColumns,
)
from kruispunt.core.arrays.kernel import (
    NO_MORE,
    NONE,
    fits,
    is_hopeful,
    score_of,
    volunteer_at,
)
from kruispunt.core.arrays.sheet import Sheet
from kruispunt.core.arrays.walk import Given, is_among, more_of

MARGIN = 1000.0
"""Millimetres by which the squares are looked at too widely, for the rounding of square roots."""
METRE = 1000.0
TOO_WIDE = np.float32(1.000001)
METRES_MORE = np.float32(2.0)
"""How much wider the quick look sees, for places rounded to 24 bits."""
HALF = np.uint64(32)


class Quick(NamedTuple):
    """One volunteer in 32 bits."""

    x: Any
    y: Any
    reach: Any
    """Squared, in square metres."""
    lacks: Any
    kinds: Any
    slots: Any


def quick_of(sheet: Sheet, one: VolunteerColumns) -> Quick:
    """Look at a volunteer quickly."""
    reach = np.float32(np.sqrt(float(one.reach_squared)) / METRE) * TOO_WIDE + METRES_MORE
    return Quick(
        np.float32((one.x - sheet.grid.x) / METRE),
        np.float32((one.y - sheet.grid.y) / METRE),
        reach * reach,
        np.uint32(one.lacks),
        np.uint32(one.kinds | (one.kinds >> HALF)),
        np.uint32(one.slots | (one.slots >> HALF)),
    )


def bands_of(sheet: Sheet, one: VolunteerColumns) -> tuple[int, int]:
    """Tell which bands of squares a volunteer's circle touches: first and last."""
    grid, reach = sheet.grid, np.sqrt(float(one.reach_squared)) + MARGIN
    return (
        max(int(np.floor((one.y - reach - grid.y) / grid.size)), 0),
        min(int(np.floor((one.y + reach - grid.y) / grid.size)), grid.along - 1),
    )


def stretch_of(sheet: Sheet, one: VolunteerColumns, band: int) -> tuple[int, int]:
    """Tell which questions of a band may be near enough: one stretch of the sheet."""
    grid, reach_squared = sheet.grid, float(one.reach_squared)
    south = grid.y + band * grid.size
    away = max(max(south - one.y, one.y - south - grid.size) - 1.0, 0.0)
    half = np.sqrt(max(reach_squared - away * away, 0.0)) + MARGIN
    west = max(int(np.floor((one.x - half - grid.x) / grid.size)), 0)
    east = min(int(np.floor((one.x + half - grid.x) / grid.size)), grid.across - 1)
    if west > east:
        return 0, 0
    return grid.start[band * grid.across + west], grid.start[band * grid.across + east + 1]


def asker_at(rows: Masks, j: int) -> QuestionColumns:
    """One question out of the sheet."""
    return QuestionColumns(
        np.int64(rows[j, 0]), np.int64(rows[j, 1]), np.int64(rows[j, 2]), rows[j, 3], rows[j, 4],
        rows[j, 5], rows[j, 6], rows[j, 7], np.int64(rows[j, 8]), np.int64(rows[j, 9]),
        rows[j, 10], rows[j, 11], rows[j, 12], np.int64(rows[j, 13]), rows[j, 14], rows[j, 15],
    )  # fmt: skip


def look_over(sheet: Sheet, quick: Quick, a: int, b: int, passes: Any) -> None:
    """Look quickly at a stretch of questions; simple enough for a processor to take many at once.

    The slices are for the compiler: it then knows that no index is negative.
    """
    x, y, needs = sheet.x[a:b], sheet.y[a:b], sheet.needs[a:b]
    kinds, slots, passing = sheet.kinds[a:b], sheet.slots[a:b], passes[: b - a]
    for j in range(b - a):
        across, along = x[j] - quick.x, y[j] - quick.y
        passing[j] = (
            ((needs[j] & quick.lacks) == 0)
            & ((kinds[j] & quick.kinds) != 0)
            & ((slots[j] & quick.slots) != 0)
            & (across * across + along * along <= quick.reach)
        )


def short_list(a: int, b: int, passes: Any, short: Any) -> int:
    """Write down which of a stretch passed the quick look; returns how many."""
    passing, hopeful = passes[: b - a], 0
    for j in range(b - a):
        short[hopeful] = a + j
        hopeful += passing[j]
    return hopeful


def able_of(rows: Masks, one: VolunteerColumns, short: Any, hopeful: int) -> int:
    """Keep on the short list who keeps all rules but niet_met; returns how many.

    Takes few arrays on purpose: each costs as much to pass on as three pairs to look at.
    """
    able = 0
    for at in range(hopeful):
        j = short[at]
        short[able] = j
        asker = asker_at(rows, j)
        able += is_hopeful(asker, one) & fits(asker, one, NO_MORE)
    return able


def able_with_rare(
    sheet: Sheet, given: Given, i: int, one: VolunteerColumns, short: Any, hopeful: int
) -> int:
    """Do the same for a volunteer with rare words."""
    able = 0
    for at in range(hopeful):
        j = short[at]
        short[able] = j
        asker = asker_at(sheet.rows, j)
        able += is_hopeful(asker, one) & fits(asker, one, more_of(sheet.rare, j, given.rare, i))
    return able


def score_with_rare(
    sheet: Sheet, given: Given, i: int, one: VolunteerColumns, j: int, tables: Tables
) -> int:
    """The score of an eligible pair, rare words counted."""
    asker = asker_at(sheet.rows, j)
    return score_of(asker, one, more_of(sheet.rare, j, given.rare, i), tables)  # type: ignore[no-any-return]


def scan(
    sheet: Sheet, given: Given, tables: Tables, first: int, last: int, counts: Ints
) -> tuple[Any, Any, Ints]:
    """Find every eligible question of volunteers first … last - 1, in one pass.

    Returns the places on the sheet and the scores of what was found, volunteer by volunteer, and
    how many each of them has; `counts` (int64 [n_questions]) is raised for each place.
    """
    questions = sheet.x.shape[0]
    held = max(1024, 16 * (last - first))
    places, scores = np.empty(held, dtype=np.int32), np.empty(held, dtype=np.int16)
    taken = np.zeros(last - first, dtype=np.int64)
    passes = np.empty(questions, dtype=np.bool_)
    short = np.empty(questions + 1, dtype=np.int32)
    found = 0
    for i in range(first, last):
        one = volunteer_at(given.columns, i)
        if (one.lacks & STATUS) != NONE:
            continue
        before, quick = found, quick_of(sheet, one)
        rare = given.rare.end[i] > given.rare.start[i]
        bans = given.banned.end[i] > given.banned.start[i]
        low, high = bands_of(sheet, one)
        for band in range(low, high + 1):
            a, b = stretch_of(sheet, one, band)
            if a == b:
                continue
            look_over(sheet, quick, a, b, passes)
            hopeful = short_list(a, b, passes, short)
            if rare:
                able = able_with_rare(sheet, given, i, one, short, hopeful)
            else:
                able = able_of(sheet.rows, one, short, hopeful)
            while found + able > held:
                held *= 2
                more_places, more_scores = np.empty(held, np.int32), np.empty(held, np.int16)
                more_places[:found], more_scores[:found] = places[:found], scores[:found]
                places, scores = more_places, more_scores
            for at in range(able):
                j = short[at]
                if bans and is_among(sheet.grid.order[j], given.banned, i):
                    continue
                places[found] = j
                if rare:
                    scores[found] = score_with_rare(sheet, given, i, one, j, tables)
                else:
                    scores[found] = score_of(asker_at(sheet.rows, j), one, NO_MORE, tables)
                counts[j] += 1
                found += 1
        taken[i - first] = found - before
    return places[:found], scores[:found], taken


def scatter(found: tuple[Any, Any, Ints], first: int, free: Ints, indices: Any, score: Any) -> None:
    """Put what a scan found into the rows of its questions.

    `free` tells for each place on the sheet where its row goes on.
    """
    places, scores, taken = found
    at = 0
    for i in range(taken.shape[0]):
        for _ in range(taken[i]):
            place = places[at]
            to = free[place]
            indices[to], score[to] = first + i, scores[at]
            free[place] = to + 1
            at += 1
