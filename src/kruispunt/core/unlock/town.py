"""The town as it stands, and as it would stand after one change: a rerun is the truth."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import refusals_of
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.eligibility import RULES
from kruispunt.core.own_slots import bits_of_questions, bits_of_volunteers
from kruispunt.core.propose import Pair, Proposal, Weighed, propose_from, weigh_all
from kruispunt.core.unlock.change import Change
from kruispunt.core.unlock.weighed_again import with_question, with_volunteer
from kruispunt.core.weights import Weights


@dataclass(frozen=True, slots=True)
class Near:
    """Who stands on the other side of a card: who may be weighed, and who fails on one rule."""

    eligible: tuple[str, ...]
    refused_by: dict[str, list[str]]


class Town:
    """Everyone, the proposal as it is now, and what it becomes when one card changes."""

    def __init__(
        self,
        questions: Sequence[Question],
        volunteers: Sequence[Volunteer],
        weights: Weights,
        *,
        previous: Collection[Pair] = (),
        seed: int = 1,
        proposal: Proposal | None = None,
    ) -> None:
        """Take the cards in; `proposal` when it was made from the same before."""
        self.questions = {card.id: card for card in sorted(questions, key=lambda card: card.id)}
        self.volunteers = {card.id: card for card in sorted(volunteers, key=lambda card: card.id)}
        self.weights = weights
        self.previous = frozenset(previous)
        self.seed = seed
        self._given = proposal
        self.reruns: dict[bytes, Proposal] = {}

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal as it is now."""
        return self._given or self._propose(self.weighed)

    @cached_property
    def weighed(self) -> Weighed:
        """Everyone on the scales as they are now."""
        return weigh_all(
            list(self.questions.values()), list(self.volunteers.values()), self.weights
        )

    def after(self, change: Change) -> Proposal:
        """Find the proposal with this one card changed or added."""
        card = change.card
        if isinstance(card, Question):
            changed = with_question(self.weighed, card)
        else:
            changed = with_volunteer(self.weighed, card)
        effect = _effect(changed)
        if effect not in self.reruns:
            self.reruns[effect] = self._propose(changed)
        return self.reruns[effect]

    @cached_property
    def around_volunteer(self) -> dict[str, Near]:
        """For each volunteer: the questions she may answer, and those one rule keeps from her."""
        asks = list(self.questions)
        return {
            who: _near(asks, self._broken[:, column]) for column, who in enumerate(self.volunteers)
        }

    @cached_property
    def around_question(self) -> dict[str, Near]:
        """For each question: who may answer it, and whom one rule keeps from it."""
        crowd = list(self.volunteers)
        return {who: _near(crowd, self._broken[row]) for row, who in enumerate(self.questions)}

    @cached_property
    def _broken(self) -> NDArray[np.int16]:
        """Which rules each pair breaks, a bit for each rule."""
        found = np.zeros((len(self.questions), len(self.volunteers)), dtype=np.int16)
        for row in range(len(found)):
            found[row] = refusals_of(self.weighed.packed, row)
        return found

    def _propose(self, weighed: Weighed) -> Proposal:
        return propose_from(weighed, previous=self.previous, seed=self.seed)


def _near(others: list[str], broken: NDArray[np.int16]) -> Near:
    refused_by = {
        rule.name: [others[at] for at in np.flatnonzero(broken == 1 << place).tolist()]
        for place, rule in enumerate(RULES)
    }
    return Near(tuple(others[at] for at in np.flatnonzero(broken == 0).tolist()), refused_by)


def _effect(weighed: Weighed) -> bytes:
    """A digest of all that the scales notice: equal effects have equal outcomes."""
    packed, found = weighed.packed, weighed.edges
    columns = (packed.volunteer_hash, found.indptr, found.indices, found.score, packed.places)
    loads = (packed.need, packed.questions.hours, packed.volunteers.hours)
    slots = (bits_of_questions(packed), bits_of_volunteers(packed))
    digest = blake2b(digest_size=16)
    for column in (*columns, *loads, *(one for one in slots if one is not None)):
        digest.update(len(column).to_bytes(8))
        digest.update(np.ascontiguousarray(column))
    return digest.digest()
