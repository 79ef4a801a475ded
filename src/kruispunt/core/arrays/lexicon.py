"""Which bit stands for which word: closed lists get a bit each, open lists for the most used."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.cards import Question, Volunteer

WIDTH: Final = 64
MOST_SLOTS: Final = 61
MOST_TRAININGS: Final = 16
MOST_CIRCUMSTANCES: Final = 43
"""Bits there are for each list. The last two share a mask; slots leave three: two for "said
nothing", and the one above the others, which tells a solve that nothing clashes with somebody."""
RARE_FAMILIES: Final = 4
LANGUAGE, CONFLICT, SHARED, CLASH = range(RARE_FAMILIES)
"""What a rare word that both sides have says of the pair."""
NOTHING: Final[frozenset[Any]] = frozenset()


class TooManyWords(ValueError):
    """A closed list of words has outgrown its bits; the message names the list."""


@dataclass(slots=True)
class Lexicon:
    """One list of words, each with its number: below `bits` a bit, from there on a rare word."""

    name: str
    bits: int
    is_open: bool = False
    numbers: dict[Any, int] = field(default_factory=dict)

    def learn(self, word: Hashable) -> int:
        """Give the number of a word, a new one if need be."""
        number = self.numbers.setdefault(word, len(self.numbers))
        if number >= self.bits and not self.is_open:
            raise TooManyWords(
                f"more than {self.bits} different words in '{self.name}': {word!r} does not fit"
            )
        return number

    def learn_all(self, words: Iterable[Hashable]) -> None:
        """Number some words."""
        for word in words:
            self.learn(word)

    def learn_by_use(self, *sides: "Distinct") -> None:
        """Number the words, those first that are met most on the side that has them least."""
        uses: dict[Any, list[int]] = {}
        for side, distinct in enumerate(sides):
            for words, times in zip(distinct.sets, distinct.times.tolist(), strict=True):
                for word in words:
                    uses.setdefault(word, [0] * len(sides))[side] += times
        self.learn_all(sorted(uses, key=lambda word: (-min(uses[word]), str(word))))

    def mask(self, words: Iterable[Any]) -> int:
        """The bits of the words that are known and have one."""
        found = 0
        for word in words:
            number = self.numbers.get(word, self.bits)
            if number < self.bits:
                found |= 1 << number
        return found

    def rare(self, words: Iterable[Any]) -> list[int]:
        """The numbers, counted from the last bit, of the known words without one."""
        if len(self.numbers) <= self.bits:
            return []
        numbers = (self.numbers.get(word, -1) for word in words)
        return [number - self.bits for number in numbers if number >= self.bits]


@dataclass(frozen=True, slots=True)
class Distinct:
    """A column of word sets as the different sets that occur and which card has which."""

    sets: Sequence[frozenset[Any]]
    codes: NDArray[np.int64]
    times: NDArray[np.int64]

    def spread(self, worth: Callable[[frozenset[Any]], int]) -> NDArray[np.uint64]:
        """Work something out once for each different set and give it to each card."""
        each = np.array([worth(words) for words in self.sets], dtype=np.uint64)
        return each[self.codes] if len(self.sets) else np.zeros(0, dtype=np.uint64)

    def sizes(self) -> NDArray[np.int64]:
        """The number of words of each card."""
        return self.spread(len).astype(np.int64)


def distinct(column: Sequence[frozenset[Any]]) -> Distinct:
    """Find the different sets in a column, in the order in which they are met first."""
    seen: dict[frozenset[Any], int] = {}
    codes = np.fromiter(
        (seen.setdefault(words, len(seen)) for words in column), np.int64, len(column)
    )
    return Distinct(list(seen), codes, np.bincount(codes, minlength=len(seen)))


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lists of words on the scales."""

    kinds: Lexicon = field(default_factory=lambda: Lexicon("soort", WIDTH))
    slots: Lexicon = field(default_factory=lambda: Lexicon("dagdelen", MOST_SLOTS))
    trainings: Lexicon = field(default_factory=lambda: Lexicon("trainingen", MOST_TRAININGS))
    expectations: Lexicon = field(
        default_factory=lambda: Lexicon("rol, frequentie en termijn", WIDTH)
    )
    languages: Lexicon = field(default_factory=lambda: Lexicon("talen", WIDTH, is_open=True))
    circumstances: Lexicon = field(
        default_factory=lambda: Lexicon("omstandigheden", MOST_CIRCUMSTANCES, is_open=True)
    )
    interests: Lexicon = field(default_factory=lambda: Lexicon("interesses", WIDTH, is_open=True))
    genders: dict[str, int] = field(default_factory=lambda: {"": 0})

    def has_rare(self) -> bool:
        """Tell whether any open list has more words than bits."""
        return any(
            len(words.numbers) > words.bits
            for words in (self.languages, self.circumstances, self.interests)
        )

    def gender(self, word: str) -> int:
        """The number of a gender or a wish; 0 is for nothing said."""
        return self.genders.setdefault(word, len(self.genders))


def rare_of_question(words: Lexicons, card: Question) -> list[int]:
    """The sorted keys of a question's rare words; equal keys on both sides are a meeting."""
    likes, loathes = words.interests.rare(card.interests), words.interests.rare(card.dislikes)
    liked = [2 * number for number in likes] + [2 * number + 1 for number in loathes]
    return sorted(
        _keys(LANGUAGE, words.languages.rare(card.languages))
        + _keys(CONFLICT, words.circumstances.rare(card.circumstances))
        + _keys(SHARED, liked)
        + _keys(CLASH, liked)
    )


def rare_of_volunteer(words: Lexicons, card: Volunteer) -> list[int]:
    """The sorted keys of a volunteer's rare words: her dislike clashes with an asker's interest."""
    likes, loathes = words.interests.rare(card.interests), words.interests.rare(card.dislikes)
    liked = [2 * number for number in likes] + [2 * number + 1 for number in loathes]
    clashing = [2 * number for number in loathes] + [2 * number + 1 for number in likes]
    return sorted(
        _keys(LANGUAGE, words.languages.rare(card.languages))
        + _keys(CONFLICT, words.circumstances.rare(card.objections))
        + _keys(SHARED, liked)
        + _keys(CLASH, clashing)
    )


def _keys(family: int, numbers: list[int]) -> list[int]:
    return [number * RARE_FAMILIES + family for number in numbers]


def learn_volunteer(words: Lexicons, card: Volunteer) -> None:
    """Number the words of a volunteer who comes later."""
    words.kinds.learn_all(sorted(card.kinds))
    words.slots.learn_all(sorted(card.slots))
    words.trainings.learn_all(sorted(card.trainings))
    words.languages.learn_all(sorted(card.languages))
    words.circumstances.learn_all(sorted(card.objections))
    words.interests.learn_all(sorted(card.interests | card.dislikes))
    for name in ("roles", "frequencies", "terms"):
        words.expectations.learn_all((name, word) for word in sorted(getattr(card, name)))
