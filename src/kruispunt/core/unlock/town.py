"""The town as it stands, and as it would stand after one change: a rerun is the truth."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.eligibility import refusals
from kruispunt.core.propose import Proposal, propose
from kruispunt.core.unlock.change import Change
from kruispunt.core.weigh import standing
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
        previous: Collection[tuple[str, str]] = (),
        proposal: Proposal | None = None,
    ) -> None:
        self.questions = {card.id: card for card in sorted(questions, key=lambda card: card.id)}
        self.volunteers = {card.id: card for card in sorted(volunteers, key=lambda card: card.id)}
        self.weights = weights
        self.previous = previous
        self._given = proposal
        self._seen: dict[object, Proposal] = {}

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal as it is."""
        return self._given or self._propose(self.questions, self.volunteers)

    def after(self, change: Change) -> Proposal:
        """Lay everyone on the scales again with this one card changed or added."""
        effect = self._effect(change)
        if effect not in self._seen:
            self._seen[effect] = self._rerun(change)
        return self._seen[effect]

    @cached_property
    def around_volunteer(self) -> dict[str, Near]:
        """For each volunteer: the questions she may answer, and those one rule keeps from her."""
        return {
            who: _near([(ask.id, refusals(ask, card)) for ask in self.questions.values()])
            for who, card in self.volunteers.items()
        }

    @cached_property
    def around_question(self) -> dict[str, Near]:
        """For each question: who may answer it, and whom one rule keeps from it."""
        return {
            who: _near([(card.id, refusals(ask, card)) for card in self.volunteers.values()])
            for who, ask in self.questions.items()
        }

    def _rerun(self, change: Change) -> Proposal:
        if isinstance(change.card, Question):
            return self._propose(self.questions | {change.who: change.card}, self.volunteers)
        return self._propose(self.questions, self.volunteers | {change.who: change.card})

    def _propose(
        self, questions: dict[str, Question], volunteers: dict[str, Volunteer]
    ) -> Proposal:
        return propose(
            list(questions.values()),
            list(volunteers.values()),
            self.weights,
            previous=self.previous,
        )

    def _effect(self, change: Change) -> object:
        """All that the scales will notice of a change: equal effects have equal outcomes."""
        card = change.card
        if isinstance(card, Question):
            pairs = [(card, other) for other in self.volunteers.values()]
            load: tuple[int, ...] = (card.hours, card.helpers_needed)
        else:
            pairs = [(other, card) for other in self.questions.values()]
            load = (card.hours, card.places)
        return (change.subject, change.who, load, tuple(self._score(*pair) for pair in pairs))

    def _score(self, question: Question, volunteer: Volunteer) -> int:
        if refusals(question, volunteer):
            return -1
        return standing(question, volunteer, self.weights).score


def _near(answers: list[tuple[str, tuple[str, ...]]]) -> Near:
    eligible = tuple(who for who, broken in answers if not broken)
    refused_by: dict[str, list[str]] = {}
    for who, broken in answers:
        if len(broken) == 1:
            refused_by.setdefault(broken[0], []).append(who)
    return Near(eligible, refused_by)
