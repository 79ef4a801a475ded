"""Reading when a group comes together: the next times, also those that are off (K11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import A_DAY, AHEAD, counts, times
from kruispunt.core import rhythm as core
from kruispunt.offers import permits
from kruispunt.offers.models import Activity, ActivityRhythm
from kruispunt.offers.queries import ON_THE_MAP, activities


@dataclass(frozen=True, slots=True)
class NextTime:
    """One time as a page shows it, with what was said of it."""

    occasion: core.Occasion
    words: str = ""


def activity(actor: Actor, activity_id: int) -> Activity:
    """An activity that people can find; what was taken off the map is not there."""
    return activities(actor).get(pk=activity_id)


def may_keep_days(actor: Actor, found: Activity) -> bool:
    return permits.KEEP_DAYS.allows(actor, found)


def days_of(actor: Actor, activity_id: int) -> ActivityRhythm | None:
    """The fixed day that counts or will, until somebody stops it or chooses another one."""
    goes_on = counts(actor.today + A_DAY)
    return _counting(actor).filter(goes_on, activity_id=activity_id).last()


def next_times(actor: Actor, activity_id: int, *, ahead: timedelta = AHEAD) -> list[NextTime]:
    """The next times of an activity, in the order of days."""
    until = actor.today + ahead
    found = [
        one
        for row in _counting(actor).filter(activity_id=activity_id)
        for one in _times(row, actor.today, until)
    ]
    return sorted(found, key=lambda one: (one.occasion.shown_on, one.occasion.at))


def next_by_activity(actor: Actor, activity_ids: Iterable[int]) -> dict[int, core.Occasion]:
    """The first time that is on, of each of these: in two questions, however many."""
    until, first = actor.today + AHEAD, dict[int, core.Occasion]()
    for row in _counting(actor).filter(activity_id__in=activity_ids):
        on = (one.occasion for one in _times(row, actor.today, until) if one.occasion.on)
        soonest = next(on, None)
        if soonest is not None:
            first.setdefault(row.activity_id, soonest)
    return first


def _counting(actor: Actor) -> "QuerySet[ActivityRhythm]":
    """Fixed days that count today or later, of what is on the map."""
    open_ = permits.READ_ENTRY.narrow(Activity.objects.filter(state__in=ON_THE_MAP), actor)
    rows = ActivityRhythm.objects.filter(counts(actor.today), activity__in=open_)
    return rows.prefetch_related("others").order_by("first_on", "pk")


def _times(row: ActivityRhythm, since: date, until: date) -> list[NextTime]:
    listed = times(row, row.others.all(), since=since, until=until)
    return [NextTime(one, said.words if said else "") for one, said in listed]
