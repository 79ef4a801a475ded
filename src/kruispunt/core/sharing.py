"""How places are shared out where worth alone is not the rule: by waiting, or over neighbourhoods.

Who waits longest first: nobody is passed over for somebody who waits shorter. Over neighbourhoods:
whoever is among the first tenth served of a neighbourhood adds the whole bonus, the next tenth a
ninth less, and so on; the last tenth adds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.assign import Assignment, assign, assign_covering, assign_in_order
from kruispunt.core.assign.certificate import broken_rules
from kruispunt.core.assign.covering import covered
from kruispunt.core.assign.loose import tightened
from kruispunt.core.assign.problem import pose
from kruispunt.core.cards import Question
from kruispunt.core.neighbourhoods import neighbourhoods_of
from kruispunt.core.weights import Weights

BANDS: Final = 10
"""A neighbourhood is served in tenths."""
THOUSANDTHS: Final = 1000


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who has waited how long and lives where, by question; and the bonus of each band."""

    days_waiting: NDArray[np.int64]
    neighbourhood: NDArray[np.int64]
    bonus: tuple[int, ...]
    """In hundred-thousandths of a point; empty where who waits longest goes first."""


@dataclass(frozen=True)
class Town:
    """Everything that a solve takes."""

    indptr: NDArray[np.int64]
    indices: NDArray[Any]
    weights: NDArray[np.int64]
    cap: NDArray[np.int64]
    limits: tuple[int, ...]
    level: NDArray[np.int64]
    need: NDArray[np.int64]
    hours: NDArray[np.int64]
    room: NDArray[np.int64]
    slots: NDArray[np.int64] | None
    free_slots: NDArray[np.int64] | None
    package: NDArray[np.int64] | None
    ties: NDArray[np.uint64]

    @property
    def rows(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """The sparse rows."""
        return self.indptr, self.indices.astype(np.int64), self.weights

    @property
    def rest(self) -> dict[str, Any]:
        """All that is no row, by name."""
        names = "cap limits level need hours room slots free_slots package ties".split()
        return {name: getattr(self, name) for name in names}


def sharing_of(questions: Sequence[Question], weights: Weights) -> Sharing | None:
    """Read from cards and weights how places are shared out; nothing where worth alone is it."""
    if not weights.longest_first and not weights.spread_bonus:
        return None
    most = weights.spread_bonus * THOUSANDTHS
    steps = tuple(most * (BANDS - 1 - band) // (BANDS - 1) for band in range(BANDS))
    places = neighbourhoods_of(questions)
    number = {place: at for at, place in enumerate(sorted(set(places), key=str.casefold))}
    return Sharing(
        np.array([one.days_waiting for one in questions], np.int64),
        np.array([number[place] for place in places], np.int64),
        () if weights.longest_first else steps,
    )


def shared_out(town: Town, sharing: Sharing, unit: int) -> Assignment:
    """Find the best proposal under this sharing; `unit` is by what every weight is multiplied.

    Value and bound count what the neighbourhoods add.
    """
    if sharing.bonus:
        steps = [unit * one for one in sharing.bonus]
        found = assign_covering(
            *town.rows, neighbourhood=sharing.neighbourhood, bonus=steps, **town.rest
        )
        plan = found.assignment
        return replace(plan, value=plan.value + found.bonus, bound=plan.bound + found.bonus)
    return _in_order(town, sharing.days_waiting)


def added(sharing: Sharing | None, alone: NDArray[np.bool_], served: NDArray[np.int64]) -> int:
    """Tell what neighbourhoods add when these are served; only who asks alone counts for one."""
    if sharing is None or not sharing.bonus or not len(alone):
        return 0
    helped = np.zeros(len(alone), bool)
    helped[served] = True
    many = int(sharing.neighbourhood.max()) + 1
    asks = np.bincount(sharing.neighbourhood[alone], minlength=many)
    done = np.bincount(sharing.neighbourhood[alone & helped], minlength=many)
    return covered(done, asks, np.array(sharing.bonus))


def _in_order(town: Town, days: NDArray[np.int64]) -> Assignment:
    """Serve who waits longest first, exactly; where hours, slots or teams bind, by waiting days.

    Then every pair weighs the rank of its question times more than the heaviest pair, and the bound
    tells what that sum may still miss.
    """
    problem = pose(*town.rows, **town.rest)
    if int(town.need.max(initial=1)) == 1:
        within = tightened(problem)
        kept = problem.edges_of(within.rows, within.indices)
        found = assign_in_order(
            within.indptr,
            within.indices,
            within.weights,
            first=days,
            cap=within.caps[:, 0],
            limits=within.caps[:, 1:],
            level=within.level,
            ties=town.ties[kept],
        ).assignment
        if not broken_rules(problem, (found.questions, found.volunteers)):
            return found
    return _by_days(town, days)


def _by_days(town: Town, days: NDArray[np.int64]) -> Assignment:
    rank = np.unique(days, return_inverse=True)[1].astype(np.int64) + 1
    rows = np.repeat(np.arange(len(days)), np.diff(town.indptr))
    step = int(town.weights.max(initial=0)) + 1
    found = assign(town.indptr, town.indices, town.weights + step * rank[rows], **town.rest)
    value = found.value - step * int(rank[found.questions].sum())
    return replace(found, value=value, bound=value + found.bound - found.value)
