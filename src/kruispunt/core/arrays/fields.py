"""What one card is in numbers: the columns of the arrays in which the scales look at everyone.

A column holds one number for each card. The same names are used for columns (numpy arrays) and for
one card (plain numbers), so that one rule can be written once for both.

Word sets are masks of 64 bits. Of an open list (languages, circumstances, interests) the words that
are met most get a bit; each other word is *rare* and stands in a sorted list beside the masks.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays.lexicon import (
    MOST_CIRCUMSTANCES,
    MOST_SLOTS,
    MOST_TRAININGS,
)

Ints = NDArray[np.int64]
Masks = NDArray[np.uint64]
Column = Any
"""A whole column (numpy array) or the number of one card."""

STATUS, VOG, INTENSIVE, VERY_INTENSIVE, ADULT = (np.uint64(1 << bit) for bit in range(5))
FIRST_TRAINING: Final = 5
FIRST_CIRCUMSTANCE: Final = FIRST_TRAINING + MOST_TRAININGS
TRAININGS = np.uint64(((1 << MOST_TRAININGS) - 1) << FIRST_TRAINING)
CIRCUMSTANCES = np.uint64(((1 << MOST_CIRCUMSTANCES) - 1) << FIRST_CIRCUMSTANCE)
CLASSES = INTENSIVE | VERY_INTENSIVE

SLOT_WORDS = np.uint64((1 << MOST_SLOTS) - 1)
ANY_SLOT = np.uint64((1 << 64) - 1)
ASKED_SLOT, FREE_SLOT = np.uint64(1 << 63), np.uint64(1 << 62)
"""Marks beside named slots, so that "said nothing" (all bits) meets everyone in one AND."""

SAID_ROLE, SAID_FREQUENCY, SAID_TERM, SAID_SLOTS = (np.uint64(1 << bit) for bit in range(4))
SAID_INTERESTS, SAID_CIRCUMSTANCES, SAID_TRAININGS = (np.uint64(1 << bit) for bit in range(4, 7))
SAID_EXPECTATIONS = SAID_ROLE | SAID_FREQUENCY | SAID_TERM


class QuestionColumns(NamedTuple):
    """Questions in numbers; every column has one entry for each question."""

    x: Column
    """int64, millimetres RD New."""
    y: Column
    hours: Column
    """int64, thousandths of an hour a week."""
    needs: Column
    """uint64: what a helper must have or may not mind (status, VOG, class, age, trainings,
    circumstances); a helper falls off when one of these is among what she lacks."""
    kinds: Column
    main_kind: Column
    slots: Column
    languages: Column
    tongues: Column
    """int64: how many languages were named."""
    wish: Column
    """int64: the gender wished for as a number, 0 for none."""
    expects: Column
    """uint64: role, frequency and term that are expected."""
    said: Column
    """uint64: about what something was said."""
    themes: Column
    topics: Column
    """int64: how many themes were named."""
    likes: Column
    dislikes: Column


class VolunteerColumns(NamedTuple):
    """Volunteers in numbers; every column has one entry for each volunteer."""

    x: Column
    y: Column
    hours: Column
    reach_squared: Column
    """int64, mm²: a question is near enough when its squared distance is at most this."""
    lacks: Column
    """uint64: what this helper has not or does mind, bit for bit the needs of a question."""
    kinds: Column
    slots: Column
    languages: Column
    gender: Column
    expects: Column
    said: Column
    trainings: Column
    likes: Column
    dislikes: Column


class Rare(NamedTuple):
    """Lists of numbers, one for each card: card i has keys[start[i]:end[i]], sorted (int64)."""

    start: Ints
    end: Ints
    keys: Ints

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> "Rare":
        """Lay lists of numbers one after the other."""
        ends = np.cumsum([len(one) for one in lists], dtype=np.int64)
        keys = np.array([key for one in lists for key in one], dtype=np.int64)
        return cls(np.concatenate([[0], ends])[:-1], ends, keys)

    def taken(self, at: Ints) -> "Rare":
        """The lists of some cards, in that order."""
        return Rare(self.start[at], self.end[at], self.keys)


class Tables(NamedTuple):
    """The share that each criterion earns, in hundredths of a point (int64)."""

    points: Ints
    """[7] The most each criterion can earn."""
    expectations: Ints
    """[7] By the sum of the three answers, 0 to 6."""
    overlap: Ints
    """[5] By the number of shared slots (0 to 3); the last is for "not said"."""
    nearness: Ints
    """[10001] By whole metres."""
    interests: Ints
    """[5] By what is left of shared minus clashing words (0 to 3); the last for "not said"."""
    wishes: Ints
    """[2] When met, and when never asked about."""


def rows_of[Columns: (QuestionColumns, VolunteerColumns)](
    columns: Columns, at: Ints | slice
) -> Columns:
    """Take some cards (an index array or slice) out of all columns."""
    return type(columns)(*(column[at] for column in columns))


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Write out many ranges after each other: starts [5, 9] and counts [2, 1] give [5, 6, 9]."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    steps = np.arange(total, dtype=np.int64)
    return np.asarray(steps + np.repeat(starts - (ends - counts), counts))
