"""Crowds of cards that press on every corner of the arrays, and what the plain meaning says."""

from dataclasses import replace

import numpy as np

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.eligibility import refusals
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import standing
from kruispunt.core.weights import Weights

WEIGHTS = Weights()


def meaning(questions, volunteers, weights=WEIGHTS):
    """Every eligible pair by position, with its standing, as the plain reference has it."""
    return {
        (row, column): standing(question, volunteer, weights)
        for row, question in enumerate(questions)
        for column, volunteer in enumerate(volunteers)
        if not refusals(question, volunteer)
    }


def as_pairs(found):
    """The edges as a mapping of (row, column) to score, checking that each row ascends."""
    pairs = {}
    for row in range(len(found.indptr) - 1):
        columns = found.indices[found.indptr[row] : found.indptr[row + 1]].tolist()
        assert columns == sorted(set(columns))
        pairs |= {
            (row, column): int(found.score[found.indptr[row] + at])
            for at, column in enumerate(columns)
        }
    return pairs


def wordy(card, words, seed):
    """The same card with some of many languages, circumstances and interests."""
    rng = np.random.default_rng(seed)

    def some(prefix, most):
        chosen = rng.integers(0, words, rng.integers(0, most))
        return frozenset(f"{prefix}{number}" for number in chosen.tolist())

    things = some("ding", 4)
    changes = {
        "languages": some("taal", 4) | frozenset({f"taal{rng.integers(3)}"}),
        "interests": some("woord", 12),
        "dislikes": some("woord", 6),
    }
    if isinstance(card, Question):
        return replace(card, circumstances=things, **changes)
    return replace(card, objections=things, **changes)


def easy_question(number, **changes):
    """A question that almost anyone may answer."""
    return replace(Question(f"q{number}", ("WANDELEN",), Intensity.LIGHT, x=0, y=0), **changes)


def easy_volunteer(number, **changes):
    """A volunteer who may answer almost anything."""
    return replace(Volunteer(f"v{number}", frozenset({"WANDELEN"}), x=0, y=0), **changes)
