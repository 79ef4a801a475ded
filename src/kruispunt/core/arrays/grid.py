"""A net of squares over the map, so that nobody looks at who lives too far away."""

from math import isqrt
from typing import Final

import numpy as np

from kruispunt.core.arrays.fields import Ints
from kruispunt.core.arrays.walk import Grid

PARTS_OF_REACH: Final = 4
MOST_SQUARES_A_CARD: Final = 4


def grid_over(x: Ints, y: Ints, reach_squared: Ints) -> Grid:
    """Lay a net over places.

    Parameters
    ----------
    x, y : int64[n]
        Places in millimetres.
    reach_squared : int64[m]
        Squared reaches of those who will look; a square is about a quarter of the middle reach.

    Returns
    -------
    Grid
        At most about four squares for each place, whatever the reaches.
    """
    if not len(x):
        nothing = np.zeros(0, dtype=np.int64)
        return Grid(0, 0, 1, 1, 1, np.zeros(2, dtype=np.int64), nothing)
    west, south = int(x.min()), int(y.min())
    widest = max(int(x.max()) - west, int(y.max()) - south)
    middle = isqrt(int(np.median(reach_squared))) if len(reach_squared) else 0
    most = max(isqrt(MOST_SQUARES_A_CARD * len(x)), 1)
    size = max(middle // PARTS_OF_REACH, widest // most + 1)
    across, along = (int(x.max()) - west) // size + 1, (int(y.max()) - south) // size + 1
    squares = (y - south) // size * across + (x - west) // size
    start = np.zeros(across * along + 1, dtype=np.int64)
    np.cumsum(np.bincount(squares, minlength=across * along), out=start[1:])
    return Grid(west, south, size, across, along, start, np.argsort(squares, kind="stable"))


def same_square(grid: Grid, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two places lie in one square of the net."""
    corner = (grid.x, grid.y)
    return all(
        (a - start) // grid.size == (b - start) // grid.size
        for a, b, start in zip(one, other, corner, strict=True)
    )
