"""What was agreed and what came of it: how often two people meet, against how often they said."""

from dataclasses import dataclass
from typing import Final

from kruispunt.core.vocabulary import Frequency

EVERY_DAYS: Final = {Frequency.WEEKLY: 7, Frequency.FORTNIGHTLY: 14, Frequency.MONTHLY: 30}
LITTLE: Final = 2
"""Fewer than one in this many of the agreed meetings is a sign (SIG-01)."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Over one stretch of days: how many meetings were agreed, and how many there were."""

    days: int
    agreed: int
    met: int

    @property
    def too_little(self) -> bool:
        """Fewer than half of what was agreed; one meeting more or less says nothing yet."""
        return self.agreed > 1 and self.met * LITTLE < self.agreed


def delivered(frequency: Frequency | None, *, days: int, met: int) -> Delivered:
    """Hold the meetings that people told of against those they agreed on (C11).

    Examples
    --------
    >>> weeks = delivered(Frequency.WEEKLY, days=42, met=2)
    >>> weeks.agreed, weeks.met, weeks.too_little
    (6, 2, True)
    >>> delivered(Frequency.MONTHLY, days=42, met=0).too_little
    False
    """
    if frequency is None:
        return Delivered(days, 0, met)
    if frequency is Frequency.ONCE:
        return Delivered(days, 1, met)
    return Delivered(days, max(days, 0) // EVERY_DAYS[frequency], met)
