"""In which neighbourhood a question lies: the one that is said, else a square on the map."""

from collections.abc import Iterable
from typing import Final

from kruispunt.core.cards import Question

SQUARE: Final = 2_500_000
"""Millimetres along the side of the square that stands for a neighbourhood where none is said."""


def neighbourhood_of(question: Question) -> str:
    """Name the neighbourhood of a question; a square by its corner in kilometres.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> said = Question("v1", ("KOFFIE",), Intensity.LIGHT, x=0, y=0, neighbourhood="Oost")
    >>> silent = Question("v2", ("KOFFIE",), Intensity.LIGHT, x=155_000_000, y=463_000_000)
    >>> neighbourhood_of(said), neighbourhood_of(silent)
    ('Oost', '155 / 462.5 km')
    """
    if question.neighbourhood:
        return question.neighbourhood
    return f"{question.x // SQUARE * 2.5:g} / {question.y // SQUARE * 2.5:g} km"


def neighbourhoods_of(questions: Iterable[Question]) -> list[str]:
    """Name the neighbourhood of each question, as the first who lies in it spells that name.

    Big and small letters are one.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> asks = [Question(name, ("KOFFIE",), Intensity.LIGHT, x=0, y=0, neighbourhood=name)
    ...         for name in ("Oost", "West", "oost")]
    >>> neighbourhoods_of(asks)
    ['Oost', 'West', 'Oost']
    """
    spelled: dict[str, str] = {}
    names = (neighbourhood_of(one) for one in questions)
    return [spelled.setdefault(name.casefold(), name) for name in names]
