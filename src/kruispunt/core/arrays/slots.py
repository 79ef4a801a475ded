"""The slots of a card as bits: of a whole column, and of one card that came or changed."""

from collections.abc import Callable

import numpy as np

from kruispunt.core.arrays.fields import ANY_SLOT, ASKED_SLOT, FREE_SLOT
from kruispunt.core.arrays.lexicon import Lexicon, Lexicons
from kruispunt.core.cards import Question, Volunteer


def slots_mask(lexicon: Lexicon, mark: np.uint64) -> Callable[[frozenset[str]], int]:
    """Give what lays slots out as bits; who says nothing gets them all."""
    return lambda words: lexicon.mask(words) | int(mark) if words else int(ANY_SLOT)


def slots_of_question(card: Question, words: Lexicons) -> np.uint64:
    """The slots of one question that came or changed; a slot nobody named yet is learned."""
    words.slots.learn_all(sorted(card.slots))
    return np.uint64(slots_mask(words.slots, ASKED_SLOT)(card.slots))


def slots_of_volunteer(card: Volunteer, words: Lexicons) -> np.uint64:
    """The slots of one volunteer who came or changed; a slot nobody named yet is learned."""
    words.slots.learn_all(sorted(card.slots))
    return np.uint64(slots_mask(words.slots, FREE_SLOT)(card.slots))
