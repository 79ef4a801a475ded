"""What may be shown of a number: only the process manager sees small ones (PRV-16)."""

from collections.abc import Mapping
from dataclasses import dataclass

from kruispunt.base.actor import Actor
from kruispunt.base.figures import least
from kruispunt.core.small_cells import conceal
from kruispunt.insights import permits


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads figures: from how many people on something may be told to her."""

    sees_all: bool
    # As the municipality set it, from a day on; asked once for a whole page.
    least: int

    def shown[K](self, counts: Mapping[K, int]) -> dict[K, int | None]:
        """Each number, or nothing where it is too small or would follow from the others."""
        if self.sees_all:
            return dict(counts)
        named = {str(place): count for place, count in enumerate(counts.values())}
        found = conceal(named, self.least)
        return {key: found[str(place)] for place, key in enumerate(counts)}

    def may_know(self, count: int) -> bool:
        """Whether something may be told of so many people: a mean, a middle one."""
        return count > 0 and (self.sees_all or count >= self.least)

    def share(self, part: int, whole: int) -> int | None:
        """How many in a hundred; hidden when those who are in it, or who are not, are few."""
        if not whole:
            return None
        few = any(0 < one < self.least for one in (part, whole - part, whole))
        return None if few and not self.sees_all else round(100 * part / whole)


def reader(actor: Actor) -> Reader:
    """Ask once who reads, and what this municipality set for today."""
    sees_all = permits.SMALL_NUMBERS.every_row(actor)
    return Reader(sees_all, 0 if sees_all else least(actor))
