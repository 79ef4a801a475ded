"""Who may never be proposed to whom (niet_met), found from either side by id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kruispunt.core.arrays.fields import Rare
from kruispunt.core.cards import Question, Volunteer


@dataclass(frozen=True, slots=True)
class Directory:
    """Where each id stands, and which positions name an id of the other side as excluded."""

    question_at: Mapping[str, int]
    volunteer_at: Mapping[str, int]
    questions_excluding: Mapping[str, list[int]]
    """By the id of a volunteer."""
    volunteers_excluding: Mapping[str, list[int]]
    """By the id of a question."""

    def banned_for_volunteers(self, cards: Sequence[Volunteer]) -> Rare:
        """The sorted positions of the questions that each of these volunteers may not get."""
        return Rare.of(
            [_meeting(card, self.question_at, self.questions_excluding) for card in cards]
        )

    def banned_for_questions(self, cards: Sequence[Question]) -> Rare:
        """The sorted positions of the volunteers that each of these questions may not get."""
        return Rare.of(
            [_meeting(card, self.volunteer_at, self.volunteers_excluding) for card in cards]
        )


def directory(
    questions: Sequence[Question],
    question_ids: Sequence[str],
    volunteers: Sequence[Volunteer],
    volunteer_ids: Sequence[str],
) -> Directory:
    """Write down where each id stands and who excludes whom."""
    return Directory(
        question_at={one: row for row, one in enumerate(question_ids)},
        volunteer_at={one: place for place, one in enumerate(volunteer_ids)},
        questions_excluding=_excluding(questions),
        volunteers_excluding=_excluding(volunteers),
    )


def _excluding(cards: Sequence[Question | Volunteer]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, card in enumerate(cards):
        for one in card.not_with:
            found.setdefault(one, []).append(position)
    return found


def _meeting(
    card: Question | Volunteer, at: Mapping[str, int], excluding: Mapping[str, list[int]]
) -> list[int]:
    named = {at[one] for one in card.not_with if one in at}
    return sorted(named.union(excluding.get(card.id, ())))
