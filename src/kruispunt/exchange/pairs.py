"""All pairs that may be weighed, some at a time, in the order of their ids."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy.typing as npt

from kruispunt.core.arrays import shares
from kruispunt.core.propose import Weighed

AT_A_TIME: Final = 1 << 16
Positions = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some pairs: the positions of both sides, and shares in hundredths, one column a criterion."""

    question: Positions
    volunteer: Positions
    shares: Positions

    def __len__(self) -> int:
        return len(self.question)


def pairs_of(weighed: Weighed) -> Iterator[Pairs]:
    """Yield every eligible pair; the shares of all of them at once would not fit in memory."""
    found = weighed.edges
    for first in range(0, len(found.indices), AT_A_TIME):
        last = min(first + AT_A_TIME, len(found.indices))
        asked, given = found.rows(first, last), found.indices[first:last]
        yield Pairs(asked, given, shares(weighed.packed, asked, given).shares)
