"""What would happen if one card changed, told in a moment instead of by laying everyone down again.

Exact where every question needs one helper, none is in a package, and neither hours nor slots can
bind; elsewhere it says that it does not know, and the town is laid on the scales again.
"""

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import Edges, edges_of_questions, edges_of_volunteers, ties
from kruispunt.core.arrays.ties import hashes, ties_between
from kruispunt.core.assign import Change as Outcome
from kruispunt.core.assign import Live
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.propose import AT_MOST, factors, with_bonus, worth_and_bits
from kruispunt.core.unlock.change import Change
from kruispunt.core.unlock.hours_left import HoursLeft, Ints, hours_left
from kruispunt.core.unlock.town import Town

Came = frozenset[str]


class Effect(NamedTuple):
    """What an added volunteer does: value in hundred-thousandths, questions more, who came."""

    value: int
    served: int
    came: Came


class WhatIf:
    """The proposal kept alive beside the town."""

    def __init__(self, town: Town, *, guesses: bool = False) -> None:
        """Take the town in; with `guesses` it answers as if hours never bound, right or wrong."""
        self._guesses = guesses
        self._town, self._weighed, self._packed = town, town.weighed, town.weighed.packed
        self._asks, self._crowd = list(town.questions), list(town.volunteers)
        self._row = {ask: row for row, ask in enumerate(self._asks)}
        self._column = {who: column for column, who in enumerate(self._crowd)}
        self._bonus = with_bonus(self._weighed, town.previous)

    @cached_property
    def knows(self) -> bool:
        """Whether this town is one of places alone, shared out by worth alone."""
        if self._weighed.sharing is not None or self._weighed.package is not None:
            return False
        if self._slots_may_bind(self._packed.places):
            return False
        return bool((self._packed.need == 1).all() and self.hours.never_bind.all())

    def came(self, changes: Sequence[Change]) -> Iterator[Came | None]:
        """Tell for each change which questions are then served and were not; None: unknown."""
        if not (self.knows or self._guesses):
            yield from [None] * len(changes)
            return
        cards = [change.card for change in changes]
        asks = [card for card in cards if isinstance(card, Question)]
        crowd = [card for card in cards if isinstance(card, Volunteer)]
        yield from self._of_questions(asks) if asks else self._of_volunteers(crowd)

    def added(self, cards: Sequence[Volunteer]) -> Iterator[Effect | None]:
        """Tell what each new volunteer would do, alone; None: unknown."""
        found = edges_of_volunteers(self._packed, cards) if cards else None
        for place, card in enumerate(cards):
            if found is None or not self.knows or self._bonus is not None:
                yield None
                continue
            asks, score = _slice(found, place)
            left = self._left(card, asks)
            if left is None:
                yield None
                continue
            tie = ties_between(self._packed.question_hash[asks], hashes([card.id]), self._town.seed)
            worth = score * self._packed.priority[asks]
            told = self._live.try_volunteer(asks, worth, places=left, ties=tie)
            yield Effect(told.value, told.served, self._named(told))

    def serves(self, ask: str) -> bool:
        """Tell whether the question has a helper here; a guess may differ from the proposal."""
        return self._live.mate(self._row[ask]) is not None

    def makes_room_for(self, wanted: Set[str]) -> Came | None:
        """Find the questions that, were they answered elsewhere, would let a wanted one in."""
        if not self.knows:
            return None
        still_open = set(self._town.proposal.unmatched)
        return frozenset(
            ask
            for row, ask in enumerate(self._asks)
            if ask not in still_open
            and not wanted.isdisjoint(self._named(self._live.try_without_question(row)))
        )

    def _of_volunteers(self, cards: Sequence[Volunteer]) -> Iterator[Came | None]:
        found = edges_of_volunteers(self._packed, cards)
        for place, card in enumerate(cards):
            asks, score = _slice(found, place)
            column, left = self._column[card.id], self._left(card, asks)
            if left is None:
                yield None
                continue
            columns = np.full(len(asks), column)
            edges = (asks, self._worth(asks, columns, score), self._ties(asks, columns))
            yield self._named(self._live.try_change(column, edges, places=left))

    def _of_questions(self, cards: Sequence[Question]) -> Iterator[Came | None]:
        found = edges_of_questions(self._packed, cards)
        for place, card in enumerate(cards):
            crowd, score = _slice(found, place)
            row = self._row[card.id]
            if not self._keeps_places(card, row, crowd):
                yield None
                continue
            rows = np.full(len(crowd), row)
            edges = (crowd, self._worth(rows, crowd, score), self._ties(rows, crowd))
            yield self._named(self._live.try_question_change(row, edges))

    def _left(self, card: Volunteer, asks: Ints) -> int | None:
        """How many places a changed volunteer really has; None when her hours could bind."""
        if not self._guesses and self._slots_may_bind(np.array([card.places])):
            return None
        hours = self._packed.questions.hours[asks]
        places, room = np.array([card.places]), np.array([card.hours])
        left = hours_left(np.zeros(len(asks), np.int64), hours, places, room)
        return int(left.fit[0]) if left.never_bind[0] or self._guesses else None

    def _slots_may_bind(self, places: Ints) -> bool:
        """Whether somebody has places for two questions that might want the same slot."""
        return self._packed.weights.own_slots and bool((places > 1).any())

    def _keeps_places(self, card: Question, row: int, crowd: Ints) -> bool:
        if card.helpers_needed != 1:
            return False
        if self._guesses:
            return True
        before = self._weighed.edges
        met = before.indices[before.indptr[row] : before.indptr[row + 1]]
        if card.hours == self._packed.questions.hours[row]:
            crowd = np.setdiff1d(crowd, met)
        return self.hours.allow(crowd, card.hours)

    def _named(self, told: Outcome) -> Came:
        return frozenset(self._asks[row] for row in told.came)

    def _worth(self, rows: Ints, columns: Ints, score: NDArray[np.int32]) -> Ints:
        worth = score * self._packed.priority[rows]
        if self._bonus is None:
            return worth
        plain, kept = factors(self._packed.weights)
        names = zip(rows.tolist(), columns.tolist(), strict=True)
        before = [
            (self._asks[row], self._crowd[column]) in self._town.previous for row, column in names
        ]
        return worth * np.where(before, kept, plain)

    def _ties(self, rows: Ints, columns: Ints) -> NDArray[np.uint64]:
        return ties(self._packed, rows, columns, seed=self._town.seed)

    @cached_property
    def hours(self) -> HoursLeft:
        """Where hours could bind."""
        packed = self._packed
        return hours_left(
            self._weighed.edges.indices.astype(np.int64),
            packed.questions.hours[self._weighed.rows],
            packed.places,
            packed.volunteers.hours,
        )

    @cached_property
    def _live(self) -> Live:
        found = self._weighed.edges
        worth, value_bits = worth_and_bits(self._weighed, self._bonus)
        return Live(
            found.indptr,
            found.indices,
            worth,
            cap=self.hours.fit,
            limits=AT_MOST,
            level=self._packed.step,
            ties=self._ties(self._weighed.rows, found.indices.astype(np.int64)),
            value_bits=value_bits,
        )


def _slice(found: Edges, place: int) -> tuple[Ints, NDArray[np.int32]]:
    first, last = int(found.indptr[place]), int(found.indptr[place + 1])
    return found.indices[first:last].astype(np.int64), found.score[first:last]
