"""When a group comes together: a fixed day, one time off, one time moved, and stopping (K11).

Who takes part is told by the room that knows who that is; doors call the verbs of that room.
"""

from dataclasses import asdict
from datetime import date, time

from django.utils.formats import date_format

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import (
    A_DAY,
    NoSuchDay,
    end,
    in_words,
    refuse_what_is_no_rhythm,
    refuse_what_is_too_far,
    still_to_come,
    the_same,
)
from kruispunt.base.locks import take
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.core import rhythm as core
from kruispunt.offers import permits
from kruispunt.offers.models import Activity, ActivityOtherDay, ActivityRhythm
from kruispunt.offers.queries import ON_THE_MAP


@action
def set_days(actor: Actor, activity_id: int, *, rhythm: core.Rhythm) -> ActivityRhythm:
    """Choose a day that comes back; what was chosen before ends the day before it."""
    activity = _take(actor, activity_id)
    refuse_what_is_no_rhythm(rhythm, actor.today)
    same = the_same(activity.fixed_days.all(), rhythm)
    if same is not None:
        return same
    end(activity.fixed_days.all(), rhythm.first_on - A_DAY)
    made = keep(
        ActivityRhythm(
            municipality_id=actor.municipality_id,
            activity=activity,
            **asdict(rhythm),
            set_at=actor.at,
        )
    )
    activity.first_on, activity.rhythm = made.first_on, _told(made)
    keep(activity)
    journal.write(actor, "activity.set_days", made)
    return made


@action
def stop_days(actor: Actor, activity_id: int) -> ActivityRhythm:
    """No fixed day any more after today; what it was is not shown as if it still counted."""
    activity = _take(actor, activity_id)
    ended = end(activity.fixed_days.all(), actor.today)
    if not ended:
        raise NoSuchDay("Er is nu geen vaste dag.")
    activity.first_on, activity.rhythm = None, ""
    keep(activity)
    journal.write(actor, "activity.stop_days", ended[-1])
    return ended[-1]


@action
def skip_day(actor: Actor, activity_id: int, *, day: date, words: str = "") -> ActivityOtherDay:
    """Not this time; the time after it is as ever."""
    return _say(actor, activity_id, day, core.Other(), words=words, verb="skip_day")


@action
def move_day(
    actor: Actor, activity_id: int, *, day: date, to: date, at: time, words: str = ""
) -> ActivityOtherDay:
    """Another day, once."""
    refuse_what_is_too_far(day, to, actor.today)
    return _say(actor, activity_id, day, core.Other(to, at), words=words, verb="move_day")


@action
def hold_day(actor: Actor, activity_id: int, *, day: date) -> ActivityOtherDay:
    """It is on after all, on its own day; so a holiday can be chosen as well."""
    return _say(actor, activity_id, day, core.Other(day), words="", verb="hold_day")


def _say(
    actor: Actor, activity_id: int, day: date, other: core.Other, *, words: str, verb: str
) -> ActivityOtherDay:
    activity = _take(actor, activity_id)
    found = still_to_come(activity.fixed_days.all(), day, actor.today)
    if found is None:
        raise NoSuchDay("Die dag was er niet bij, of is al geweest.")
    row = ActivityOtherDay.objects.filter(rhythm=found, day=day).first()
    if row is not None and (row.on, row.at, row.words) == (other.on, other.at, words):
        return row
    row = row or ActivityOtherDay(
        municipality_id=actor.municipality_id, rhythm=found, day=day, turn=0, said_at=actor.at
    )
    row.becomes(other, words=words, at=actor.at)
    keep(row)
    journal.write(actor, f"activity.{verb}", row)
    return row


def _take(actor: Actor, activity_id: int) -> Activity:
    activity = take(actor, Activity, activity_id, may=permits.KEEP_DAYS, see=permits.READ_ENTRY)
    if activity.state not in ON_THE_MAP:
        raise NoSuchDay("Deze activiteit staat nu niet op de kaart.")
    return activity


def _told(made: ActivityRhythm) -> str:
    """As everyone reads it on the map."""
    if made.last_on is None:
        return in_words(made)
    return f"{in_words(made)}, tot en met {date_format(made.last_on, 'j F Y')}"
