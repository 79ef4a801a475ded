"""The shares in hundredths of a point, looked up instead of computed: rounded once, here."""

import numpy as np

from kruispunt.core.arrays.fields import Ints, Tables
from kruispunt.core.criteria import CRITERIA, ENOUGH, FAR
from kruispunt.core.weigh import rounded_share
from kruispunt.core.weights import Weights


def tables_of(weights: Weights) -> Tables:
    """Work out the share of every answer that a criterion can give.

    What depends on how many languages or themes were named has no table: the kernel divides,
    with the same rounding.
    """
    points = {criterion.name: weights.points[criterion.name] for criterion in CRITERIA}
    counted = [(part, ENOUGH) for part in range(ENOUGH + 1)]
    half = [(1, 2)]
    return Tables(
        points=np.array(list(points.values()), dtype=np.int64),
        expectations=_shares(points["verwachting"], [(part, 6) for part in range(7)]),
        overlap=_shares(points["tijd"], counted + half),
        nearness=_shares(points["afstand"], [(FAR - metres, FAR) for metres in range(FAR + 1)]),
        interests=_shares(points["interesses"], counted + half),
        wishes=_shares(points["wensen"], [(1, 1), *half]),
    )


def _shares(points: int, values: list[tuple[int, int]]) -> Ints:
    return np.array([rounded_share(part * points, whole) for part, whole in values], dtype=np.int64)
