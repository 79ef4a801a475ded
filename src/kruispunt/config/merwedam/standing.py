"""How people in Merwedam stand: what Wim hears at the beginning, and again when help ends (C15)."""

from contextlib import suppress
from datetime import datetime, timedelta

from kruispunt.arrangements.actions import footing
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town

LATELY = timedelta(days=400)
A_THIRD = 0.34
AT_FIRST = ((2, 1, 1), (3, 1, 2), (3, 2, 2), (4, 1, 1), (2, 0, 1))
LATER = ((0, 0, 0), (1, 1, 1), (1, 1, 0), (0, 1, 1), (-1, 0, 0), (1, 0, 1))


def at_first(town: Town, at: datetime, question_id: int) -> None:
    """One in three answers the three questions when help begins."""
    said = _first(question_id)
    if said is None or town.story.calendar.now - at > LATELY:
        return
    _note(town, at, question_id, said)


def at_last(town: Town, at: datetime, question_id: int) -> None:
    """Whoever was asked at the beginning is asked the same once help has ended."""
    said = _first(question_id)
    if said is None or town.story.calendar.now - at > LATELY:
        return
    steps = dice(f"standing at the end of {question_id}").choice(LATER)
    _note(town, at, question_id, tuple(a + b for a, b in zip(said, steps, strict=True)))


def _first(question_id: int) -> tuple[int, ...] | None:
    throw = dice(f"standing of {question_id}")
    return throw.choice(AT_FIRST) if throw.random() < A_THIRD else None


def _note(town: Town, at: datetime, question_id: int, said: tuple[int, ...]) -> None:
    in_hand, seen, enough = said
    stands = footing.Stands(in_hand=in_hand, seen=seen, enough=enough)
    with suppress(ImpossibleMove):  # asked today already
        footing.note_footing(town.act("Wim", at), question_id, said=stands)
