"""Everyone who could be weighed, kept laid out between two questions and brought up to date.

Nothing tells us of a change: the journal is asked what it is about, line after line, so that a page
about one question reads only the cards that changed since the last one. A process keeps one table
per municipality; what another process changed is in the same journal.
"""

from collections.abc import Iterator
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
        self.index = TopIndex((one.card for one in offers.laid_out(actor)), Weights())
        return self.index

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


@contextmanager
def at_hand(actor: Actor) -> Iterator[TopIndex]:
    """Everyone in service, up to date, for as long as the block lasts.

    Nothing is kept of what may still be undone, inside an action, nor of what one person sees who
    may not weigh everybody.
    """
    if is_acting() or not offers.weighs_everyone(actor):
        yield TopIndex((one.card for one in offers.laid_out(actor)), Weights())
        return
    place = (str(connection.settings_dict["NAME"]), actor.municipality_id)
    table = _TABLES.setdefault(place, Table())
    with table.lock:
        yield table.bring_up_to_date(actor)


def clear_away() -> None:
    """Keep nothing any more; the next question lays everyone out anew."""
    _TABLES.clear()
