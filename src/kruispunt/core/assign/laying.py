"""The edges of somebody who comes: checked, and laid down as value, served bit and tie in one."""

# ruff: noqa: PLR0913, PLR0917, ANN401 - compiled: arrays and numbers, flat

from typing import Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.composite import (
    COLUMN,
    HASH_BITS,
    Scale,
    compose,
    mingled,
    tie_hash,
)
from kruispunt.core.assign.tables import NOBODY, Ints

type Edges = tuple[npt.ArrayLike, npt.ArrayLike, npt.NDArray[np.uint64] | None]
"""Who is at the other end, the weights, and the ties (None: made of the two numbers)."""

NO_TIES = np.zeros(0, np.uint64)
WIDE = np.uint64(64)


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
        laid[i] = (weights[i] << (served_shift + 1)) + (1 << served_shift)
        if tie_bits == 0:
            continue
        if len(ties):
            laid[i] += np.int64(ties[i] >> (WIDE - np.uint64(tie_bits)))
        else:
            question, volunteer = own[0], others[i]
            if own[1] == 0:
                question, volunteer = others[i], own[0]
            key = mingled(2 * question + 1)
            laid[i] += mingled(key ^ (volunteer * COLUMN)) >> (HASH_BITS - tie_bits)
    return NOBODY


LAYING = (lay_edges,)


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
