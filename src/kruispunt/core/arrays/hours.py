"""How many questions fit in somebody's hours at all; the file thinks in indexes.

Plain Python that numba compiles: see `compiled`.
"""

# ruff: noqa: ANN401, C901, PLR0912, PLR0913, PLR0915, PLR0917 - array kernels: flat, long

from typing import Any

import numpy as np

from kruispunt.core.arrays.fields import Ints
from kruispunt.core.arrays.kernel import volunteer_at
from kruispunt.core.arrays.sheet import Sheet
from kruispunt.core.arrays.sweep import (
    able_of,
    able_with_rare,
    bands_of,
    look_over,
    quick_of,
    short_list,
    stretch_of,
)
from kruispunt.core.arrays.walk import Given, is_among


def count_pairs(sheet: Sheet, given: Given, first: int, last: int) -> int:
    """Count the eligible questions of volunteers first … last - 1."""
    passes = np.empty(sheet.x.shape[0], dtype=np.bool_)
    short = np.empty(sheet.x.shape[0] + 1, dtype=np.int32)
    found = 0
    for i in range(first, last):
        one = volunteer_at(given.columns, i)
        quick = quick_of(sheet, one)
        low, high = bands_of(sheet, one)
        for band in range(low, high + 1):
            a, b = stretch_of(sheet, one, band)
            if a == b:
                continue
            look_over(sheet, quick, a, b, passes)
            hopeful = short_list(a, b, passes, short)
            if given.rare.end[i] > given.rare.start[i]:
                able = able_with_rare(sheet, given, i, one, short, hopeful)
            else:
                able = able_of(sheet.rows, one, short, hopeful)
            found += able
            if given.banned.end[i] > given.banned.start[i]:
                for at in range(able):
                    found -= is_among(sheet.grid.order[short[at]], given.banned, i)
    return found


def fit_hours(
    sheet: Sheet, given: Given, level: Ints, some: Ints, caps: Ints, least: int, most: int
) -> None:
    """Lower the places of some volunteers to what fits in their hours.

    Of each level the questions that take fewest hours count; `caps` (int64[n_some, n_levels]) is
    lowered in place and stays as it is above `most` places. `least` is what any question takes.
    """
    passes = np.empty(sheet.x.shape[0], dtype=np.bool_)
    short = np.empty(sheet.x.shape[0] + 1, dtype=np.int32)
    levels = caps.shape[1]
    fewest = np.zeros((levels, most), dtype=np.int64)
    held = np.zeros(levels, dtype=np.int64)
    for turn in range(some.shape[0]):
        i = some[turn]
        held[:] = 0
        one = volunteer_at(given.columns, i)
        quick = quick_of(sheet, one)
        low, high = bands_of(sheet, one)
        for band in range(low, high + 1):
            a, b = stretch_of(sheet, one, band)
            done = True
            for own in range(levels):
                cap = caps[turn, own]
                full = cap == 0 or (held[own] >= cap and fewest[own, cap - 1] <= least)
                done = done and (full or cap > most)
            if a == b or done:
                continue
            look_over(sheet, quick, a, b, passes)
            hopeful = short_list(a, b, passes, short)
            if given.rare.end[i] > given.rare.start[i]:
                able = able_with_rare(sheet, given, i, one, short, hopeful)
            else:
                able = able_of(sheet.rows, one, short, hopeful)
            for at in range(able):
                j = short[at]
                if is_among(sheet.grid.order[j], given.banned, i):
                    continue
                hours = np.int64(sheet.rows[j, 2])
                for own in range(min(level[j], levels - 1) + 1):
                    cap = min(caps[turn, own], most)
                    if cap > 0:
                        held[own] = hold(fewest[own], held[own], cap, hours)
        for own in range(levels):
            if caps[turn, own] <= most:
                caps[turn, own] = how_many_fit(fewest[own, : held[own]], one.hours)


def hold(fewest: Any, held: int, cap: int, hours: Any) -> int:
    """Keep the smallest numbers in order, `cap` of them at most; returns how many there are."""
    if held == cap and fewest[cap - 1] <= hours:
        return held
    place = min(held, cap - 1)
    while place > 0 and fewest[place - 1] > hours:
        fewest[place] = fewest[place - 1]
        place -= 1
    fewest[place] = hours
    return min(held + 1, cap)


def how_many_fit(fewest: Any, room: int) -> int:
    """Count how many numbers, the smallest first, stay within the room together."""
    total = fit = 0
    for hours in fewest:
        total += hours
        if total > room:
            break
        fit += 1
    return fit
