"""The calendar of the story: two years of working hours that end now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from kruispunt.core.terms import is_working_day

HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Moments in office hours before `now`; nothing of the story happens after it."""

    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(HERE).date()

    def days_ago(self, days: float, throw: Random) -> datetime:
        """A moment in the office hours of that day, or of the last working day before it."""
        day = self.today - timedelta(days=int(days))
        while not is_working_day(day):
            day -= timedelta(days=1)
        return self._hour(day, throw)

    def later(self, moment: datetime, days: float, throw: Random) -> datetime:
        """A moment some days later, or on the first working day after it."""
        day = (moment + timedelta(days=days)).astimezone(HERE).date()
        while not is_working_day(day):
            day += timedelta(days=1)
        found = self._hour(day, throw)
        return found if found > moment else moment + timedelta(minutes=throw.randint(20, 90))

    def has_come(self, moment: datetime) -> bool:
        return moment < self.now

    @staticmethod
    def _hour(day: date, throw: Random) -> datetime:
        told = datetime.combine(day, time(9, 0), HERE) + timedelta(minutes=throw.randrange(480))
        return told.astimezone(UTC)
