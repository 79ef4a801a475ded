"""The scales for everyone at once: the best possible set of pairs, with its bound and its proof.

A pair weighs score times priority, in whole hundred-thousandths of a point. The proposal that
weighs most is the answer; among equals the one that serves most questions; then a fixed tie-break
on the ids. A person reads it and decides.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights


@dataclass(frozen=True, slots=True)
class Pairing:
    """One proposed pair: score in hundredths, priority in thousandths."""

    question: str
    volunteer: str
    score: int
    priority: int

    @property
    def value(self) -> int:
        """Score times priority, in hundred-thousandths of a point."""
        return self.score * self.priority


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the scales propose: the pairs, what they weigh, and how sure that is the best.

    `value` and `bound` are in hundred-thousandths of a point and leave the bonus for
    yesterday's pairs out.
    """

    pairings: tuple[Pairing, ...]
    unmatched: tuple[str, ...]
    value: int
    bound: int
    proven: bool

    @property
    def gap(self) -> float:
        """The part of the bound that the proposal might still miss."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


def propose(
    questions: Sequence[Question],
    volunteers: Sequence[Volunteer],
    weights: Weights,
    *,
    previous: Collection[tuple[str, str]] = (),
) -> Proposal:
    """Find the set of pairs that weighs most under the hard rules and the load rules.

    Load rules: at most `places` matches a volunteer, the hours of her new matches together at
    most her hours, at most one very intensive and at most two intensive or heavier (CAP-01), and
    exactly `helpers_needed` different helpers for a question or none.
    """
    questions = sorted(questions, key=lambda card: card.id)
    edges = [
        Pairing(question.id, one.volunteer, one.score, weights.priority(question))
        for question in questions
        for one in weigh(question, volunteers, weights).standings
    ]
    chosen = _choose(questions, volunteers, edges, bonus=_bonus(previous, weights))
    served = {pairing.question for pairing in chosen}
    value = sum(pairing.value for pairing in chosen)
    return Proposal(
        pairings=tuple(sorted(chosen, key=lambda pair: (pair.question, pair.volunteer))),
        unmatched=tuple(question.id for question in questions if question.id not in served),
        value=value,
        bound=value,
        proven=True,
    )


def _bonus(previous: Collection[tuple[str, str]], weights: Weights) -> dict[tuple[str, str], int]:
    return dict.fromkeys(previous, weights.switch_bonus)


def _choose(
    questions: Sequence[Question],
    volunteers: Sequence[Volunteer],
    edges: Sequence[Pairing],
    *,
    bonus: Mapping[tuple[str, str], int],
) -> list[Pairing]:
    if not edges:
        return []
    limits = _limits(questions, volunteers, edges)
    wide = len(edges) + len(questions)
    matrix = np.zeros((len(limits), wide))
    for row, (entries, _, _) in enumerate(limits):
        for column, number in entries.items():
            matrix[row, column] = number
    gain = np.full(wide, -1e-3)
    gain[: len(edges)] = [
        -edge.value * (1000 + bonus.get((edge.question, edge.volunteer), 0)) / 1000
        for edge in edges
    ]
    found = milp(
        gain,
        constraints=LinearConstraint(
            matrix, [low for _, low, _ in limits], [high for _, _, high in limits]
        ),
        integrality=np.ones(wide, dtype=np.int64),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    if found.x is None:
        raise RuntimeError(found.message)
    return [edge for e, edge in enumerate(edges) if round(found.x[e])]


Limit = tuple[dict[int, float], float, float]


def _limits(
    questions: Sequence[Question], volunteers: Sequence[Volunteer], edges: Sequence[Pairing]
) -> list[Limit]:
    row_of = {question.id: row for row, question in enumerate(questions)}
    asked = {question.id: question for question in questions}
    first = len(edges)
    limits: list[Limit] = [
        (
            {e: 1.0 for e, edge in enumerate(edges) if edge.question == question.id}
            | {first + row_of[question.id]: -float(question.helpers_needed)},
            0.0,
            0.0,
        )
        for question in questions
    ]
    for volunteer in volunteers:
        mine = [(e, asked[g.question]) for e, g in enumerate(edges) if g.volunteer == volunteer.id]
        heavy = {e: 1.0 for e, q in mine if q.intensity is not Intensity.LIGHT}
        very = {e: 1.0 for e, q in mine if q.intensity is Intensity.VERY_INTENSIVE}
        limits += [
            ({e: 1.0 for e, _ in mine}, 0.0, float(volunteer.places)),
            ({e: float(q.hours) for e, q in mine}, 0.0, float(volunteer.hours)),
            (heavy, 0.0, 2.0),
            (very, 0.0, 1.0),
        ]
    return limits
