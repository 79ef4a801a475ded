"""Everyone who could be weighed, kept laid out between two questions and brought up to date.

Nothing tells us of a change: the journal is asked what it is about, line after line, so that a page
about one question reads only the cards that changed since the last one. A process keeps one table
per municipality; what another process changed is in the same journal.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from django.db import connection

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.verbs import is_acting
from kruispunt.core.arrays import TopIndex
from kruispunt.core.weights import Weights
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people

A_BREATH = 250
"""Cards that are made in one go, some milliseconds, while pages are served beside it."""
MANY = 5_000
"""Journal lines, after which looking at everyone anew is quicker than following each."""


@dataclass
class Table:
    """The volunteers of one municipality, as they were after one line of the journal."""

    lock: Lock = field(default_factory=Lock)
    index: TopIndex | None = None
    mark: journal.Mark = journal.NOTHING_YET
    day: date = date.min

    def bring_up_to_date(self, actor: Actor) -> TopIndex:
        """Take in what changed since the last look; lay out everyone where that is unknown."""
        if self.index is not None:
            found = journal.subjects_since(actor.municipality_id, self.mark, MANY)
            if found is not None:
                mark, subjects = found
                self._take_in(actor, self.index, subjects)
                self.mark, self.day = mark, actor.today
                return self.index
        # First the mark, then the rows: what happens in between is merely taken in twice.
        self.mark, self.day = journal.last_line(actor.municipality_id), actor.today
        self.index = TopIndex(offers.every_card(actor), Weights())
        return self.index

    def lay_out_beforehand(self, actor: Actor, pause: Callable[[], object]) -> None:
        """Lay everyone out before anybody asks, beside the pages, which never wait for it.

        Whoever asks meanwhile lays out for herself, as if nobody had begun; the first is kept.
        """
        mark, day = journal.last_line(actor.municipality_id), actor.today
        index = TopIndex(now_and_then(offers.every_card(actor), pause), Weights())
        with self.lock:
            if self.index is None:
                self.index, self.mark, self.day = index, mark, day

    def _take_in(self, actor: Actor, index: TopIndex, subjects: set[str]) -> None:
        changed = set(offers.subject_ids(subjects))
        if persons := people.subject_ids(subjects):
            changed.update(offers.behind(actor, persons).values())
        if actor.today != self.day:
            changed.update(offers.grown_older(actor, self.day))
        if not changed:
            return
        there = {one.card.id: one.card for one in offers.laid_out(actor, only=changed)}
        for one in map(str, changed):
            if one in there:
                index.put(there[one])
            elif one in index:
                index.remove(one)


_TABLES: dict[tuple[str, int], Table] = {}


def _table(actor: Actor) -> Table:
    place = (str(connection.settings_dict["NAME"]), actor.municipality_id)
    return _TABLES.setdefault(place, Table())


def now_and_then[Each](rows: Iterable[Each], pause: Callable[[], object]) -> Iterator[Each]:
    """Give way after every so many rows, so that a page in the same process goes first."""
    for number, row in enumerate(rows, start=1):
        if number % A_BREATH == 0:
            pause()
        yield row


@contextmanager
def at_hand(actor: Actor) -> Iterator[TopIndex]:
    """Everyone in service, up to date, for as long as the block lasts.

    Nothing is kept of what may still be undone, inside an action, nor of what one person sees who
    may not weigh everybody.
    """
    if is_acting() or not offers.weighs_everyone(actor):
        yield TopIndex(offers.every_card(actor), Weights())
        return
    table = _table(actor)
    with table.lock:
        yield table.bring_up_to_date(actor)


def lay_out_beforehand(actor: Actor, *, pause: Callable[[], object] = lambda: None) -> None:
    """Have everyone of a municipality at hand before the first question; `pause` lets pages go."""
    if offers.weighs_everyone(actor):
        _table(actor).lay_out_beforehand(actor, pause)


def is_laid_out(actor: Actor) -> bool:
    """Say whether everyone is at hand already."""
    return _table(actor).index is not None


def clear_away() -> None:
    """Keep nothing any more; the next question lays everyone out anew."""
    _TABLES.clear()
