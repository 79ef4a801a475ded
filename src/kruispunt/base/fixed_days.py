"""A fixed day as people say it, its next times, and what is no day: the same wherever it is used.

Two people who see each other and a group that comes together share this, so that a week, a holiday
and a day that was moved mean the same thing everywhere.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.dates import WEEKDAYS

from kruispunt.base import post
from kruispunt.base.models import FixedDay, SaidOfDay
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep
from kruispunt.core import rhythm as core

AHEAD: Final = timedelta(weeks=10)
HALF_A_YEAR: Final = timedelta(weeks=26)
A_DAY: Final = timedelta(days=1)


class NoSuchDay(ImpossibleMove):
    """There is no such time, or not any more; the message says which."""


def as_it_is(now: FixedDay | None) -> dict[str, Any]:
    """What a form begins with: the fixed day that counts, or nothing yet."""
    names = ("every", "at", "until", "on_holidays", "last_on")
    return {name: getattr(now, name) for name in names} if now else {}


def in_words(made: FixedDay) -> str:
    """As people say it: elke week op dinsdag, van 14.00 tot 16.00 uur."""
    day = str(WEEKDAYS[made.first_on.weekday()]).lower()
    hours = f"van {made.at:%H.%M} tot {made.until:%H.%M} uur"
    return f"{made.get_every_display()} op {day}, {hours}"


def what_changes(said: SaidOfDay, *, what: str) -> str:
    """What is different about one day, in one sentence: de afspraak van dinsdag gaat niet door."""
    day = post.day_in_words(said.day)
    if said.on is None:
        return f"{what} van {day} gaat niet door."
    if said.on == said.day:
        return f"{what} van {day} gaat toch door."
    at = f" om {said.at:%H.%M} uur" if said.at else ""
    return f"{what} van {day} is verzet naar {post.day_in_words(said.on)}{at}."


def times[S: SaidOfDay](
    found: FixedDay, said: Iterable[S], *, since: date, until: date
) -> list[tuple[core.Occasion, S | None]]:
    """Every time from a day up to another, with what was said of it; also those that are off."""
    by_day = {one.day: one for one in said}
    others = {day: core.Other(one.on, one.at) for day, one in by_day.items()}
    listed = core.occasions(found.plain, since, others=others, until=until)
    return [(one, by_day.get(one.day)) for one in listed]


def still_to_come[F: FixedDay](found: Iterable[F], day: date, today: date) -> F | None:
    """Of which fixed day this is a time that has not been yet."""
    if day < today:
        return None
    return next((one for one in found if core.is_day_of(one.plain, day)), None)


def counts(day: date) -> Q:
    """Fixed days that are not over on this day; the last day itself still counts."""
    return Q(last_on__isnull=True) | Q(last_on__gte=day)


def the_same[F: FixedDay](found: Iterable[F], rhythm: core.Rhythm) -> F | None:
    """The row in which this was chosen already."""
    return next((one for one in found if one.plain == rhythm), None)


def end[F: FixedDay](found: QuerySet[F], day: date) -> list[F]:
    """Let whatever still goes on after this day end with it: two never count side by side."""
    ended = list(found.filter(counts(day + A_DAY)).order_by("first_on", "pk"))
    for one in ended:
        one.last_on = day
        keep(one)
    return ended


def refuse_what_is_no_rhythm(rhythm: core.Rhythm, today: date) -> None:
    """It begins from today on, ends later than it begins, and not before its first day."""
    if rhythm.first_on < today:
        raise ValidationError({"first_on": "Kies een dag vanaf vandaag."})
    if rhythm.until <= rhythm.at:
        raise ValidationError({"until": "Kies een tijd na het begin."})
    if rhythm.last_on is not None and rhythm.last_on < rhythm.first_on:
        raise ValidationError({"last_on": "Kies een dag na de eerste keer."})


def refuse_what_is_too_far(day: date, to: date, today: date) -> None:
    """A day is moved to one that is still to come, and not so far that nobody finds it again."""
    if to < today or abs(to - day) > core.LONGEST_MOVE:
        raise ValidationError({"to": "Kies een dag vanaf vandaag, binnen twee maanden."})
