"""The rules and the score of one pair in numbers; the file thinks in indexes.

The functions of one pair are written once and run three ways: on plain numbers, on whole numpy
columns, and compiled by numba. That is why they choose by arithmetic instead of by `if`. The
meaning stands in `eligibility` and `criteria`; tests hold these to it.
"""

# ruff: noqa: ANN401 - numbers or columns of them

from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.arrays.fields import (
    ADULT,
    CIRCUMSTANCES,
    CLASSES,
    SAID_CIRCUMSTANCES,
    SAID_EXPECTATIONS,
    SAID_INTERESTS,
    SAID_SLOTS,
    SAID_TRAININGS,
    SLOT_WORDS,
    STATUS,
    TRAININGS,
    VOG,
    Column,
    QuestionColumns,
    Tables,
    VolunteerColumns,
)

NONE = np.uint64(0)
SQUARE_METRE = 1_000_000
FAR = 10_000
ENOUGH = 3
UNSAID = 4
"""Where a table of four answers keeps the share for "not said"."""


class More(NamedTuple):
    """How often a pair meets in rare words, which have no bit."""

    languages: Column
    conflicts: Column
    shared: Column
    clashes: Column


NO_MORE = More(0, 0, 0, 0)


class Shares(NamedTuple):
    """What each criterion earns, in hundredths of a point, in the order of CRITERIA."""

    expectations: Column
    activity: Column
    time_overlap: Column
    nearness: Column
    interests: Column
    language: Column
    wishes: Column


def ones(mask: Any) -> Any:
    """Count the bits that are set."""
    return np.bitwise_count(mask).astype(np.int64)


def squared_distance(q: QuestionColumns, v: VolunteerColumns) -> Any:
    """In mm²."""
    across, along = q.x - v.x, q.y - v.y
    return across * across + along * along


def is_hopeful(q: QuestionColumns, v: VolunteerColumns) -> Any:
    """Tell whether a pair keeps the rules that refuse most: what is needed, what for, how far."""
    return (
        ((q.needs & v.lacks) == NONE)
        & ((q.kinds & v.kinds) != NONE)
        & (squared_distance(q, v) <= v.reach_squared)
    )


def fits(q: QuestionColumns, v: VolunteerColumns, more: More) -> Any:
    """Tell whether a hopeful pair keeps the other hard rules too, but for niet_met."""
    return (
        ((q.slots & v.slots) != NONE)
        & (q.hours <= v.hours)
        & (((q.languages & v.languages) != NONE) | (more.languages != 0))
        & ((q.wish == 0) | (q.wish == v.gender))
        & (more.conflicts == 0)
    )


def broken(q: QuestionColumns, v: VolunteerColumns, more: More) -> Any:
    """The rules that a pair breaks: bit r for the rule at place r of RULES; niet_met not asked."""
    amiss = q.needs & v.lacks
    far = squared_distance(q, v) > v.reach_squared
    no_language = ((q.languages & v.languages) == NONE) & (more.languages == 0)
    return (
        1 * ((amiss & STATUS) != NONE)
        + 2 * ((q.kinds & v.kinds) == NONE)
        + 4 * far
        + 8 * ((q.slots & v.slots) == NONE)
        + 16 * (q.hours > v.hours)
        + 32 * no_language
        + 64 * ((q.wish != 0) & (q.wish != v.gender))
        + 128 * (((amiss & CIRCUMSTANCES) != NONE) | (more.conflicts != 0))
        + 256 * ((amiss & TRAININGS) != NONE)
        + 512 * ((amiss & VOG) != NONE)
        + 1024 * ((amiss & CLASSES) != NONE)
        + 2048 * ((amiss & ADULT) != NONE)
    )


def rounded(part: Any, whole: Any) -> Any:
    """Divide and round half up; exact, because both stay far below 2^53."""
    return np.int64(np.floor((2 * part + whole) / (2 * whole)))


