"""The walk past all pairs, band by band over the map; the file thinks in indexes.

Plain Python that numba compiles: see `compiled`. What a pair must keep and what it earns stands in
`kernel`; which pairs are looked at stands here.
"""

from typing import NamedTuple

from kruispunt.core.arrays.fields import (
    Ints,
    QuestionColumns,
    Rare,
    VolunteerColumns,
)
from kruispunt.core.arrays.kernel import (
    NO_MORE,
    More,
    broken,
    question_at,
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
