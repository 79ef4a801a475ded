"""The questions laid out for the sweep: a quick look at each in 32 bits, the rest in one row."""

from typing import Any, Final, NamedTuple

import numpy as np

from kruispunt.core.arrays.fields import Masks, QuestionColumns, Rare, VolunteerColumns, rows_of
from kruispunt.core.arrays.grid import grid_over
from kruispunt.core.arrays.walk import Asked, Given, Grid

HALF: Final = np.uint64(32)
METRE: Final = 1000.0


class Sheet(NamedTuple):
    """Questions in the order of the grid.

    The quick columns refuse nobody who might fit: a mask of 64 bits is folded to 32, or its first
    32 are taken, and places are rounded to about a decimetre.
    """

    grid: Grid
    x: Any
    """float32, metres east of the corner of the grid."""
    y: Any
    needs: Any
    """uint32, the first half of the needs."""
    kinds: Any
    """uint32, both halves on top of each other."""
    slots: Any
    rows: Masks
    """uint64[n, 16]: the columns of a question side by side, in their own order."""
    rare: Rare


def sheet_of(asked: Asked, given: Given) -> Sheet:
    """Lay questions out for volunteers who travel this far."""
    columns = asked.columns
    grid = grid_over(columns.x, columns.y, given.columns.reach_squared)
    laid = rows_of(columns, grid.order)
    rows, _ = side_by_side(laid)
    return Sheet(
        grid=grid,
        x=((laid.x - grid.x) / METRE).astype(np.float32),
        y=((laid.y - grid.y) / METRE).astype(np.float32),
        needs=laid.needs.astype(np.uint32),
        kinds=_folded(laid.kinds),
        slots=_folded(laid.slots),
        rows=rows,
        rare=asked.rare.taken(grid.order),
    )


def _folded(masks: Masks) -> Any:  # noqa: ANN401 - uint32
    return (masks | (masks >> HALF)).astype(np.uint32)


def side_by_side[Columns: (QuestionColumns, VolunteerColumns)](
    columns: Columns,
) -> tuple[Masks, Columns]:
    """Lay columns beside each other in rows, and give the same columns as views of those."""
    rows = np.empty((len(columns.x), len(columns)), dtype=np.uint64)
    for at, column in enumerate(columns):
        rows[:, at] = column.view(np.uint64)
    return rows, type(columns)(*(rows[:, at].view(one.dtype) for at, one in enumerate(columns)))