def shares_of(q: QuestionColumns, v: VolunteerColumns, more: More, tables: Tables) -> Shares:
    """The share of each criterion in the score of a pair that keeps the hard rules."""
    both = q.said & v.said
    answers = 3 + 2 * ones(q.expects & v.expects) - ones(both & SAID_EXPECTATIONS)
    kind = 1 + ((q.main_kind & v.kinds) != NONE)
    untrained = (v.said & SAID_TRAININGS) == NONE
    trained = 2 * ones(q.themes & v.trainings) + untrained * q.topics
    no_topic = q.topics == 0
    metres = np.int64(np.sqrt(squared_distance(q, v) // SQUARE_METRE))
    slots_said = (both & SAID_SLOTS) != NONE
    slots = np.minimum(ones(q.slots & v.slots & SLOT_WORDS), ENOUGH)
    words_said = (both & SAID_INTERESTS) != NONE
    shared = ones(q.likes & v.likes) + ones(q.dislikes & v.dislikes) + more.shared
    clashes = ones(q.likes & v.dislikes) + ones(q.dislikes & v.likes) + more.clashes
    words = np.maximum(np.minimum(shared, ENOUGH) - clashes, 0)
    never_asked = ((q.said & SAID_CIRCUMSTANCES) != NONE) & ((v.said & SAID_CIRCUMSTANCES) == NONE)
    return Shares(
        tables.expectations[answers],
        rounded(
            (3 * q.topics * kind + trained + no_topic * kind) * tables.points[1],
            8 * q.topics + 2 * no_topic,
        ),
        tables.overlap[slots_said * slots + (1 - slots_said) * UNSAID],
        tables.nearness[np.minimum(metres, FAR)],
        tables.interests[words_said * words + (1 - words_said) * UNSAID],
        rounded((ones(q.languages & v.languages) + more.languages) * tables.points[5], q.tongues),
        tables.wishes[1 * never_asked],
    )


def unknown_of(q: QuestionColumns, v: VolunteerColumns) -> Any:
    """Which criteria were partly unknown: bit c for the criterion at place c."""
    both = q.said & v.said
    expectations = (both & SAID_EXPECTATIONS) != SAID_EXPECTATIONS
    activity = (q.topics != 0) & ((v.said & SAID_TRAININGS) == NONE)
    time_overlap = (both & SAID_SLOTS) == NONE
    interests = (both & SAID_INTERESTS) == NONE
    wishes = ((q.said & SAID_CIRCUMSTANCES) != NONE) & ((v.said & SAID_CIRCUMSTANCES) == NONE)
    return 1 * expectations + 2 * activity + 4 * time_overlap + 16 * interests + 64 * wishes


def score_of(q: QuestionColumns, v: VolunteerColumns, more: More, tables: Tables) -> Any:
    """The score of a pair in hundredths: the sum of its shares."""
    s = shares_of(q, v, more, tables)
    return (
        s.expectations + s.activity + s.time_overlap + s.nearness + s.interests + s.language
        + s.wishes
    )  # fmt: skip


def most_of(card: QuestionColumns | VolunteerColumns, rare: Any, tables: Tables) -> Any:
    """The best score next door that one side can get, whoever the other is.

    `rare` tells whether the card has words without a bit.
    """
    unsaid = ones(SAID_EXPECTATIONS) - ones(card.said & SAID_EXPECTATIONS)
    slots = np.minimum(ones(card.slots & SLOT_WORDS), ENOUGH)
    time = np.maximum(tables.overlap[slots], tables.overlap[UNSAID])
    words = np.minimum(ones(card.likes) + ones(card.dislikes) + ENOUGH * rare, ENOUGH)
    shared = np.maximum(tables.interests[words], tables.interests[UNSAID])
    slots_said, words_said = (card.said & SAID_SLOTS) != NONE, (card.said & SAID_INTERESTS) != NONE
    return (
        tables.expectations[6 - unsaid]
        + slots_said * time
        + (1 - slots_said) * tables.overlap[UNSAID]
        + words_said * shared
        + (1 - words_said) * tables.interests[UNSAID]
        + tables.points[1]
        + tables.points[5]
        + np.maximum(tables.wishes[0], tables.wishes[1])
    )


def question_at(q: QuestionColumns, i: int) -> QuestionColumns:
    """One question out of the columns."""
    return QuestionColumns(
        q.x[i], q.y[i], q.hours[i], q.needs[i], q.kinds[i], q.main_kind[i], q.slots[i],
        q.languages[i], q.tongues[i], q.wish[i], q.expects[i], q.said[i], q.themes[i],
        q.topics[i], q.likes[i], q.dislikes[i],
    )  # fmt: skip


def volunteer_at(v: VolunteerColumns, i: int) -> VolunteerColumns:
    """One volunteer out of the columns."""
    return VolunteerColumns(
        v.x[i], v.y[i], v.hours[i], v.reach_squared[i], v.lacks[i], v.kinds[i], v.slots[i],
        v.languages[i], v.gender[i], v.expects[i], v.said[i], v.trainings[i], v.likes[i],
        v.dislikes[i],
    )  # fmt: skip
