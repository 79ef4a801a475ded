"""The best volunteers for one question at once, out of hundreds of thousands, kept up to date."""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from kruispunt.core.arrays.candidate import Candidate
from kruispunt.core.arrays.columns import (
    ALL_REACH,
    NOBODY,
    one_question,
    rare_words_of_questions,
    sets_of_volunteers,
    volunteer_columns,
)
from kruispunt.core.arrays.compiled import compiled_kernel, is_warm
from kruispunt.core.arrays.fallen import Fallen
from kruispunt.core.arrays.fields import STATUS, Ints, Rare, rows_of
from kruispunt.core.arrays.grid import grid_over, same_square
from kruispunt.core.arrays.kernel import broken, fits, is_hopeful, question_at, score_of
from kruispunt.core.arrays.lexicon import learn_volunteer, rare_of_volunteer
from kruispunt.core.arrays.pack import pack
from kruispunt.core.arrays.plain import more_of_pairs
from kruispunt.core.arrays.sheet import side_by_side
from kruispunt.core.arrays.shelf import Shelf, furthest_by_square, glance_at, look_again, reasons
from kruispunt.core.arrays.walk import Asked, Given
from kruispunt.core.cards import NONE, Question, Standing, Volunteer
from kruispunt.core.eligibility import RULES
from kruispunt.core.weigh import standing
from kruispunt.core.weights import Weights

_RULED_OUT: Final = 1 << [rule.name for rule in RULES].index("niet_met")
LOOSE: Final = 2048
"""Changed volunteers who may lie loose before everyone is laid out anew."""


