"""The telling itself: deeds in the order of time, each of which may lead to a next one."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from kruispunt.base import journal
from kruispunt.config.merwedam.moments import Calendar

Deed = Callable[[datetime], object]  # what it gives back nobody asks
AT_ONCE = 400  # deeds in one transaction: a town is told in one go, or not at all


@dataclass(slots=True)
class Story:
    """Deeds that wait for their moment; what would happen after now does not happen."""

    calendar: Calendar
    _waiting: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _order: "count[int]" = field(default_factory=count)

    def at(self, moment: datetime, deed: Deed) -> None:
        if self.calendar.has_come(moment):
            heapq.heappush(self._waiting, (moment, next(self._order), deed))

    def happen(self) -> int:
        """Let everything happen, oldest first; returns how many deeds that were."""
        done = 0
        while self._waiting:
            with journal.kept_together():
                for _ in range(min(AT_ONCE, len(self._waiting))):
                    moment, _, deed = heapq.heappop(self._waiting)
                    deed(moment)
                    done += 1
        return done
