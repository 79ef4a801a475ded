"""What would make it possible: for each question that stays open the cheapest change."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import refusal_counts
from kruispunt.core.eligibility import RULES
from kruispunt.core.refusal_counts import OpenBecause, why_open
from kruispunt.core.unlock.change import Change, Subject
from kruispunt.core.unlock.cheapest import Search, Told, nobody_listens
from kruispunt.core.unlock.town import Town

__all__ = ["Change", "OpenBecause", "Subject", "Town", "Unmatched", "unmatched"]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A question without a proposal: why, which rule refuses most, and what would unlock it."""

    question: str
    because: OpenBecause
    rule: str
    unlocker: Change | None


def unmatched(town: Town, today: date, *, told: Told = nobody_listens) -> tuple[Unmatched, ...]:
    """Say of each question without a proposal why, and the cheapest single change that helps.

    Whoever makes exactly that change and lays everyone on the scales again, finds the question
    served; no cheaper change in one cell does that. `unlocker` is empty where no single change
    suffices. `told` hears how far it is.
    """
    unlockers = Search(town, town.proposal.unmatched, today).walk(told)
    package, row = town.weighed.package, {ask: at for at, ask in enumerate(town.questions)}
    rows = [row[ask] for ask in town.proposal.unmatched]
    counts = refusal_counts(town.weighed.packed, rows)
    return tuple(
        Unmatched(
            ask,
            why_open(
                len(town.around_question[ask].eligible),
                town.questions[ask].helpers_needed,
                in_package=package is not None and bool(package[row[ask]]),
            ),
            _in_the_way(counts.alone[place], counts.refused[place]),
            unlockers.get(ask),
        )
        for place, ask in enumerate(town.proposal.unmatched)
    )


def _in_the_way(alone: NDArray[np.int64], refused: NDArray[np.int64]) -> str:
    """The rule that alone refuses most; if none does, the one that refuses most; or nothing."""
    counted = alone if alone.any() else refused
    return RULES[int(counted.argmax())].name if counted.any() else ""
