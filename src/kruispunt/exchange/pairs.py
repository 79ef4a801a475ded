"""All pairs that may be weighed, some at a time, in the order of their ids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights

Positions = npt.NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some pairs: the positions of both sides, and shares in hundredths, one column a criterion."""

    question: Positions
    volunteer: Positions
    shares: npt.NDArray[np.integer]

    def __len__(self) -> int:
        return len(self.question)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everyone on the scales, both sides sorted by id."""

    questions: Sequence[Question]
    volunteers: Sequence[Volunteer]
    weights: Weights


def pairs_of(crowd: Crowd) -> Iterator[Pairs]:
    """Yield every eligible pair."""
    place = {card.id: position for position, card in enumerate(crowd.volunteers)}
    for asked, question in enumerate(crowd.questions):
        found = weigh(question, crowd.volunteers, crowd.weights).standings
        standings = sorted(found, key=lambda one: one.volunteer)
        shares = [[reason.share for reason in one.reasons] for one in standings]
        yield Pairs(
            np.full(len(standings), asked),
            np.array([place[one.volunteer] for one in standings], dtype=np.int64),
            np.array(shares, dtype=np.int64).reshape(-1, len(CRITERIA)),
        )
