"""Who is one change away from one question: all that a search for its cheapest change needs.

A change in one cell opens the way for nobody who falls by two rules, and within one rule nobody
can be cheaper than who lacks least. So the whole town need not be laid on the scales again.
"""

from collections.abc import Iterator, Set
from itertools import islice
from typing import Final

from kruispunt.core.arrays import TopIndex
from kruispunt.core.arrays.fallen import Fallen
from kruispunt.core.cards import NONE, Question, Volunteer
from kruispunt.core.unlock.nearly import MENDABLE

OF_EACH_RULE: Final = 8
"""The first alone would do; a few more, so that equals are chosen among in the usual order."""


def one_away(
    index: TopIndex, question: Question, *, without: Set[str] = NONE
) -> tuple[Volunteer, ...]:
    """Give those who fit, as many as the question asks for, and of each rule who lack least.

    Whoever is in `without` is passed over.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> from kruispunt.core.weights import Weights
    >>> ask = Question("v1", ("KOFFIE",), Intensity.LIGHT, x=0, y=6_200_000)
    >>> far = Volunteer("far", frozenset({"KOFFIE"}), x=0, y=0)
    >>> far_and_other = Volunteer("other", frozenset({"TAAL"}), x=0, y=0)
    >>> index = TopIndex([far, far_and_other], Weights())
    >>> [card.id for card in one_away(index, ask)]
    ['far']
    """
    fit = index.top(question, len(without) + question.helpers_needed)
    found = [one.volunteer for one in fit if one.volunteer not in without]
    fallen = index.fallen(question)
    for rule in MENDABLE:
        able = (
            who
            for who in _by(rule, fallen, OF_EACH_RULE + len(without))
            if who not in without and index.card(who).available
        )
        found += islice(able, OF_EACH_RULE)
    return tuple(map(index.card, found))


def _by(rule: str, fallen: Fallen, most: int) -> Iterator[str]:
    """Whom only this rule refuses; who is away falls by the rule of who has no place as well."""
    return iter(fallen.only_by(rule, fallen.refused if rule == "status" else most))
