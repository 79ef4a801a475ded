"""The last word between equals: a number for each pair that comes from the two ids alone."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from kruispunt.core.arrays.fields import Masks
from kruispunt.core.arrays.packed import Packed

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def hashes(ids: Iterable[str]) -> Masks:
    """A 64-bit hash of each id (BLAKE2b, little endian), the same on every machine."""
    digests = b"".join(blake2b(one.encode(), digest_size=8).digest() for one in ids)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def stirred(numbers: Any) -> Any:  # noqa: ANN401 - one number or a column of them
    """Stir 64-bit numbers (the finish of SplitMix64): a one-to-one map, in integers only."""
    once = (numbers ^ (numbers >> np.uint64(30))) * _FIRST
    twice = (once ^ (once >> np.uint64(27))) * _SECOND
    return twice ^ (twice >> np.uint64(31))


def mixed(numbers: Masks) -> Masks:
    """Stir columns of 64-bit numbers (see `stirred`)."""
    return np.asarray(stirred(numbers))


def ties(packed: Packed, rows: ArrayLike, columns: ArrayLike, *, seed: int = 1) -> Masks:
    """Give each pair its tie-break, which depends on the two ids and the seed only.

    Parameters
    ----------
    packed : Packed
    rows, columns : int arrays [n]
        Positions of questions and of volunteers.
    seed : int
        Another seed orders equals in another way.

    Returns
    -------
    uint64[n]
        Spread evenly; two pairs share a number once in 2^64.

    Examples
    --------
    >>> from kruispunt.core.arrays import pack
    >>> from kruispunt.core.weights import Weights
    >>> ties(pack([], [], Weights()), [], []).shape
    (0,)
    """
    asked = packed.question_hash[np.asarray(rows, dtype=np.int64)]
    given = packed.volunteer_hash[np.asarray(columns, dtype=np.int64)]
    return ties_between(asked, given, seed)


def ties_between(asked: Masks, given: Masks, seed: int) -> Masks:
    """Give each pair its tie-break from the hashes of the two ids (see `ties`)."""
    return mixed(_shifted(asked, seed) ^ given)


def asker_hashes(packed: Packed, seed: int) -> Masks:
    """The half of the tie-break that depends on the question alone."""
    return _shifted(packed.question_hash, seed)


def _shifted(asked: Masks, seed: int) -> Masks:
    return mixed(asked + np.array([seed % (1 << 64)], dtype=np.uint64) * _GOLDEN)