class TopIndex:
    """All volunteers of one moment, laid out so that one question is answered in a blink.

    Parameters
    ----------
    volunteers : iterable of Volunteer
        Ids are unique.
    weights : Weights

    Notes
    -----
    Laying out takes about 10 µs a volunteer. `put` and `remove` change one of them in place; what
    moved lies loose until there are 2,048 such, and then everything is laid out anew. Not meant
    for two threads at once.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> ask = Question("v1", ("WANDELEN",), Intensity.LIGHT, x=0, y=0)
    >>> near = Volunteer("a", frozenset({"WANDELEN"}), x=0, y=1_000_000)
    >>> index = TopIndex([near, Volunteer("b", frozenset({"WANDELEN"}), x=0, y=0)], Weights())
    >>> [(one.volunteer, one.score) for one in index.top(ask, 2)]
    [('b', 7500), ('a', 7350)]
    >>> index.remove("b")
    >>> [one.volunteer for one in index.top(ask, 2)]
    ['a']
    """

    _place_of: dict[str, int]
    _ids: list[str]
    _used: int

    def __init__(self, volunteers: Iterable[Volunteer], weights: Weights) -> None:
        self._weights = weights
        self._cards = {card.id: card for card in volunteers}
        self._price_of: dict[str, int] = {}
        self._lay_out()

    def __len__(self) -> int:
        return len(self._cards)

    def __contains__(self, volunteer: str) -> bool:
        return volunteer in self._cards

    def card(self, volunteer: str) -> Volunteer:
        """The card that lies there; KeyError when there is no such id."""
        return self._cards[volunteer]

    def top(
        self, question: Question, k: int = 10, *, compiled: bool | None = None
    ) -> list[Candidate]:
        """Give the k best volunteers for a question with their reasons, best first.

        Exactly the first k of `weigh(question, volunteers, weights).standings`. Without
        `compiled`, numba answers once it is warm, and plain numpy until then.
        """
        return self._best(question, k, self._no_prices, compiled=compiled)

    def top_minus_price(
        self, question: Question, k: int = 10, *, compiled: bool | None = None
    ) -> list[Candidate]:
        """Give the k volunteers with the highest score minus price, in that order.

        Only the order changes: whoever is eligible stays in the list, and the score is her own.
        """
        return self._best(question, k, self._prices, compiled=compiled)

    def fallen(self, question: Question, *, unseen: Iterable[str] = ()) -> Fallen:
        """Say of everybody which rules she breaks; whoever is `unseen` is not counted at all.

        Time: one pass over all columns, some 10 ms for 200,000 volunteers.
        """
        asked = self._asked(question)
        there = self._is_there.copy()
        there[self._places_of(unseen)] = False
        places = np.flatnonzero(there)
        helpers = rows_of(self._given.columns, places)
        more = more_of_pairs(asked.rare, np.zeros(len(places), np.int64), self._given.rare, places)
        asker = question_at(asked.columns, 0)
        found = np.array(np.broadcast_to(broken(asker, helpers, more), places.shape), np.int64)
        barred = self._barred(question)
        found[np.searchsorted(places, barred[there[barred]])] |= _RULED_OUT
        return Fallen(self._ids, places, found, asker, self._given.columns)

    def rank(self, question: Question, volunteer: str) -> int | None:
        """The place of one volunteer in the ranking, from 1; None when a rule refuses her."""
        asked, barred = self._asked(question), self._barred(question)
        places, values = self._looked_at_all(asked, self._no_prices, barred)
        mine = values[places == self._place_of.get(volunteer, -1)]
        if not len(mine):
            return None
        equal = (self._ids[at] for at in places[values == mine[0]].tolist())
        ahead = int(np.count_nonzero(values > mine[0]))
        return ahead + len([one for one in equal if one <= volunteer])

    def standing(self, question: Question, volunteer: str) -> Standing:
        """Give one volunteer with every reason in full, as the cards have it."""
        return standing(question, self._cards[volunteer], self._weights)

    def put(self, volunteer: Volunteer) -> None:
        """Lay down a new volunteer, or what changed about one."""
        old = self._place_of.get(volunteer.id)
        if old is not None:
            self._forget_bans(self._cards[volunteer.id])
        learn_volunteer(self._words, volunteer)
        at = old if old is not None and self._stays_put(volunteer) else self._used
        if at == len(self._ids):
            self._cards[volunteer.id] = volunteer
            self._lay_out()
            return
        self._write(at, volunteer)
        if at != old and old is not None:
            self._leave(old)
        self._used = max(self._used, at + 1)
        self._remember(at, volunteer)

    def remove(self, volunteer: str) -> None:
        """Take a volunteer away; KeyError when there is no such id."""
        self._forget_bans(self._cards.pop(volunteer))
        place = self._place_of.pop(volunteer)
        self._leave(place)
        self._price_of.pop(volunteer, None)

    def price(self, worth: Mapping[str, int]) -> None:
        """Say what a place with some is worth elsewhere, in hundredths; others cost nothing."""
        self._price_of = {one: price for one, price in worth.items() if one in self._place_of}
        self._lay_prices()

    def _lay_prices(self) -> None:
        self._least_price, self._prices[:] = min([0, *self._price_of.values()]), 0
        for one, price in self._price_of.items():
            self._prices[self._place_of[one]] = price

    def _lay_out(self) -> None:
        cards = list(self._cards.values())
        packed = pack([], cards, self._weights)
        columns = packed.volunteers
        grid = grid_over(columns.x, columns.y, columns.reach_squared)
        room = len(cards) + LOOSE
        order = np.concatenate([grid.order, np.zeros(LOOSE, dtype=np.int64)])
        if not cards:
            columns = volunteer_columns([NOBODY], packed.lexicons, sets_of_volunteers([NOBODY]))
        self._words, self._tables, self._grid = packed.lexicons, packed.tables, grid
        rare = packed.rare_of_volunteers if cards else Rare.of([[]])
        self._rows, laid = side_by_side(rows_of(columns, order))
        self._given = Given(laid, rare.taken(order), Rare.of([[]] * room))
        self._given.columns.lacks[len(cards) :] |= STATUS
        self._glance = glance_at(self._given.columns, self._given.rare, grid, self._tables)
        self._used = len(cards)
        self._is_there = np.arange(room) < len(cards)
        self._ids = [cards[at].id for at in grid.order.tolist()] + [""] * LOOSE
        self._place_of = {one: at for at, one in enumerate(self._ids) if one or at < len(cards)}
        self._paper = np.zeros(room, dtype=np.bool_), np.zeros(room + 1, dtype=np.int64)
        self._prices, self._no_prices = np.zeros((2, room), dtype=np.int64)
        self._lay_prices()
        self._reach = furthest_by_square(columns.reach_squared, grid)
        self._excluding: dict[str, set[str]] = {}
        for card in cards:
            self._remember_bans(card)

    def _best(
        self, question: Question, k: int, prices: Ints, *, compiled: bool | None
    ) -> list[Candidate]:
        if k < 1 or not self._cards:
            return []
        asked, barred = self._asked(question), self._barred(question)
        shelf = Shelf(
            self._rows, self._given.rare, self._glance, self._grid, self._reach, prices,
            self._least_price, *self._paper,
        )  # fmt: skip
        compiled = is_warm() if compiled is None else compiled
        if compiled:
            found = compiled_kernel().best(asked, shelf, barred, self._used, self._tables, k)
        else:
            found = self._looked_at_all(asked, prices, barred)
        return self._ranked(asked, found, k)

    def _asked(self, question: Question) -> Asked:
        return Asked(
            one_question(question, self._words), rare_words_of_questions([question], self._words)
        )

    def _barred(self, question: Question) -> Ints:
        return self._places_of(question.not_with | self._excluding.get(question.id, NONE))

    def _places_of(self, volunteers: Iterable[str]) -> Ints:
        found = (self._place_of[one] for one in volunteers if one in self._place_of)
        return np.array(sorted(found), dtype=np.int64)

    def _ranked(self, asked: Asked, found: tuple[Ints, ...], k: int) -> list[Candidate]:
        """The first k by value and then id, out of all that may be among them."""
        places, values, *told = found
        if len(values) > k:
            last = np.partition(values, len(values) - k)[len(values) - k]
            among = values >= last
            places, values, *told = (column[among] for column in (places, values, *told))
        shares = told[0] if told else self._reasons(asked, places)
        ranked = sorted(
            zip((-values).tolist(), map(self._ids.__getitem__, places.tolist()), shares.tolist(),
                strict=True)
        )  # fmt: skip
        return [
            Candidate(one, sum(shares), -value, tuple(shares), unknown)
            for value, one, (*shares, unknown) in ranked[:k]
        ]

    def _reasons(self, asked: Asked, places: Ints) -> Ints:
        asker, given = question_at(asked.columns, 0), self._given
        return reasons(asker, asked.rare, self._rows, given.rare, places, self._tables)

    def _looked_at_all(self, asked: Asked, prices: Ints, barred: Ints) -> tuple[Ints, Ints]:
        q = question_at(asked.columns, 0)
        able = np.flatnonzero(is_hopeful(q, rows_of(self._given.columns, slice(self._used))))
        able = np.setdiff1d(able, barred)
        helpers, first = rows_of(self._given.columns, able), np.zeros(len(able), dtype=np.int64)
        more = more_of_pairs(asked.rare, first, self._given.rare, able)
        keeps = np.broadcast_to(fits(q, helpers, more), able.shape)
        scores = np.broadcast_to(score_of(q, helpers, more, self._tables), able.shape)
        return able[keeps], (scores - prices[able])[keeps]

    def _stays_put(self, volunteer: Volunteer) -> bool:
        old, place = self._cards[volunteer.id], self._place_of[volunteer.id]
        if place >= len(self._grid.order):
            return True
        return same_square(self._grid, (old.x, old.y), (volunteer.x, volunteer.y))

    def _write(self, at: int, volunteer: Volunteer) -> None:
        one = volunteer_columns([volunteer], self._words, sets_of_volunteers([volunteer]))
        for column, number in zip(self._given.columns, one, strict=True):
            column[at] = number[0]
        keys = np.array(rare_of_volunteer(self._words, volunteer), dtype=np.int64)
        rare = self._given.rare
        rare.start[at], rare.end[at] = len(rare.keys), len(rare.keys) + len(keys)
        if len(keys):
            grown = Rare(rare.start, rare.end, np.concatenate([rare.keys, keys]))
            self._given = self._given._replace(rare=grown)
        look_again(self._glance, at, self._given, self._grid, self._tables)
        if at < len(self._grid.order):
            square = int(np.searchsorted(self._grid.start, at, side="right")) - 1
            reach = min(abs(volunteer.reach), ALL_REACH)
            self._reach[square] = max(self._reach[square], reach)

    def _leave(self, place: int) -> None:
        """Nobody lies here any more."""
        self._given.columns.lacks[place] |= STATUS
        self._glance.lacks[place] |= np.uint32(STATUS)
        self._is_there[place] = False

    def _remember(self, at: int, volunteer: Volunteer) -> None:
        self._cards[volunteer.id] = volunteer
        self._place_of[volunteer.id] = at
        self._is_there[at] = True
        self._ids[at] = volunteer.id
        self._prices[at] = self._price_of.get(volunteer.id, 0)
        self._remember_bans(volunteer)

    def _remember_bans(self, volunteer: Volunteer) -> None:
        for question in volunteer.not_with:
            self._excluding.setdefault(question, set()).add(volunteer.id)

    def _forget_bans(self, volunteer: Volunteer) -> None:
        for question in volunteer.not_with:
            self._excluding[question].discard(volunteer.id)
