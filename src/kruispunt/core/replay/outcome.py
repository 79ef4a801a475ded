"""What a way to work was worth to people: how many were helped, how well, and how long it took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.replay.board import NEVER, Board
from kruispunt.core.replay.history import Ints
from kruispunt.core.vocabulary import Intensity

CLASSES = tuple(word.value for word in Intensity)
SLOW_END = 90


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long people waited; who was never helped counts until she left or the period ended.

    Attributes
    ----------
    asked, served : int
    mean, p90 : float
        Days, over everyone who asked.
    """

    asked: int
    served: int
    mean: float
    p90: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """One replay of one way to work.

    Attributes
    ----------
    policy : str
    worth, ceiling : int
        Score times priority in hundred-thousandths of a point: what was reached, and what no one
        could have surpassed who had known everything beforehand.
    most_served : int
        How many questions the proposal behind the ceiling helps.
    mean_score : float
        Points from 0 to 100, over the questions that were helped.
    everyone : Waiting
    by_class, by_area : mapping of str to Waiting
    changed : int
        Proposals that were changed or taken back before they stood.
    """

    policy: str
    worth: int
    ceiling: int
    most_served: int
    mean_score: float
    everyone: Waiting
    changed: int
    by_class: Mapping[str, Waiting] = field(default_factory=dict)
    by_area: Mapping[str, Waiting] = field(default_factory=dict)

    @property
    def quality(self) -> float:
        """The part of the ceiling that was reached; 1 when there was nothing to reach."""
        return self.worth / self.ceiling if self.ceiling else 1.0

    @property
    def served_share(self) -> float:
        """The part of the questions that was helped; 1 when nobody asked."""
        return self.everyone.served / self.everyone.asked if self.everyone.asked else 1.0


def outcome_of(board: Board, policy: str, *, ceiling: int, most_served: int) -> Outcome:
    """Count what stands on the board at the end of a period."""
    period, packed = board.period, board.history.packed
    helped = board.helped_on != NEVER
    until = np.where(helped, board.helped_on, np.minimum(period.gone_on, period.last + 1))
    days = until - period.asked_on
    helpers = packed.need[period.rows][helped]
    scores = board.score[helped] / np.maximum(helpers, 1) / 100
    areas = [board.history.areas[row] for row in period.rows.tolist()]
    classes = [CLASSES[step] for step in packed.step[period.rows].tolist()]
    return Outcome(
        policy=policy,
        worth=int(board.worth.sum()),
        ceiling=ceiling,
        most_served=most_served,
        mean_score=float(scores.mean()) if len(scores) else 0.0,
        everyone=_waiting(days, helped),
        changed=board.changed,
        by_class=_grouped(classes, days, helped),
        by_area=_grouped(areas, days, helped),
    )


def _grouped(labels: Sequence[str], days: Ints, helped: NDArray[np.bool_]) -> dict[str, Waiting]:
    where: dict[str, list[int]] = {}
    for at, label in enumerate(labels):
        where.setdefault(label, []).append(at)
    return {label: _waiting(days[where[label]], helped[where[label]]) for label in sorted(where)}


def _waiting(days: Ints, helped: NDArray[np.bool_]) -> Waiting:
    if not len(days):
        return Waiting(0, 0, 0.0, 0.0)
    return Waiting(
        len(days), int(helped.sum()), float(days.mean()), float(np.percentile(days, SLOW_END))
    )
