"""Whether hours can come to bind for a volunteer; where not, places tell the whole story."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class HoursLeft:
    """Per volunteer how many eligible questions fit, and how long so many are at least and at most.

    `fit` is the number of places, or less where the hours of so many questions never fit. `longest`
    is the total of the `fit` longest questions, `all_but_one` that of the `fit` - 1 longest,
    `shortest` that of the `fit` shortest.
    """

    places: Ints
    room: Ints
    fit: Ints
    longest: Ints
    all_but_one: Ints
    shortest: Ints

    @property
    def never_bind(self) -> NDArray[np.bool_]:
        """For whom every choice within the places keeps the hours."""
        return self.longest <= self.room

    def allow(self, volunteers: Ints, hours: int) -> bool:
        """Tell whether this stays so, and `fit` the same, when such a question reaches them."""
        fit, room = self.fit[volunteers], self.room[volunteers]
        still = self.all_but_one[volunteers] + hours <= room
        same = (fit == self.places[volunteers]) | (self.shortest[volunteers] + hours > room)
        return bool((still & same & self.never_bind[volunteers]).all())


def hours_left(owner: Ints, hours: Ints, places: Ints, room: Ints) -> HoursLeft:
    """Work it out from pairs: whose, and how long the question is."""
    count = len(places)
    order = np.lexsort((hours, owner))
    owners, sizes = owner[order], hours[order]
    first, last = (np.searchsorted(owners, np.arange(count), side) for side in ("left", "right"))
    running = np.concatenate([[0], np.cumsum(sizes)])
    fits = running[1:] - running[first][owners] <= room[owners]
    eligible, fit = last - first, np.bincount(owners[fits], minlength=count)
    fit = np.where(fit == eligible, places, np.minimum(places, fit))
    most, but_one = np.minimum(fit, eligible), np.minimum(np.maximum(fit - 1, 0), eligible)
    return HoursLeft(
        places,
        room,
        fit,
        longest=running[last] - running[last - most],
        all_but_one=running[last] - running[last - but_one],
        shortest=running[first + most] - running[first],
    )
