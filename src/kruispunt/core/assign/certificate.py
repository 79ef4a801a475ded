"""Proof apart from the solver: anybody can add up that no other proposal is worth more."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.problem import Problem, exact_sum


@dataclass(frozen=True)
class Certificate:
    """What an independent sum over the arrays says about a proposal and its prices.

    ``primal`` and ``dual`` are in composite units. By weak duality no proposal is worth more than
    ``dual``; where the two meet the proposal is the best there is.
    """

    primal: int
    dual: int
    value: int
    served: int
    complaints: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Tell whether the proposal is allowed and the integers meet."""
        return not self.complaints and self.primal == self.dual


def certify(
    problem: Problem,
    pairs: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]],
    prices: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]],
) -> Certificate:
    """Check a proposal and its prices against the arrays alone.

    Parameters
    ----------
    problem
        The checked instance.
    pairs
        Question and volunteer of each match.
    prices
        ``surplus[q]`` and ``price[v, l]``, what a place with ``v`` costs a question of level
        ``l``, both in composite units.

    Notes
    -----
    Plain numpy in O(edges). Teams count as ``need`` single places here, which can only raise the
    bound; hours are left out of the bound for the same reason.
    """
    questions, volunteers = pairs
    surplus, price = prices
    edges = problem.edges_of(questions, volunteers)
    caps = problem.caps
    steps = np.diff(price, axis=1, prepend=0)

    complaints = [
        *_broken_limits(problem, questions, volunteers),
        *_broken_prices(problem, surplus, steps, price),
    ]
    paid = sum(_exact_dot(steps[:, level], caps[:, level]) for level in range(problem.levels))
    return Certificate(
        primal=exact_sum(problem.composite[edges]),
        dual=_exact_dot(surplus, problem.need) + paid,
        value=exact_sum(problem.weights[edges]),
        served=len(np.unique(questions)),
        complaints=tuple(complaints),
    )


def _broken_limits(
    problem: Problem, questions: npt.NDArray[np.int64], volunteers: npt.NDArray[np.int64]
) -> list[str]:
    found = []
    if len(np.unique(questions * problem.volunteers + volunteers)) < len(questions):
        found.append("a pair stands there twice")
    taken = np.bincount(questions, minlength=problem.questions)
    if ((taken != 0) & (taken != problem.need)).any():
        found.append("a question has too few or too many helpers")
    for level in range(problem.levels):
        there = volunteers[problem.level[questions] >= level]
        load = np.bincount(there, minlength=problem.volunteers)
        if (load > problem.caps[:, level]).any():
            found.append(f"a volunteer has too many questions of level {level} and up")
    if problem.room is not None:
        spent = np.zeros(problem.volunteers, np.int64)
        np.add.at(spent, volunteers, problem.hours[questions])
        if (spent > problem.room).any():
            found.append("a volunteer has too many hours")
    return found


def _broken_prices(
    problem: Problem,
    surplus: npt.NDArray[np.int64],
    steps: npt.NDArray[Any],
    price: npt.NDArray[np.int64],
) -> list[str]:
    found = []
    if (surplus < 0).any():
        found.append("a surplus is negative")
    if (steps < 0).any():
        found.append("a price is negative")
    rows = problem.rows
    level = problem.level[rows]
    closed = problem.caps[problem.indices, level] == 0
    paid = surplus[rows] + price[problem.indices, level]
    if ((paid < problem.composite) & ~closed).any():
        found.append("an edge is worth more than its two prices")
    return found


def _exact_dot(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> int:
    """Multiply and add two arrays of at most 62 bits without running over."""
    kept = (left != 0) & (right != 0)
    left, right = left[kept], right[kept]
    if not len(left):
        return 0
    if int(right.max()) < 1 << 30 and len(left) < 1 << 30:
        low = left & np.int64((1 << 30) - 1)
        if len(left) * int(right.max()) < 1 << 32:
            high = left >> np.int64(30)
            return (int((high * right).sum()) << 30) + int((low * right).sum())
    return sum(int(a) * int(b) for a, b in zip(left, right, strict=True))
