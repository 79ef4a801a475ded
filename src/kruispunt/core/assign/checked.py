"""The arrays somebody gives, looked through once and refused in a sentence when they are none."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.compiled import is_small, kernels_for, parts, side_by_side
from kruispunt.core.assign.reading import HEAVIEST, RISES, WRONG

type Numbers = npt.ArrayLike
type Ints = npt.NDArray[np.int64]

TOO_LARGE = 1 << 62
"""No number may be this large."""


class Edges(NamedTuple):
    """The edges of a town as they were given; ``falling`` rows begin with their heaviest edge."""

    start: Ints
    columns: Ints
    weights: Ints
    heaviest: int
    falling: bool


def whole(values: Numbers, name: str, *, least: int = 0) -> Ints:
    """Read an array of whole numbers, refusing everything that would change on the way."""
    given = _numbers(values, name)
    _refuse_outliers(given, name, least)
    return _laid_flat(given)


def _numbers(values: Numbers, name: str) -> npt.NDArray[Any]:
    given = np.asarray(values)
    if given.dtype.kind not in "iu" and given.size:
        raise TypeError(f"{name} must be whole numbers, not {given.dtype}")
    return given


def _refuse_outliers(given: npt.NDArray[Any], name: str, least: int) -> None:
    if given.size and int(given.max()) >= TOO_LARGE:
        raise OverflowError(f"{name} holds {int(given.max())}, which is too large for 64 bits")
    if given.size and int(given.min()) < least:
        raise ValueError(f"{name} holds {int(given.min())}; the least is {least}")


def _laid_flat(given: npt.NDArray[Any]) -> Ints:
    """Lay numbers as the kernels want them, copied only where they lie otherwise."""
    return np.require(given, np.int64, ["C", "A", "W"])


def nested_caps(cap: Numbers, limits: Numbers | None) -> Ints:
    """Join places and class limits to one table in which a higher level never allows more."""
    places = whole(cap, "cap")
    if places.ndim != 1:
        raise ValueError("cap must have one number per volunteer")
    if limits is None:
        return places[:, None].copy()
    extra = whole(limits, "limits")
    if extra.ndim == 1:
        extra = np.broadcast_to(extra, (len(places), len(extra)))
    if len(extra) != len(places):
        raise ValueError(f"limits has {len(extra)} rows for {len(places)} volunteers")
    return np.minimum.accumulate(np.concatenate([places[:, None], extra], axis=1), axis=1)


def read_edges(indptr: Numbers, indices: Numbers, weights: Numbers, volunteers: int) -> Edges:
    """Check the sparse rows of a town: O(edges), and no copy where they are int64 already."""
    start = whole(indptr, "indptr")
    columns, worth = _unlooked(indices, "indices"), _unlooked(weights, "weights")
    if start.ndim != 1 or not len(start) or start[0] != 0 or (np.diff(start) < 0).any():
        raise ValueError("indptr must start at 0 and never fall")
    if not start[-1] == columns.size == worth.size or columns.ndim != 1 or worth.ndim != 1:
        raise ValueError(
            f"indptr ends at {start[-1]}, indices has {columns.size}, weights has {worth.size}"
        )
    if not is_small(len(columns)):
        found = _looked_through((start, columns, worth), volunteers)
        if (found[:, WRONG] < 0).all():
            heaviest, rises = int(found[:, HEAVIEST].max()), bool(found[:, RISES].any())
            return Edges(start, columns, worth, heaviest, not rises)
    _refuse_outliers(columns, "indices", 0)
    _refuse_outliers(worth, "weights", 0)
    if len(columns) and int(columns.max()) >= volunteers:
        raise ValueError(f"indices names volunteer {int(columns.max())} of {volunteers}")
    _refuse_doubles(start, columns)
    falls = np.diff(worth) <= 0
    falls[_last_of_row(start, len(worth))] = True
    return Edges(start, columns, worth, int(worth.max(initial=0)), bool(falls.all()))


def _looked_through(rows: tuple[Ints, Ints, Ints], volunteers: int) -> Ints:
    """Tell what each part of the rows holds."""
    look_through = kernels_for(small=False).look_through
    found = np.zeros((parts(len(rows[1])), 3), np.int64)

    def look(part: int, begin: int, end: int) -> None:
        look_through(rows, np.full(volunteers, -1, np.int32), found[part], (begin, end))

    side_by_side(look, len(rows[0]) - 1, parts=len(found))
    return found


def _unlooked(values: Numbers, name: str) -> Ints:
    """Read an array whose numbers are looked at later; what is no int64 is looked at now."""
    given = _numbers(values, name)
    return _laid_flat(given) if given.dtype == np.int64 else whole(given, name)


def _last_of_row(start: Ints, edges: int) -> Ints:
    inner = start[1:-1]
    return inner[(inner > 0) & (inner < edges)] - 1


def _refuse_doubles(start: Ints, columns: Ints) -> None:
    rising = np.diff(columns) > 0
    rising[_last_of_row(start, len(columns))] = True
    if rising.all():
        return
    rows = np.repeat(np.arange(len(start) - 1), np.diff(start))
    order = np.lexsort((columns, rows))
    twice = (np.diff(rows[order]) == 0) & (np.diff(columns[order]) == 0)
    if twice.any():
        edge = order[:-1][twice][0]
        raise ValueError(f"question {rows[edge]} names volunteer {columns[edge]} twice")
