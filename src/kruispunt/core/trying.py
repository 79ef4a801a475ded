"""Trying a rule before it counts: what would it have done to what is open today?

Pure: how many began when, and when they are due now, go in; counts come out. Nothing is written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kruispunt.core import terms
from kruispunt.core.signs import warned_of
from kruispunt.core.triage import Answers, Rules, triage
from kruispunt.core.vocabulary import Intensity

type Begun = tuple[date, date | None, int]
"""On which day it began, when it is due now, and how many there are."""


@dataclass(frozen=True, slots=True)
class TermTried:
    """A term as it is and as it could be, on what is open today."""

    open: int = 0
    late_now: int = 0
    late_then: int = 0
    sooner: int = 0
    later: int = 0

    @property
    def newly_late(self) -> int:
        return max(self.late_then - self.late_now, 0)

    @property
    def no_longer_late(self) -> int:
        return max(self.late_now - self.late_then, 0)


def try_term(begun: Iterable[Begun], name: str, length: int, today: date) -> TermTried:
    """Count as if this length had counted when each of them began.

    Examples
    --------
    >>> begun = [(date(2026, 11, 2), date(2026, 11, 4), 3), (date(2026, 11, 5), None, 1)]
    >>> tried = try_term(begun, "question.new", 5, date(2026, 11, 6))
    >>> tried.open, tried.late_now, tried.late_then, tried.later
    (4, 3, 0, 3)
    """
    open_ = late_now = late_then = sooner = later = 0
    for day, due_now, number in begun:
        then = terms.due(name, day, {name: length})
        open_ += number
        late_now += number * (due_now is not None and due_now < today)
        late_then += number * (then < today)
        sooner += number * (due_now is not None and then < due_now)
        later += number * (due_now is not None and then > due_now)
    return TermTried(open_, late_now, late_then, sooner, later)


@dataclass(frozen=True, slots=True)
class WeighingTried:
    """How open questions are proposed now, and how with another rule."""

    open: int
    changes: Mapping[tuple[Intensity, Intensity], int]
    """From which class to which, and how many."""

    @property
    def changed(self) -> int:
        return sum(self.changes.values())


def try_weighing(asked: Iterable[tuple[Answers, int]], now: Rules, then: Rules) -> WeighingTried:
    """Weigh the same answers twice; what a person made of the proposal stays out of it.

    Examples
    --------
    >>> tried = try_weighing([(Answers(self_reliance=1, times=5), 2)], Rules(4), Rules(6))
    >>> [(old.value, new.value, number) for (old, new), number in tried.changes.items()]
    [('intensief', 'licht', 2)]
    """
    open_, changes = 0, dict[tuple[Intensity, Intensity], int]()
    for answers, number in asked:
        open_ += number
        move = (triage(answers, now).intensity, triage(answers, then).intensity)
        if move[0] is not move[1]:
            changes[move] = changes.get(move, 0) + number
    return WeighingTried(open_, changes)


@dataclass(frozen=True, slots=True)
class SignsTried:
    """How many would be called with the numbers of now, and how many with others."""

    seen: int = 0
    amber_now: int = 0
    red_now: int = 0
    amber_then: int = 0
    red_then: int = 0
    changed: int = 0
    """Of how many the colour would be another one."""


def try_signs(
    seen: Iterable[tuple[frozenset[str], frozenset[str], int]],
    among: tuple[tuple[str, str], ...],
    now: Mapping[str, int],
    then: Mapping[str, int],
) -> SignsTried:
    """Weigh the same signs twice: those that are there now, and those there would be then.

    Examples
    --------
    >>> from kruispunt.core.signs import OF_A_MATCH, POINTS
    >>> silent = frozenset({"unanswered"})
    >>> tried = try_signs([(silent, silent, 4)], OF_A_MATCH, POINTS, {**POINTS, "unanswered": 3})
    >>> tried.seen, tried.amber_now, tried.amber_then, tried.changed
    (4, 0, 4, 4)
    """
    colours = dict[tuple[str, str], int]()
    for there_now, there_then, number in seen:
        pair = (
            warned_of(there_now, among, now).colour,
            warned_of(there_then, among, then).colour,
        )
        colours[pair] = colours.get(pair, 0) + number

    def of(place: int, colour: str) -> int:
        return sum(number for pair, number in colours.items() if pair[place] == colour)

    return SignsTried(
        seen=sum(colours.values()),
        amber_now=of(0, "amber"),
        red_now=of(0, "red"),
        amber_then=of(1, "amber"),
        red_then=of(1, "red"),
        changed=sum(number for (old, new), number in colours.items() if old != new),
    )
