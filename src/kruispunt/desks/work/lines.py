"""How Mijn werk is laid out: what is one's own first, then by its day, one line for each step."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import COUNTED, Desk, Duty
from kruispunt.desks.work.addresses import PAGES, address

FEW, MANY, NAMES = 2, 4, 20
SOON = timedelta(days=7)
OWN, SHARED = "own", "shared"
HEADS = {
    "late": "Te laat",
    "today": "Vandaag",
    "soon": "Deze week",
    "later": "Later",
    "whenever": "Zonder datum",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A step as the page shows it: once, however many rows of one page wait for it.

    Where many wait for one and the same step, the lines stand under it.
    """

    step: str
    duties: list[Duty]
    under: tuple["Line", ...] = ()

    @property
    def address(self) -> str:
        first = self.duties[0]
        return address(first.where, first.about)

    @property
    def due_on(self) -> date | None:
        return self.duties[0].due_on

    @property
    def count(self) -> str:
        return so_many(len(self.duties))

    @property
    def whose(self) -> str:
        return self.duties[0].whose

    @property
    def words(self) -> list[str]:
        """The first few words of what waits."""
        said = dict.fromkeys(duty.words for duty in self.duties if duty.words)
        return list(said)[:FEW]

    @property
    def named(self) -> tuple["Line", ...]:
        return self.under[:NAMES]

    @property
    def unnamed(self) -> int:
        return len(self.under) - len(self.named)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines with about the same day."""

    when: str
    waiting: int
    lines: list[Line]

    @property
    def label(self) -> str:
        return HEADS[self.when]


@dataclass(frozen=True, slots=True)
class Part:
    """What is one's own, or what is of everybody at this desk."""

    whose: str
    waiting: int
    groups: list[Group]


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where it stands on the page."""

    whose: str
    when: str
    line: Line


def so_many(number: int) -> str:
    """How much there is, in words: nobody is helped by a count of what takes years."""
    return str(number) if number <= COUNTED else f"meer dan {COUNTED:,}".replace(",", ".")


def apart(actor: Actor) -> bool:
    """Whether this desk is one of many hands: some things are hers, and others everybody's."""
    return actor.is_a(Role.WORKER)


def placed(found: Desk, actor: Actor, *, folds: bool) -> list[Placed]:
    """Everything that waits, each line in its place."""
    hers = {None, actor.person_id} if not apart(actor) else {actor.person_id}
    places: dict[tuple[str, str], list[Duty]] = defaultdict(list)
    for duty in found.duties:
        whose = OWN if duty.worker in hers else SHARED
        places[whose, _when(duty.due_on, actor.today)].append(duty)
    return [
        Placed(whose, when, line)
        for whose in (OWN, SHARED)
        for when in HEADS
        for line in _lines(places[whose, when], folds=folds and whose == SHARED)
    ]


def counted(found: Desk, lines: Iterable[Placed]) -> Counter[tuple[str, str]]:
    """How many things wait under each heading; nought where nobody counted to the end."""
    waiting: Counter[tuple[str, str]] = Counter()
    if found.waiting <= COUNTED:
        for one in lines:
            waiting[one.whose, one.when] += len(one.line.duties)
    return waiting


def parts(shown: Iterable[Placed], waiting: Counter[tuple[str, str]]) -> list[Part]:
    """The lines of one page under their headings; a heading counts all there is, on any page."""
    found = []
    for whose, mine in groupby(shown, key=lambda one: one.whose):
        groups = [
            Group(when, waiting[whose, when], [one.line for one in same])
            for when, same in groupby(mine, key=lambda one: one.when)
        ]
        found.append(Part(whose, of(whose, waiting), groups))
    return found


def of(whose: str, waiting: Counter[tuple[str, str]]) -> int:
    return sum(count for (part, _), count in waiting.items() if part == whose)


def _lines(duties: list[Duty], *, folds: bool) -> list[Line]:
    """The same step on the same page stands there once, at the place of its first row."""
    same: dict[tuple[str, int | None, str], list[Duty]] = defaultdict(list)
    for duty in duties:
        about = duty.about if PAGES[duty.where][1] else None
        same[duty.where, about, duty.step].append(duty)
    lines = [Line(some[0].step, some) for some in same.values()]
    return _folded(lines) if folds else lines


def _folded(lines: list[Line]) -> list[Line]:
    """Many lines with one and the same step are one line, with the others under it."""
    by_step: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        by_step[line.duties[0].where, line.step].append(line)
    found = []
    for (_, step), some in by_step.items():
        if len(some) < MANY:
            found += some
        else:
            found.append(Line(step, [duty for line in some for duty in line.duties], tuple(some)))
    return found


def _when(due_on: date | None, today: date) -> str:
    if due_on is None:
        return "whenever"
    if due_on < today:
        return "late"
    if due_on > today + SOON:
        return "later"
    return "today" if due_on == today else "soon"
