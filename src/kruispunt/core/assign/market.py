"""Where the scales ask for pairs: the few of every question that keep most at the prices of now."""

from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import NO_PLACE

type Ints = npt.NDArray[np.int64]


class Picked(Protocol):
    """Some pairs of every question in sparse rows, with composite weights."""

    @property
    def indptr(self) -> Ints: ...
    @property
    def indices(self) -> npt.NDArray[Any]: ...
    @property
    def weights(self) -> Ints: ...


class Market(Protocol):
    """Every pair there is, asked for at prices (see `WholeGraph` in `core.arrays`)."""

    def best(
        self,
        k: int,
        *,
        price: Ints | None = None,
        floor: Ints | None = None,
        questions: Ints | None = None,
        volunteers: Ints | None = None,
    ) -> Picked:
        """Give the k pairs of every question that keep most, if more than the floor."""


class Rows(NamedTuple):
    """Pairs in sparse rows."""

    indptr: Ints
    indices: Ints
    weights: Ints


class ListedPairs:
    """Pairs that are written down after all, in sparse rows, asked for as if they were not.

    Parameters
    ----------
    indptr, indices, weights
        Sparse rows with composite weights.
    level
        Per question its level.
    """

    def __init__(self, indptr: Ints, indices: Ints, weights: Ints, level: Ints) -> None:
        self._pairs = Rows(indptr, indices, weights)
        self._rows = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
        self._level = level

    def best(
        self,
        k: int,
        *,
        price: Ints | None = None,
        floor: Ints | None = None,
        questions: Ints | None = None,
        volunteers: Ints | None = None,
    ) -> Rows:
        """Give the k pairs of every question that keep most, if more than the floor."""
        _, indices, weights = self._pairs
        key = weights if price is None else weights - price[indices, self._level[self._rows]]
        kept = key > (-1 if floor is None else floor[self._rows])
        for wanted, each in ((questions, self._rows), (volunteers, indices)):
            if wanted is not None:
                kept &= np.isin(each, wanted)
        if price is not None:
            kept &= price[indices, 0] < NO_PLACE
        at = np.flatnonzero(kept)
        at = at[np.lexsort((indices[at], -key[at], self._rows[at]))]
        rows = self._rows[at]
        at = at[np.arange(len(rows)) - np.searchsorted(rows, rows) < k]
        counts = np.bincount(self._rows[at], minlength=len(self._level))
        indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return Rows(indptr, indices[at], weights[at])


def both(one: Picked, other: Picked) -> Rows:
    """Pairs of different questions in one table."""
    return rows_together(
        (one.indptr, one.indices, one.weights), (other.indptr, other.indices, other.weights)
    )


def rows_together(one: tuple[Ints, ...], other: tuple[Ints, ...]) -> Rows:
    indptr = one[0] + other[0]
    old = np.arange(len(one[1])) + np.repeat(other[0][:-1], np.diff(one[0]))
    new = np.arange(len(other[1])) + np.repeat(one[0][1:], np.diff(other[0]))
    indices, weights = np.empty((2, int(indptr[-1])), np.int64)
    indices[old], indices[new] = one[1], other[1]
    weights[old], weights[new] = one[2], other[2]
    return Rows(indptr, indices, weights)
