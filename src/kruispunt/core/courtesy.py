"""When we leave people in peace, and how many messages a day and a week are enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from kruispunt.core import terms

SUNDAY: Final = 6
A_YEAR: Final = 366


@dataclass(frozen=True, slots=True)
class Courtesy:
    """The manners of one municipality. Moments are told by its own clock, with their time zone."""

    from_hour: int
    until_hour: int
    on_sundays: bool
    on_holidays: bool
    a_day: int
    a_week: int
    days_to_answer: int

    def is_quiet_day(self, day: date) -> bool:
        """Say whether nothing that can wait is sent on this day at all.

        Examples
        --------
        >>> calm = Courtesy(8, 20, False, False, 3, 7, 2)
        >>> calm.is_quiet_day(date(2026, 11, 22)), calm.is_quiet_day(date(2026, 11, 23))
        (True, False)
        """
        if day.weekday() == SUNDAY:
            return not self.on_sundays
        return not self.on_holidays and day in terms.holidays(day.year)

    def next_moment(self, here: datetime) -> datetime:
        """Return this moment when it may be, or else the first moment after it that may.

        Examples
        --------
        >>> from zoneinfo import ZoneInfo
        >>> calm = Courtesy(8, 20, False, False, 3, 7, 2)
        >>> late = datetime(2026, 11, 21, 20, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
        >>> calm.next_moment(late).isoformat()
        '2026-11-23T08:00:00+01:00'
        """
        if self.from_hour >= self.until_hour:  # set so, no hour would be left
            return here
        for days in range(A_YEAR):
            day = here.date() + timedelta(days=days)
            if self.is_quiet_day(day):
                continue
            if days or here.hour < self.from_hour:
                return datetime.combine(day, time(self.from_hour), tzinfo=here.tzinfo)
            if here.hour < self.until_hour:
                return here
        return here

    def has_room(self, day: date, sent: Mapping[date, int]) -> bool:
        """Say whether one more message fits, after those sent on each day.

        Examples
        --------
        >>> calm = Courtesy(8, 20, False, False, 3, 4, 2)
        >>> monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
        >>> calm.has_room(monday, {monday: 3}), calm.has_room(tuesday, {monday: 3})
        (False, True)
        >>> calm.has_room(tuesday, {monday: 3, tuesday: 1})
        False
        """
        begun = day - timedelta(days=day.weekday())
        this_week = sum(sent.get(begun + timedelta(days=days), 0) for days in range(7))
        return sent.get(day, 0) < self.a_day and this_week < self.a_week

    def day_with_room(self, day: date, sent: Mapping[date, int]) -> date:
        """Return the first day after this one on which one more message fits."""
        for days in range(1, A_YEAR):
            later = day + timedelta(days=days)
            if not self.is_quiet_day(later) and self.has_room(later, sent):
                return later
        return day + timedelta(days=1)

    def leaves_time(self, day: date, answer_by: date | None) -> bool:
        """Say whether someone who reads it on this day has days enough left to answer.

        Examples
        --------
        >>> calm = Courtesy(8, 20, False, False, 3, 7, 2)
        >>> calm.leaves_time(date(2026, 11, 24), date(2026, 11, 26))
        True
        >>> calm.leaves_time(date(2026, 11, 24), date(2026, 11, 25))
        False
        """
        if answer_by is None:
            return True
        return terms.add_working_days(day, self.days_to_answer) <= answer_by
