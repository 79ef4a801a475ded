"""In which neighbourhood a question lies: the one that is said, else a square on the map."""

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


def same(name: str) -> str:
    """By what two spellings of one neighbourhood are the same: big and small letters are one."""
    return name.casefold()
