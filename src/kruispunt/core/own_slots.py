"""A slot for each question: what the cards say about slots, as the scales count with it."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import Packed
from kruispunt.core.arrays.fields import ANY_SLOT, SLOT_WORDS
from kruispunt.core.assign import Assignment
from kruispunt.core.assign.clashes import can_be_dealt, clashing_masks
from kruispunt.core.cards import Question, Volunteer

Ints = NDArray[np.int64]


def bits_of_questions(packed: Packed) -> Ints | None:
    """Give the slots that suit each question as bits (0: any); nothing where slots do not count."""
    return _bits(packed.questions.slots) if packed.weights.own_slots else None


def bits_of_volunteers(packed: Packed) -> Ints | None:
    """Give the slots that suit each volunteer as bits (0: any); nothing where they do not count."""
    return _bits(packed.volunteers.slots) if packed.weights.own_slots else None


def _bits(column: NDArray[np.uint64]) -> Ints:
    return np.where(column == ANY_SLOT, np.uint64(0), column & SLOT_WORDS).astype(np.int64)


def slots_clash(packed: Packed, found: Assignment) -> bool:
    """Tell whether somebody has questions in a proposal that cannot each have a slot."""
    if not packed.weights.own_slots:
        return False
    both = packed.questions.slots[found.questions] & packed.volunteers.slots[found.volunteers]
    masks = (both & SLOT_WORDS).astype(np.int64)
    return bool(clashing_masks(found.volunteers, masks, len(packed.volunteer_ids)).any())


def each_has_its_own(volunteer: Volunteer, asks: Iterable[Question]) -> bool:
    """Tell whether each of these questions can have a slot of its own with this volunteer.

    Who says nothing about slots can do with any.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> monday = frozenset({"ma-ochtend"})
    >>> one = Question("v1", ("KOFFIE",), Intensity.LIGHT, x=0, y=0, slots=monday)
    >>> noor = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0, places=2)
    >>> each_has_its_own(noor, [one]), each_has_its_own(noor, [one, one])
    (True, False)
    """
    asks = list(asks)
    words = sorted(set(volunteer.slots).union(*(ask.slots for ask in asks)))
    # beyond what is named there are other slots, as many as anybody could want
    others = range(len(words), len(words) + len(asks))
    bit = {word: 1 << at for at, word in enumerate(words)}
    every = sum(bit.values()) + sum(1 << at for at in others)

    def mask(slots: Iterable[str]) -> int:
        return sum(bit[word] for word in slots) or every

    return can_be_dealt([mask(ask.slots) & mask(volunteer.slots) for ask in asks])
