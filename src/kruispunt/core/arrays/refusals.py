"""Which rule stands in the way: for one question, how many volunteers each rule refuses."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kruispunt.core.arrays.compiled import compiled_kernel, is_warm, numba_is_here
from kruispunt.core.arrays.fields import Ints, rows_of
from kruispunt.core.arrays.kernel import broken, question_at
from kruispunt.core.arrays.packed import Packed
from kruispunt.core.arrays.plain import more_of_pairs
from kruispunt.core.arrays.walk import Asked, Given
from kruispunt.core.eligibility import RULES

_PATTERNS: Final = 1 << len(RULES)
_RULED_OUT: Final = 1 << (len(RULES) - 1)
"""The last rule, niet_met, is looked up by id instead of computed."""
_BITS: Final = (np.arange(_PATTERNS)[:, None] >> np.arange(len(RULES))) & 1
_ALONE: Final = 1 << np.arange(len(RULES))
SMALL: Final = 20_000_000
"""Pairs below which plain numpy is ready before numba has been imported."""


@dataclass(frozen=True, slots=True)
class RefusalCounts:
    """How many volunteers each rule refuses, question by question.

    Attributes
    ----------
    refused : int64[n_rows, 13]
        Volunteers whom the rule (in the order of RULES) refuses, alone or with others.
    alone : int64[n_rows, 13]
        Volunteers whom this rule and no other refuses.
    """

    refused: Ints
    alone: Ints


def refusal_counts(
    packed: Packed, rows: ArrayLike, *, compiled: bool | None = None
) -> RefusalCounts:
    """Count for some questions whom each hard rule refuses.

    Parameters
    ----------
    packed : Packed
    rows : int array [n_rows]
        Positions of the questions.
    compiled : bool, optional
        Ask for numba or for plain numpy; without it the size decides. The answer is the same.

    Notes
    -----
    Time: questions times volunteers; at 50,000 volunteers 0.2 ms a question with numba, 2 without.

    Examples
    --------
    >>> from kruispunt.core.arrays import pack
    >>> from kruispunt.core.cards import Question, Volunteer
    >>> from kruispunt.core.vocabulary import Intensity
    >>> from kruispunt.core.weights import Weights
    >>> ask = Question("v1", ("WANDELEN",), Intensity.LIGHT, x=0, y=0)
    >>> busy = Volunteer("a", frozenset({"WANDELEN"}), x=0, y=0, places=0)
    >>> counts = refusal_counts(pack([ask], [busy], Weights()), [0])
    >>> [rule.name for rule, alone in zip(RULES, counts.alone[0]) if alone]
    ['status']
    """
    wanted = np.asarray(rows, dtype=np.int64)
    if compiled is None:
        pairs = len(wanted) * len(packed.volunteer_ids)
        compiled = numba_is_here() and (is_warm() or pairs > SMALL)
    count = _tallied if compiled else _patterns
    refused = np.zeros((len(wanted), len(RULES)), dtype=np.int64)
    alone = np.zeros_like(refused)
    for at, row in enumerate(wanted.tolist()):
        patterns = _with_bans(packed, row, count(packed, row))
        met = np.flatnonzero(patterns)
        refused[at] = patterns[met] @ _BITS[met]
        alone[at] = patterns[_ALONE]
    return RefusalCounts(refused, alone)


def refusals_of(packed: Packed, row: int) -> NDArray[np.int64]:
    """The rules that each volunteer breaks for one question.

    Returns
    -------
    int64[n_volunteers]
        Bit r is set when the rule at place r of RULES refuses; 0 is for the eligible.
    """
    found = _broken(packed, row, np.arange(len(packed.volunteer_ids), dtype=np.int64))
    found[packed.banned_of_question(row)] |= _RULED_OUT
    return found


def _broken(packed: Packed, row: int, columns: Ints) -> Ints:
    asked = np.full(len(columns), row, dtype=np.int64)
    more = more_of_pairs(packed.rare_of_questions, asked, packed.rare_of_volunteers, columns)
    helpers = rows_of(packed.volunteers, columns)
    return np.asarray(broken(question_at(packed.questions, row), helpers, more), dtype=np.int64)


def _patterns(packed: Packed, row: int) -> Ints:
    everyone = np.arange(len(packed.volunteer_ids), dtype=np.int64)
    return np.bincount(_broken(packed, row, everyone), minlength=_PATTERNS)


def _tallied(packed: Packed, row: int) -> Ints:
    patterns = np.zeros(_PATTERNS, dtype=np.int64)
    asked = Asked(packed.questions, packed.rare_of_questions)
    given = Given(packed.volunteers, packed.rare_of_volunteers, packed.banned)
    compiled_kernel().tally(asked, row, given, patterns)
    return patterns


def _with_bans(packed: Packed, row: int, patterns: Ints) -> Ints:
    banned = _broken(packed, row, packed.banned_of_question(row))
    np.subtract.at(patterns, banned, 1)
    np.add.at(patterns, banned | _RULED_OUT, 1)
    return patterns
