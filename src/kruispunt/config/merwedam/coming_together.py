"""Groups with a fixed day: one time off, one moved, and who takes part hears it (K11)."""

from datetime import date, datetime, time, timedelta

from kruispunt.arrangements.actions import group_days
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.core.rhythm import Every, Rhythm
from kruispunt.offers import queries as entries
from kruispunt.offers.queries import days

CHOSEN, SAID = 16, 3
DAY = timedelta(days=1)
# Their day of the week, counted from Monday, and their hours.
CLUBS = {
    "Kaartmiddag": (1, time(13, 30), time(16, 30)),
    "Buurtkamer De Sterrenwacht": (2, time(13), time(17)),
    "Eten op het dorp": (3, time(17, 30), time(19)),
    "Korte ronde voor rollators": (1, time(14), time(15)),
}


def groups_come_together(town: Town) -> None:
    """Wim sets the day of four clubs; weeks later one time is off, and one is moved."""
    calendar, throw = town.story.calendar, dice("fixed days of groups")
    town.story.at(calendar.days_ago(CHOSEN, throw), lambda at: _choose(town, at))
    town.story.at(calendar.days_ago(SAID, throw), lambda at: _say_other_days(town, at))


def _choose(town: Town, at: datetime) -> None:
    wim = town.act("Wim", at)
    for club in entries.activities(wim):
        if club.name in CLUBS:
            weekday, begins, ends = CLUBS[club.name]
            first = _next(at.date() + DAY, weekday)
            rhythm = Rhythm(first_on=first, every=Every.WEEK, at=begins, until=ends)
            group_days.set_days(wim, club.pk, rhythm=rhythm)


def _say_other_days(town: Town, at: datetime) -> None:
    wim = town.act("Wim", at)
    clubs = [one for one in entries.activities(wim) if one.name in CLUBS]
    off, moved = clubs[0], clubs[1]
    day = days.next_times(wim, off.pk)[1].occasion.day
    group_days.skip_day(wim, off.pk, day=day, words="De zaal is dan bezet.")
    day = days.next_times(wim, moved.pk)[0].occasion.day
    group_days.move_day(wim, moved.pk, day=day, to=day + DAY, at=time(14))


def _next(since: date, weekday: int) -> date:
    return since + timedelta(days=(weekday - since.weekday()) % 7)
