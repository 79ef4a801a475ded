"""Reading when two people see each other: the next times, also those that are off."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Match, OtherDay, Rhythm
from kruispunt.arrangements.permits import rhythm as rhythm_permits
from kruispunt.arrangements.states import MEETS
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import AHEAD, counts, times
from kruispunt.core import rhythm as core


@dataclass(frozen=True, slots=True)
class NextTime:
    """One time as a page shows it."""

    occasion: core.Occasion
    side: str = ""
    """Who said that it is another day, or off."""
    words: str = ""


def rhythm_of(actor: Actor, match_id: int) -> Rhythm | None:
    """The day that was agreed, until somebody stops it or agrees on another one."""
    return _running(actor).filter(match_id=match_id, last_on__isnull=True).first()


def next_times(actor: Actor, match_id: int, *, ahead: timedelta = AHEAD) -> list[NextTime]:
    """The next times of a match that this actor may read; none while it does not run."""
    until = actor.today + ahead
    found = [
        one
        for row in _running(actor).filter(match_id=match_id)
        for one in _times(actor, row, until)
    ]
    return sorted(found, key=lambda one: (one.occasion.shown_on, one.occasion.at))


def next_time(actor: Actor, match_id: int) -> core.Occasion | None:
    """The first time of a match that is on."""
    times = (one.occasion for one in next_times(actor, match_id))
    return next((one for one in times if one.on), None)


def who_comes_to_me(actor: Actor) -> dict[int, core.Occasion]:
    """Of each match around a question of mine the first time that is on: in two questions."""
    first: dict[int, core.Occasion] = {}
    for found in _running(actor).filter(
        match__arrangement__question__asked_by_id=actor.person_id or 0
    ):
        on = (one.occasion for one in _times(actor, found, actor.today + AHEAD))
        soonest = next((one for one in on if one.on), None)
        if soonest is not None:
            first.setdefault(found.match_id, soonest)
    return first


def may_read_rhythm(actor: Actor, match: Match) -> bool:
    return rhythm_permits.READ_RHYTHM.allows(actor, match)


def may_set_rhythm(actor: Actor, match: Match) -> bool:
    """Whether this actor agrees on the day with both of them."""
    return match.see_each_other and rhythm_permits.SET_RHYTHM.allows(actor, match)


def may_say_other_day(actor: Actor, match: Match) -> bool:
    return match.see_each_other and rhythm_permits.SAY_OTHER_DAY.allows(actor, match)


def _running(actor: Actor) -> QuerySet[Rhythm]:
    mine = permits.READ_MATCH.narrow(Match.objects.filter(state__in=sorted(MEETS)), actor)
    rows = Rhythm.objects.filter(counts(actor.today), match__in=mine, match__on_hold=False)
    return rows.select_related("match").prefetch_related("others").order_by("first_on", "pk")


def _times(actor: Actor, found: Rhythm, until: date) -> list[NextTime]:
    end = found.match.term_ends_on
    until = min(until, end) if end else until
    listed = times(found, found.others.all(), since=actor.today, until=until)
    return [_time(one, said) for one, said in listed]


def _time(one: core.Occasion, other: OtherDay | None) -> NextTime:
    return NextTime(one) if other is None else NextTime(one, other.side, other.words)
