"""Packages: questions that are served together, each by whom it likes, or none of them at all."""

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.problem import Problem

CLOSED = -(1 << 61)
"""A question that keeps no more than this cannot be served."""
FAR_LOSS = 1 << 61

type Ints = npt.NDArray[np.int64]


def kept_together(problem: Problem, best: Ints) -> Ints:
    """Give what each question keeps, from what it would keep if it had to be served.

    Who asks alone stays out rather than lose; a package stays out as a whole, and its questions
    may make up for each other.
    """
    kept = np.maximum(best, 0)
    for members in problem.packages:
        mine = best[members]
        kept[members] = mine if mine.min() > CLOSED and sum(mine.tolist()) > 0 else 0
    return kept


def shortfall(problem: Problem, best: Ints) -> Ints:
    """Give how much the bound falls at least when a question is served, alone or with the rest."""
    short = np.maximum(-best, 0)
    for members in problem.packages:
        mine = best[members]
        total = sum(mine.tolist())
        short[members] = min(max(-total, 0), FAR_LOSS) if mine.min() > CLOSED else FAR_LOSS
    return np.minimum(short, FAR_LOSS)


def units(problem: Problem) -> Ints:
    """Number what is served as one: each question by itself, or its package."""
    unit = np.arange(problem.questions)
    for members in problem.packages:
        unit[members] = members[0]
    return unit


def torn(problem: Problem, served: Ints) -> bool:
    """Tell whether some package is served in part; `served` are questions, perhaps repeated."""
    if not problem.packages:
        return False
    there = np.zeros(problem.questions, bool)
    there[served] = True
    return any(there[members].any() and not there[members].all() for members in problem.packages)
