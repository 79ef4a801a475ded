"""One column after another: how each fact of a card is written as a number or as bits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

import numpy as np

from kruispunt.core.arrays.fields import (
    ADULT,
    ASKED_SLOT,
    CLASSES,
    FIRST_CIRCUMSTANCE,
    FIRST_TRAINING,
    FREE_SLOT,
    INTENSIVE,
    SAID_CIRCUMSTANCES,
    SAID_FREQUENCY,
    SAID_INTERESTS,
    SAID_ROLE,
    SAID_SLOTS,
    SAID_TERM,
    SAID_TRAININGS,
    STATUS,
    TRAININGS,
    VERY_INTENSIVE,
    VOG,
    Ints,
    Masks,
    QuestionColumns,
    Rare,
    VolunteerColumns,
)
from kruispunt.core.arrays.lexicon import (
    Distinct,
    Lexicon,
    Lexicons,
    distinct,
    rare_of_question,
    rare_of_volunteer,
)
from kruispunt.core.arrays.slots import slots_mask
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.eligibility import trainings_needed
from kruispunt.core.vocabulary import Intensity

Cards = Sequence[Question] | Sequence[Volunteer]
Sets = Mapping[str, Distinct]
FURTHEST: Final = 1_000_000_000
"""Millimetres from the origin within which squared distances fit 64 bits."""
ALL_REACH: Final = 3_000_000_000
"""A reach from which everyone is near enough."""
ALL_HOURS: Final = 1 << 60
NOBODY: Final = Volunteer("", frozenset(), x=0, y=0, available=False)
"""Lies on an empty shelf, so that no array is ever without an entry."""
_STEP: Final = {intensity: intensity.step for intensity in Intensity}
_CLASS_NEEDED: Final = np.array([0, INTENSIVE, VERY_INTENSIVE], dtype=np.uint64)
_CLASS_LACKED: Final = np.array([CLASSES, VERY_INTENSIVE, 0], dtype=np.uint64)
QUESTION_SETS: Final = ("slots", "languages", "themes", "circumstances", "interests", "dislikes")
VOLUNTEER_SETS: Final = (
    "kinds", "slots", "languages", "trainings", "objections", "interests", "dislikes", "roles",
    "frequencies", "terms",
)  # fmt: skip


class CardsRefused(ValueError):
    """The cards cannot be laid in arrays: an id occurs twice, or a place is not on the map."""


def sets_of_questions(questions: Sequence[Question]) -> dict[str, Distinct]:
    """The different word sets in each column of the questions."""
    sets = {name: distinct(column_of(questions, name)) for name in QUESTION_SETS}
    sets["kinds"] = distinct([frozenset(card.kinds) for card in questions])
    sets["needed"] = distinct([trainings_needed(card) for card in questions])
    return sets


def sets_of_volunteers(volunteers: Sequence[Volunteer]) -> dict[str, Distinct]:
    """The different word sets in each column of the volunteers."""
    return {name: distinct(column_of(volunteers, name)) for name in VOLUNTEER_SETS}


def question_columns(questions: Sequence[Question], words: Lexicons, sets: Sets) -> QuestionColumns:
    """The columns of some questions, in the words that are known.

    A training that nobody has heard of is learned: dropping it would drop a demand.
    """
    for needed in sets["needed"].sets:
        words.trainings.learn_all(sorted(needed))
    step = steps_of(card.intensity for card in questions)
    return QuestionColumns(
        x=_places(questions, "x"),
        y=_places(questions, "y"),
        hours=numbers_of(questions, "hours"),
        needs=_needs(questions, words, sets, step),
        kinds=sets["kinds"].spread(words.kinds.mask),
        main_kind=_mapped((card.kinds[0] for card in questions), _bit(words.kinds), len(step)),
        slots=sets["slots"].spread(slots_mask(words.slots, ASKED_SLOT)),
        languages=sets["languages"].spread(words.languages.mask),
        tongues=sets["languages"].sizes(),
        wish=_mapped(column_of(questions, "gender_wish"), words.gender, len(step)).astype(np.int64),
        expects=_expected(questions, words.expectations),
        said=_said(
            len(step),
            (SAID_ROLE, column_of(questions, "role")),
            (SAID_FREQUENCY, column_of(questions, "frequency")),
            (SAID_TERM, column_of(questions, "term_months")),
            (SAID_SLOTS, column_of(questions, "slots")),
            (SAID_INTERESTS, column_of(questions, "interests")),
            (SAID_INTERESTS, column_of(questions, "dislikes")),
            (SAID_CIRCUMSTANCES, column_of(questions, "circumstances")),
        ),
        themes=sets["themes"].spread(words.trainings.mask) << np.uint64(FIRST_TRAINING),
        topics=sets["themes"].sizes(),
        likes=sets["interests"].spread(words.interests.mask),
        dislikes=sets["dislikes"].spread(words.interests.mask),
    )


def one_question(card: Question, words: Lexicons) -> QuestionColumns:
    """The columns of one question at once: the same numbers, ten times sooner."""
    needed = trainings_needed(card)
    words.trainings.learn_all(sorted(needed))
    needs = int(STATUS | _CLASS_NEEDED[_STEP[card.intensity]])
    needs |= int(VOG) * card.needs_vog
    needs |= int(ADULT) * (card.intensity is Intensity.VERY_INTENSIVE)
    needs |= words.trainings.mask(needed) << FIRST_TRAINING
    needs |= words.circumstances.mask(card.circumstances) << FIRST_CIRCUMSTANCE
    said = (card.role, card.frequency, card.term_months, card.slots,
            card.interests or card.dislikes, card.circumstances)  # fmt: skip
    masks = (
        needs, words.kinds.mask(card.kinds), words.kinds.mask(card.kinds[:1]),
        slots_mask(words.slots, ASKED_SLOT)(card.slots), words.languages.mask(card.languages),
        words.expectations.mask(expectations_of(card)),
        sum(bool(one) << bit for bit, one in enumerate(said)),
        words.trainings.mask(card.themes) << FIRST_TRAINING,
        words.interests.mask(card.interests), words.interests.mask(card.dislikes),
    )  # fmt: skip
    if max(abs(card.x), abs(card.y)) > FURTHEST:
        raise CardsRefused("a place lies more than 1,000 km off the map")
    numbers = (card.x, card.y, min(card.hours, ALL_HOURS), len(card.languages),
               words.gender(card.gender_wish), len(card.themes))  # fmt: skip
    bits = np.array([masks], dtype=np.uint64).T.copy()
    whole = np.array([numbers], dtype=np.int64).T.copy()
    return QuestionColumns(
        whole[0], whole[1], whole[2], bits[0], bits[1], bits[2], bits[3], bits[4], whole[3],
        whole[4], bits[5], bits[6], bits[7], whole[5], bits[8], bits[9],
    )  # fmt: skip


def volunteer_columns(
    volunteers: Sequence[Volunteer], words: Lexicons, sets: Sets
) -> VolunteerColumns:
    """The columns of some volunteers, in the words that are known."""
    count = len(volunteers)
    reach = np.fromiter((min(abs(card.reach), ALL_REACH) for card in volunteers), np.int64, count)
    expects = np.zeros(count, dtype=np.uint64)
    for name in ("roles", "frequencies", "terms"):
        expects |= sets[name].spread(_mask_of(words.expectations, name))
    return VolunteerColumns(
        x=_places(volunteers, "x"),
        y=_places(volunteers, "y"),
        hours=numbers_of(volunteers, "hours"),
        reach_squared=reach * reach,
        lacks=_lacks(volunteers, words, sets),
        kinds=sets["kinds"].spread(words.kinds.mask),
        slots=sets["slots"].spread(slots_mask(words.slots, FREE_SLOT)),
        languages=sets["languages"].spread(words.languages.mask),
        gender=_mapped(column_of(volunteers, "gender"), words.gender, count).astype(np.int64),
        expects=expects,
        said=_said(
            count,
            (SAID_ROLE, column_of(volunteers, "roles")),
            (SAID_FREQUENCY, column_of(volunteers, "frequencies")),
            (SAID_TERM, column_of(volunteers, "terms")),
            (SAID_SLOTS, column_of(volunteers, "slots")),
            (SAID_INTERESTS, column_of(volunteers, "interests")),
            (SAID_INTERESTS, column_of(volunteers, "dislikes")),
            (SAID_CIRCUMSTANCES, column_of(volunteers, "objections")),
            (SAID_TRAININGS, column_of(volunteers, "trainings")),
        ),
        trainings=sets["trainings"].spread(words.trainings.mask) << np.uint64(FIRST_TRAINING),
        likes=sets["interests"].spread(words.interests.mask),
        dislikes=sets["dislikes"].spread(words.interests.mask),
    )


def rare_words_of_questions(questions: Sequence[Question], words: Lexicons) -> Rare:
    """The rare words of each question."""
    if not words.has_rare():
        return Rare.of([[] for _ in questions])
    return Rare.of([rare_of_question(words, card) for card in questions])


def rare_words_of_volunteers(volunteers: Sequence[Volunteer], words: Lexicons) -> Rare:
    """The rare words of each volunteer."""
    if not words.has_rare():
        return Rare.of([[] for _ in volunteers])
    return Rare.of([rare_of_volunteer(words, card) for card in volunteers])


def column_of(cards: Sequence[Question] | Sequence[Volunteer], name: str) -> list[Any]:
    return list(map(attrgetter(name), cards))


def numbers_of(cards: Sequence[Question] | Sequence[Volunteer], name: str) -> Ints:
    return np.fromiter(
        (min(number, ALL_HOURS) for number in column_of(cards, name)),
        np.int64,
        len(cards),
    )


def _places(cards: Sequence[Question] | Sequence[Volunteer], name: str) -> Ints:
    column = column_of(cards, name)
    if column and (min(column) < -FURTHEST or max(column) > FURTHEST):
        raise CardsRefused(f"a place lies more than 1,000 km off the map ({name}, millimetres)")
    return np.array(column, dtype=np.int64)


def _mapped(words: Iterable[Any], number: Callable[[Any], int], count: int) -> Masks:
    known: dict[Any, int] = {}
    return np.fromiter(
        (known[word] if word in known else known.setdefault(word, number(word)) for word in words),
        np.uint64,
        count,
    )


def _bit(lexicon: Lexicon) -> Callable[[Any], int]:
    return lambda word: lexicon.mask((word,))


def _mask_of(lexicon: Lexicon, name: str) -> Callable[[frozenset[Any]], int]:
    return lambda words: lexicon.mask((name, word) for word in words)


def steps_of(intensities: Iterable[Intensity]) -> Ints:
    return np.array([_STEP[intensity] for intensity in intensities], dtype=np.int64)


def _said(count: int, *columns: tuple[np.uint64, list[Any]]) -> Masks:
    said = np.zeros(count, dtype=np.uint64)
    for bit, column in columns:
        said |= np.fromiter(map(bool, column), np.bool_, count) * bit
    return said


def expectations_of(question: Question) -> list[tuple[str, str | int]]:
    pairs: tuple[tuple[str, str | int], ...] = (
        ("roles", question.role),
        ("frequencies", question.frequency),
        ("terms", question.term_months),
    )
    return [pair for pair in pairs if pair[1]]


def _expected(questions: Sequence[Question], lexicon: Lexicon) -> Masks:
    return np.fromiter(
        (lexicon.mask(expectations_of(question)) for question in questions),
        np.uint64,
        len(questions),
    )


def _needs(questions: Sequence[Question], words: Lexicons, sets: Sets, step: Ints) -> Masks:
    vog = np.fromiter((card.needs_vog for card in questions), np.bool_, len(questions))
    return np.asarray(
        STATUS
        | vog * VOG
        | _CLASS_NEEDED[step]
        | (step == Intensity.VERY_INTENSIVE.step) * ADULT
        | sets["needed"].spread(words.trainings.mask) << np.uint64(FIRST_TRAINING)
        | sets["circumstances"].spread(words.circumstances.mask) << np.uint64(FIRST_CIRCUMSTANCE)
    )


def _lacks(volunteers: Sequence[Volunteer], words: Lexicons, sets: Sets) -> Masks:
    count = len(volunteers)
    out = np.fromiter((not v.available or v.places <= 0 for v in volunteers), np.bool_, count)
    no_vog = np.fromiter((not card.has_vog for card in volunteers), np.bool_, count)
    young = np.fromiter((card.under_18 for card in volunteers), np.bool_, count)
    trained = sets["trainings"].spread(words.trainings.mask) << np.uint64(FIRST_TRAINING)
    return np.asarray(
        out * STATUS
        | no_vog * VOG
        | young * ADULT
        | _CLASS_LACKED[steps_of(card.max_intensity for card in volunteers)]
        | ~trained & TRAININGS
        | sets["objections"].spread(words.circumstances.mask) << np.uint64(FIRST_CIRCUMSTANCE)
    )
