"""The edges of somebody who comes: checked, and laid down as value, served bit and tie in one."""

# ruff: noqa: PLR0913, PLR0917, ANN401 - compiled: arrays and numbers, flat

from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.composite import Scale, compose, tie_hash
from kruispunt.core.assign.tables import NOBODY, Ints

type Edges = tuple[npt.ArrayLike, npt.ArrayLike, npt.NDArray[np.uint64] | None]
"""Who is at the other end, the weights, and the ties (None: made of the two numbers)."""

NO_TIES = np.zeros(0, np.uint64)
BY_QUESTION, BY_VOLUNTEER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0x8CB92BA72F3D8DD7)
START = np.uint64(0xD1B54A32D192ED03)
ONCE, TWICE = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
FAR_SHIFT, MIDDLE_SHIFT, LAST_SHIFT = np.uint64(30), np.uint64(27), np.uint64(31)
WIDE = np.uint64(64)


def stirred(number: Any) -> Any:
    """Let every bit of an unsigned number touch every other (see ``composite.tie_hash``)."""
    number ^= number >> FAR_SHIFT
    number *= ONCE
    number ^= number >> MIDDLE_SHIFT
    number *= TWICE
    return number ^ (number >> LAST_SHIFT)


def lay_edges(
    others: Ints, weights: Ints, ties: Ints, own: Any, most: int, scale: Any, laid: Ints
) -> int:
    """Check and compose every edge, compiled; gives the place of the first wrong one, or -1.

    ``own`` is [key, 1 when it is the question's], ``scale`` the bits (value, served, tie).
    """
    value_bits, served_shift, tie_bits = scale
    for i in range(len(others)):
        if not 0 <= others[i] < most or weights[i] < 0 or weights[i] >> value_bits:
            return i
        if len(ties):
            tie = ties[i]
        else:
            question, volunteer = own[0], others[i]
            if own[1] == 0:
                question, volunteer = others[i], own[0]
            tie = stirred(np.uint64(question) * BY_QUESTION + START)
            tie = stirred(tie ^ (np.uint64(volunteer) * BY_VOLUNTEER))
        laid[i] = (weights[i] << (served_shift + 1)) + (1 << served_shift)
        if tie_bits:
            laid[i] += np.int64(tie >> (WIDE - np.uint64(tie_bits)))
    return NOBODY


LAYING = (stirred, lay_edges)


def laid_by_numpy(
    others: npt.NDArray[np.int64],
    weights: npt.NDArray[np.int64],
    ties: npt.NDArray[np.uint64],
    own: tuple[int, int],
    most: int,
    bits: tuple[int, int, int],
    laid: npt.NDArray[np.int64],
) -> int:
    """Do what ``lay_edges`` does where nothing is compiled."""
    scale = Scale(*bits)
    wrong = (others < 0) | (others >= most) | (weights < 0) | ((weights >> scale.value_bits) > 0)
    if wrong.any():
        return int(np.argmax(wrong))
    mine = np.full(len(others), own[0])
    if not len(ties):
        ties = tie_hash(mine, others) if own[1] else tie_hash(others, mine)
    laid[:] = compose(weights, ties, scale, np.ones(len(others), np.int64))
    return NOBODY
