"""From cards to arrays: every fact of a card becomes a number or a bit, and nothing is lost."""

from collections.abc import Sequence

import numpy as np

from kruispunt.core.arrays.columns import (
    CardsRefused,
    Sets,
    expectations_of,
    numbers_of,
    question_columns,
    rare_words_of_questions,
    rare_words_of_volunteers,
    sets_of_questions,
    sets_of_volunteers,
    steps_of,
    volunteer_columns,
)
from kruispunt.core.arrays.exclusions import directory
from kruispunt.core.arrays.lexicon import Distinct, Lexicons
from kruispunt.core.arrays.packed import Packed
from kruispunt.core.arrays.tables import tables_of
from kruispunt.core.arrays.ties import hashes
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Training
from kruispunt.core.weights import Weights


def pack(
    questions: Sequence[Question], volunteers: Sequence[Volunteer], weights: Weights
) -> Packed:
    """Lay all cards of one moment in arrays.

    Parameters
    ----------
    questions, volunteers : sequences of cards
        Callers who want an answer that does not depend on the order of rows sort by id first.
    weights : Weights
        Points and priorities.

    Returns
    -------
    Packed

    Raises
    ------
    CardsRefused
        When two cards of one side share an id, or a place lies more than 1,000 km off the origin.
    TooManyWords
        When a closed list (kinds, slots, trainings, role with frequency and term) has more words
        than bits. Languages, circumstances and interests may have any number.

    Notes
    -----
    Time and memory grow linearly with the cards; 70,000 cards take about half a second. Hours of
    more than 10^15 a week count as that many.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> fatma = Question("fatma", ("WANDELEN",), Intensity.LIGHT, x=0, y=0)
    >>> packed = pack([fatma], [], Weights())
    >>> packed.question_ids, packed.need.tolist(), packed.priority.tolist()
    (['fatma'], [1], [1000])
    """
    asked, given = sets_of_questions(questions), sets_of_volunteers(volunteers)
    words = _learned(asked, given, questions)
    question_ids, volunteer_ids = _ids(questions), _ids(volunteers)
    where = directory(questions, question_ids, volunteers, volunteer_ids)
    return Packed(
        question_ids=question_ids,
        volunteer_ids=volunteer_ids,
        questions=question_columns(questions, words, asked),
        volunteers=volunteer_columns(volunteers, words, given),
        rare_of_questions=rare_words_of_questions(questions, words),
        rare_of_volunteers=rare_words_of_volunteers(volunteers, words),
        need=numbers_of(questions, "helpers_needed"),
        step=steps_of(card.intensity for card in questions),
        priority=np.fromiter(map(weights.priority, questions), np.int64, len(questions)),
        places=numbers_of(volunteers, "places"),
        banned=where.banned_for_volunteers(volunteers),
        barred=where.banned_for_questions(questions),
        directory=where,
        question_hash=hashes(question_ids),
        volunteer_hash=hashes(volunteer_ids),
        tables=tables_of(weights),
        lexicons=words,
        weights=weights,
    )


def _learned(asked: Sets, given: Sets, questions: Sequence[Question]) -> Lexicons:
    words = Lexicons()
    words.kinds.learn_by_use(asked["kinds"], given["kinds"])
    words.slots.learn_by_use(asked["slots"], given["slots"])
    words.trainings.learn_all(training.value for training in Training)
    words.trainings.learn_by_use(asked["themes"], given["trainings"])
    words.languages.learn_by_use(asked["languages"], given["languages"])
    words.circumstances.learn_by_use(asked["circumstances"], given["objections"])
    words.interests.learn_by_use(
        _both(asked["interests"], asked["dislikes"]), _both(given["interests"], given["dislikes"])
    )
    for question in questions:
        words.expectations.learn_all(expectations_of(question))
    for name in ("roles", "frequencies", "terms"):
        for offered in given[name].sets:
            words.expectations.learn_all((name, word) for word in sorted(offered))
    return words


def _both(one: Distinct, other: Distinct) -> Distinct:
    return Distinct([*one.sets, *other.sets], one.codes, np.concatenate([one.times, other.times]))


def _ids(cards: Sequence[Question] | Sequence[Volunteer]) -> list[str]:
    ids = [card.id for card in cards]
    if len(set(ids)) < len(ids):
        seen: set[str] = set()
        twice = next(one for one in ids if one in seen or seen.add(one))  # type: ignore[func-returns-value]
        raise CardsRefused(f"the id {twice!r} occurs more than once")
    return ids
