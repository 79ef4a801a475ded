"""Soft wishes that are let go when two people are proposed to each other (MAT-06)."""

from kruispunt.core.cards import Question, Volunteer


def dropped(question: Question, volunteer: Volunteer) -> tuple[str, ...]:
    """Name the wishes that this volunteer does not meet; what was not said is no wish.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> ask = Question("1", ("WANDELEN",), Intensity.INTENSIVE, 0, 0, role="coach", term_months=6)
    >>> give = Volunteer("2", frozenset({"WANDELEN"}), 0, 0, roles=frozenset({"bondgenoot"}))
    >>> dropped(ask, give)
    ('role',)
    """
    wishes: tuple[tuple[str, bool], ...] = (
        ("role", _unmet(question.role, volunteer.roles)),
        ("frequency", _unmet(question.frequency, volunteer.frequencies)),
        ("term", _unmet(question.term_months, volunteer.terms)),
        ("languages", bool(question.languages - volunteer.languages)),
        ("interests", bool(question.interests & volunteer.dislikes)),
        ("dislikes", bool(question.dislikes & volunteer.interests)),
    )
    return tuple(name for name, is_dropped in wishes if is_dropped)


def _unmet[Word: (str, int)](asked: Word, offered: frozenset[Word]) -> bool:
    return bool(asked) and bool(offered) and asked not in offered
