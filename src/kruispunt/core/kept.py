"""The best proposal for a town, kept as cards come, change and go: not weighed again, moved along.

Where every question asks for one helper and nobody's hours are too few, the answer is that of a
fresh `propose`, certified. Where hours, slots or teams bind, the whole town is solved again within
bounds, and the bound says how far the answer may be off.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import ties
from kruispunt.core.assign import Live
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.own_slots import each_has_its_own
from kruispunt.core.packages import all_whole
from kruispunt.core.propose import (
    AT_MOST,
    Pair,
    Proposal,
    Weighed,
    factors,
    propose_from,
    read,
    weigh_all,
)
from kruispunt.core.weights import ALL_POINTS, Weights

MANY: Final = 5
"""When more than one in so many cards changed, laying the town out anew is quicker."""

type Ask = tuple[Question, frozenset[str]]
"""A card, and with whom the question was paired before."""


@dataclass(frozen=True, slots=True)
class Place:
    """What one place more with a volunteer would add, for each class; 0 where there are enough."""

    volunteer: str
    prices: tuple[int, ...]
    """Hundred-thousandths of a point for a light, an intensive and a very intensive question."""


class KeptTown:
    """One town, solved, and moved along with its cards.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> ask = Question("v1", ("KOFFIE",), Intensity.LIGHT, x=0, y=0)
    >>> noor = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0)
    >>> town = KeptTown(Weights())
    >>> town.take_in([ask], [])
    True
    >>> town.proposal().unmatched
    ('v1',)
    >>> town.take_in([ask], [noor]), town.take_in([ask], [noor])
    (True, False)
    >>> [one.volunteer for one in town.proposal().pairings]
    ['noor']
    """

    def __init__(self, weights: Weights, *, seed: int = 1) -> None:
        """Begin with an empty town."""
        self.weights, self.seed = weights, seed
        self.rebuilt = 0
        """How often the town was laid out from nothing."""
        self._asks: dict[str, Ask] = {}
        self._gives: dict[str, Volunteer] = {}
        self._live = Live([0], [], [], cap=[], limits=AT_MOST)
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}

    # -- taking in -----------------------------------------------------------------------------

    def take_in(
        self,
        questions: Iterable[Question],
        volunteers: Iterable[Volunteer],
        previous: Collection[Pair] = (),
    ) -> bool:
        """Look at all cards of now, and let happen what differs; tell whether anything did."""
        paired = _paired(previous if self.weights.switch_bonus else ())
        asks = {one.id: (one, paired.get(one.id, frozenset())) for one in questions}
        gives = {one.id: one for one in volunteers}
        before = (self._asks, self._gives)
        if self.rebuilt and before == (asks, gives):
            return False
        self._asks, self._gives = asks, gives
        moved = _differences(before[0], asks) + _differences(before[1], gives)
        if not self.rebuilt or moved * MANY > len(asks) + len(gives):
            self._lay_out()
            return True
        try:
            self._move_along(self._live, *before)
        except OverflowError:  # a town that outgrew its layout gets a new one
            self._lay_out()
        return True

    def _lay_out(self) -> None:
        self.rebuilt += 1
        weighed = self._weighed(self._asks, self._gives)
        packed = weighed.packed
        most = ALL_POINTS * self.weights.highest_priority * factors(self.weights)[1]
        self._live = Live(
            weighed.edges.indptr,
            weighed.edges.indices,
            self._worth(weighed),
            cap=packed.places,
            limits=AT_MOST,
            level=packed.step,
            ties=self._ties(weighed),
            value_bits=most.bit_length(),
        )
        self._rows = {one: at for at, one in enumerate(packed.question_ids)}
        self._columns = {one: at for at, one in enumerate(packed.volunteer_ids)}

    def _move_along(
        self, live: Live, asks: Mapping[str, Ask], gives: Mapping[str, Volunteer]
    ) -> None:
        """Let questions and volunteers go, come and change, one event for each."""
        for one in asks.keys() - self._asks.keys():
            live.remove_question(self._rows.pop(one))
        for one in gives.keys() - self._gives.keys():
            live.remove_volunteer(self._columns.pop(one))
        if met := [one for one, card in self._gives.items() if gives.get(one) != card]:
            # against the questions that are there; whoever changed or comes meets everybody below
            known = [one for one in self._asks if one in self._rows]
            self._meet_volunteers(live, self._weighed(known, met))
        if met := [one for one, ask in self._asks.items() if asks.get(one) != ask]:
            self._meet_questions(live, self._weighed(met, self._gives))

    def _meet_volunteers(self, live: Live, weighed: Weighed) -> None:
        packed, worth, bits = weighed.packed, self._worth(weighed), self._ties(weighed)
        rows = np.array([self._rows[one] for one in packed.question_ids], np.int64)[weighed.rows]
        order = np.argsort(weighed.edges.indices, kind="stable")
        ends = np.searchsorted(weighed.edges.indices[order], np.arange(len(packed.places) + 1))
        for at, one in enumerate(packed.volunteer_ids):
            mine = order[ends[at] : ends[at + 1]]
            edges = (rows[mine], worth[mine], bits[mine])
            places = int(packed.places[at])
            if one in self._columns:
                live.change_volunteer(self._columns[one], edges, places=places)
            else:
                self._columns[one] = live.add_volunteer(*edges[:2], places=places, ties=edges[2])

    def _meet_questions(self, live: Live, weighed: Weighed) -> None:
        packed, worth, bits = weighed.packed, self._worth(weighed), self._ties(weighed)
        columns = np.array([self._columns[one] for one in packed.volunteer_ids], np.int64)
        for at, one in enumerate(packed.question_ids):
            mine = slice(int(weighed.edges.indptr[at]), int(weighed.edges.indptr[at + 1]))
            edges = (columns[weighed.edges.indices[mine]], worth[mine], bits[mine])
            level = int(packed.step[at])
            if one in self._rows:
                live.change_question(self._rows[one], edges, level=level)
            else:
                self._rows[one] = live.add_question(*edges[:2], level=level, ties=edges[2])

    def _weighed(self, asked: Iterable[str], given: Iterable[str]) -> Weighed:
        cards = [self._asks[one][0] for one in asked], [self._gives[one] for one in given]
        return weigh_all(*cards, self.weights)

    def _worth(self, weighed: Weighed) -> NDArray[np.int64]:
        """What each pair weighs while choosing: a pair of before a little more."""
        plain, before = factors(self.weights)
        worth = weighed.values * plain
        columns = {one: at for at, one in enumerate(weighed.packed.volunteer_ids)}
        for at, one in enumerate(weighed.packed.question_ids):
            kept = [columns[who] for who in self._asks[one][1] if who in columns]
            if kept:
                mine = slice(int(weighed.edges.indptr[at]), int(weighed.edges.indptr[at + 1]))
                same = np.isin(weighed.edges.indices[mine], kept)
                worth[mine][same] = worth[mine][same] // plain * before
        return worth

    def _ties(self, weighed: Weighed) -> NDArray[np.uint64]:
        return ties(weighed.packed, weighed.rows, weighed.edges.indices, seed=self.seed)

    # -- what stands ---------------------------------------------------------------------------

    def proposal(self) -> Proposal:
        """Give the proposal of now; certified where the town is one of single places."""
        pairs = self._pairs()
        if not self._is_exact(pairs):
            whole = self._weighed(self._asks, self._gives)
            return propose_from(whole, previous=self._previous, seed=self.seed)
        proven = self._live.certify().proven
        if not proven:
            self._lay_out()
            pairs, proven = self._pairs(), self._live.certify().proven
        weighed = self._weighed([one for one, _ in pairs], {who for _, who in pairs})
        pairings = read(weighed, pairs)
        value, served = sum(one.value for one in pairings), {one for one, _ in pairs}
        return Proposal(
            pairings=pairings,
            unmatched=tuple(sorted(one for one in self._asks if one not in served)),
            value=value,
            bound=max(self._bound(), value),
            proven=proven,
        )

    def places(self) -> list[Place]:
        """Give the price of a place with everyone with whom it has one, by volunteer.

        Exact prices of single places; where hours or teams bind they are those of the town without.
        """
        prices = self._live.prices // factors(self.weights)[0]
        found = ((one, tuple(prices[at].tolist())) for one, at in sorted(self._columns.items()))
        return [Place(one, row) for one, row in found if any(row)]

    @property
    def _previous(self) -> list[Pair]:
        return [(one, who) for one, (_, paired) in self._asks.items() for who in sorted(paired)]

    def _bound(self) -> int:
        """What no set of pairs surpasses, the bonus for yesterday's pairs left out."""
        if not self._previous:
            return self._live.value // factors(self.weights)[0]
        plain = propose_from(self._weighed(self._asks, self._gives), seed=self.seed)
        return plain.bound

    def _pairs(self) -> list[Pair]:
        names = {at: one for one, at in self._rows.items()}
        who = {at: one for one, at in self._columns.items()}
        asked, given = self._live.pairs
        found = zip(asked.tolist(), given.tolist(), strict=True)
        return sorted((names[q], who[v]) for q, v in found)

    def _is_exact(self, pairs: Sequence[Pair]) -> bool:
        """Tell whether hours and slots fit, packages are whole and worth alone is the rule."""
        if self.weights.longest_first or self.weights.spread_bonus:
            return False
        if any(ask.helpers_needed > 1 for ask, _ in self._asks.values()):
            return False
        if not all_whole((ask for ask, _ in self._asks.values()), {one for one, _ in pairs}):
            return False
        taken: dict[str, list[Question]] = {}
        for one, who in pairs:
            taken.setdefault(who, []).append(self._asks[one][0])
        return all(self._can_carry(self._gives[who], asks) for who, asks in taken.items())

    def _can_carry(self, volunteer: Volunteer, asks: list[Question]) -> bool:
        if sum(ask.hours for ask in asks) > volunteer.hours:
            return False
        return not self.weights.own_slots or each_has_its_own(volunteer, asks)


def _paired(previous: Collection[Pair]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, who in previous:
        found.setdefault(one, set()).add(who)
    return {one: frozenset(who) for one, who in found.items()}


def _differences[Card](before: Mapping[str, Card], after: Mapping[str, Card]) -> int:
    return sum(before.get(one) != after.get(one) for one in before.keys() | after.keys())
