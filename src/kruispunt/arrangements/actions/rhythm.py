"""Help that comes back each week: setting the day, calling one time off, moving it, stopping."""

from dataclasses import asdict
from datetime import date, time

from kruispunt.arrangements.actions import letters_of_rhythm as letters
from kruispunt.arrangements.actions.steps import take_match
from kruispunt.arrangements.models import Match, OtherDay, Rhythm
from kruispunt.arrangements.permits import rhythm as rhythm_permits
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import (
    A_DAY,
    NoSuchDay,
    end,
    refuse_what_is_no_rhythm,
    refuse_what_is_too_far,
    still_to_come,
    the_same,
)
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.core import rhythm as core


@action
def set_rhythm(actor: Actor, match_id: int, *, rhythm: core.Rhythm) -> Rhythm:
    """Agree on a day that comes back; what was agreed before ends the day before it."""
    match = _take(actor, match_id, rhythm_permits.SET_RHYTHM)
    refuse_what_is_no_rhythm(rhythm, actor.today)
    same = the_same(match.rhythms.all(), rhythm)
    if same is not None:
        return same
    end(match.rhythms.all(), rhythm.first_on - A_DAY)
    made = keep(
        Rhythm(
            municipality_id=actor.municipality_id,
            match=match,
            **asdict(rhythm),
            set_at=actor.at,
        )
    )
    journal.write(actor, "rhythm.set_rhythm", made, person_id=_asker(match))
    letters.tell_rhythm(actor, match, made)
    return made


@action
def stop_rhythm(actor: Actor, match_id: int) -> Rhythm:
    """No fixed day any more after today; the match itself goes on as it was agreed."""
    match = _take(actor, match_id, rhythm_permits.SET_RHYTHM)
    ended = end(match.rhythms.all(), actor.today)
    if not ended:
        raise NoSuchDay("Er is nu geen vaste dag.")
    last = ended[-1]
    journal.write(actor, "rhythm.stop_rhythm", last, person_id=_asker(match))
    letters.tell_stop(actor, match, last)
    return last


@action
def call_off(actor: Actor, match_id: int, *, day: date, side: str, words: str = "") -> OtherDay:
    """Not this time; the other one hears it by letter."""
    return _say(actor, match_id, day, core.Other(), side=side, words=words)


@action
def move_day(  # noqa: PLR0913  (a day, where it goes, and who says so)
    actor: Actor, match_id: int, *, day: date, to: date, at: time, side: str, words: str = ""
) -> OtherDay:
    """Another day, once; the next time it is as ever."""
    refuse_what_is_too_far(day, to, actor.today)
    return _say(actor, match_id, day, core.Other(to, at), side=side, words=words)


@action
def go_after_all(actor: Actor, match_id: int, *, day: date, side: str) -> OtherDay:
    """It is on after all, on its own day; so a holiday can be chosen as well."""
    return _say(actor, match_id, day, core.Other(day), side=side, words="")


def _say(
    actor: Actor, match_id: int, day: date, other: core.Other, *, side: str, words: str
) -> OtherDay:
    match = _take(actor, match_id, rhythm_permits.SAY_OTHER_DAY)
    found = still_to_come(match.rhythms.all(), day, actor.today)
    if found is None:
        raise NoSuchDay("Op die dag was er geen afspraak, of die is al geweest.")
    row = OtherDay.objects.filter(rhythm=found, day=day).first()
    if row is not None and (row.on, row.at) == (other.on, other.at):
        return row
    row = row or OtherDay(
        municipality_id=actor.municipality_id, rhythm=found, day=day, turn=0, said_at=actor.at
    )
    row.becomes(other, words=words, at=actor.at)
    row.side = _side(actor, match, side)
    keep(row)
    verb = "call_off" if other.on is None else "go_after_all" if other.on == day else "move_day"
    journal.write(actor, f"rhythm.{verb}", row, person_id=_asker(match))
    letters.tell_other_day(actor, match, row)
    return row


def _side(actor: Actor, match: Match, said: str) -> str:
    """Who speaks for herself is that side; who notes it for another says whose words they are."""
    if actor.person_id == match.volunteering.person_id:
        return Side.VOLUNTEER
    if actor.person_id == _asker(match):
        return Side.RESIDENT
    return said if said in Side.values else Side.STARTPUNT


def _take(actor: Actor, match_id: int, may: Permit) -> Match:
    match = take_match(actor, match_id, may)
    if not match.see_each_other:
        raise NoSuchDay("Deze koppeling loopt nu niet.")
    return match


def _asker(match: Match) -> int:
    return match.arrangement.question.asked_by_id
