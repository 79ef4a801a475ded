"""Which pairs a change could make that the town would want: the others need not be tried.

A new pair is wanted only when it is worth more than what its question and its volunteer are worth
elsewhere, at the prices of the proposal. Where places tell the whole story and no class limit binds
nothing is lost by looking at wanted pairs alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import Edges, edges_of_questions, edges_of_volunteers
from kruispunt.core.cards import Volunteer
from kruispunt.core.propose import AT_MOST, prices_of
from kruispunt.core.unlock.change import QUESTION_COLUMNS, VOLUNTEER_COLUMNS
from kruispunt.core.unlock.hours_left import HoursLeft
from kruispunt.core.unlock.town import Town
from kruispunt.core.vocabulary import Intensity, Slot, Training

EVERY_SLOT: Final = frozenset(slot.value for slot in Slot)
EVERY_TRAINING: Final = frozenset(training.value for training in Training)
ANYWHERE: Final = 1_000_000_000
ANY_HOURS: Final = 1_000_000_000
Ids = frozenset[str]


class Useful:
    """Per column and card: the ids on the other side that could be wanted."""

    def __init__(self, town: Town, hours: HoursLeft, aims: Ids | None) -> None:
        """`aims` are the questions that must get a new pair for the change to matter, if known."""
        self.aims = aims
        self._town, self._packed = town, town.weighed.packed
        self._asks, self._crowd = list(town.questions), list(town.volunteers)
        self._kinds = frozenset(kind for ask in town.questions.values() for kind in ask.kinds)
        self._hours = hours
        still_open = set(town.proposal.unmatched)
        self._open = np.array([ask in still_open for ask in self._asks], dtype=np.bool_)
        self._has_teams = bool((self._packed.need > 1).any())
        self._asked, given = prices_of(town.weighed, town.previous, town.seed)
        self._given = self._where_limits_bind(given)
        self._volunteers = {
            column: self._wanted_by_volunteers(column) for column in VOLUNTEER_COLUMNS
        }
        self._questions = {
            column: self._wanted_by_questions(column)
            for column in QUESTION_COLUMNS
            if column != "aantal"
        }
        self._full = {
            who for who, price in zip(self._crowd, self._given[:, 0].tolist(), strict=True) if price
        }

    def for_volunteer(self, who: str, column: str) -> Ids | None:
        """The questions for which a change of this cell could matter; None: any of them."""
        if column in {"plaatsen", "uren"} and who in self._full:
            return None
        wanted = self._volunteers[column].get(who, frozenset())
        return wanted if self.aims is None else wanted & self.aims

    def for_question(self, who: str, column: str) -> Ids | None:
        """The volunteers for whom a change of this cell could matter; None: any of them."""
        if column == "aantal":
            return None
        wanted = self._questions[column].get(who, frozenset())
        if column == "uren":
            wanted |= self._full & set(self._town.around_question[who].eligible)
        return wanted

    def _wanted_by_volunteers(self, column: str) -> dict[str, Ids]:
        cards = [
            _STRETCHED[column](card, self._kinds)
            for card in self._town.volunteers.values()
            if card.available and (card.places or column == "plaatsen")
        ]
        found = edges_of_volunteers(self._packed, cards)
        at = {who: column for column, who in enumerate(self._crowd)}
        own = np.repeat(np.array([at[card.id] for card in cards], np.int64), np.diff(found.indptr))
        wanted = self._wanted(found.indices, own, found.score)
        return self._named(found, wanted, [card.id for card in cards], self._asks)

    def _wanted_by_questions(self, column: str) -> dict[str, Ids]:
        cards = [
            replace(ask, slots=EVERY_SLOT if ask.slots else ask.slots)
            if column == "dagdelen"
            else replace(ask, hours=0)
            for ask in self._town.questions.values()
        ]
        found = edges_of_questions(self._packed, cards)
        own = np.repeat(np.arange(len(cards)), np.diff(found.indptr))
        wanted = self._wanted(own, found.indices, found.score)
        return self._named(found, wanted, self._asks, self._crowd)

    def _wanted(
        self,
        rows: NDArray[np.integer],
        columns: NDArray[np.integer],
        score: NDArray[np.int32],
    ) -> NDArray[np.bool_]:
        """Whether each pair is worth its prices, yesterday's bonus included where there is any."""
        worth = score * self._packed.priority[rows]
        given = self._given[columns, self._packed.step[rows]]
        left, hours = self._hours, self._packed.questions.hours[rows]
        more_fit = (left.fit < left.places)[columns] & (
            left.shortest[columns] + hours <= left.room[columns]
        )
        wanted = worth >= self._asked[rows] + given * ~more_fit
        if self._has_teams:  # the prices are those of helpers one by one
            wanted |= (self._packed.need[rows] > 1) | self._open[rows]
        return np.asarray(wanted)

    def _where_limits_bind(self, given: NDArray[np.int64]) -> NDArray[np.int64]:
        """Take away the prices of places that only run out because few questions may come."""
        found, packed, given = self._town.weighed, self._packed, given.copy()
        step = packed.step[found.rows]
        most = (packed.places, *(np.minimum(packed.places, limit) for limit in AT_MOST))
        for level, limit in enumerate(most):
            suitors = np.bincount(found.edges.indices[step >= level], minlength=len(given))
            free = suitors < limit
            given[free, level] = given[free, level - 1] if level else 0
        return given

    def _named(
        self,
        found: Edges,
        wanted: NDArray[np.bool_],
        owners: Sequence[str],
        others: Sequence[str],
    ) -> dict[str, Ids]:
        named = {}
        for place, owner in enumerate(owners):
            part = slice(int(found.indptr[place]), int(found.indptr[place + 1]))
            names = found.indices[part][wanted[part]].tolist()
            if names:
                named[owner] = frozenset(others[at] for at in names)
        return named


_STRETCHED: Final[Mapping[str, Callable[[Volunteer, Ids], Volunteer]]] = {
    "plaatsen": lambda card, _: replace(card, places=max(card.places, 1)),
    "max_km": lambda card, _: replace(card, reach=ANYWHERE),
    "dagdelen": lambda card, _: replace(card, slots=EVERY_SLOT if card.slots else card.slots),
    "uren": lambda card, _: replace(card, hours=ANY_HOURS),
    "trainingen": lambda card, _: replace(card, trainings=EVERY_TRAINING),
    "vog_tot": lambda card, _: replace(card, has_vog=True),
    "max_klasse": lambda card, _: replace(card, max_intensity=Intensity.VERY_INTENSIVE),
    "soorten": lambda card, kinds: replace(card, kinds=card.kinds | kinds),
}
"""The card with one cell as wide as it goes."""
