"""Coming to intervision or not, and what is noted when it was held (A18, A21)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from kruispunt.arrangements.actions import letters_of_intervision as letters
from kruispunt.arrangements.actions.steps_of_intervision import (
    over,
    step_of_attendance,
    step_of_member,
)
from kruispunt.arrangements.models.guidance import Minutes
from kruispunt.arrangements.models.intervision import (
    Attendance,
    IntervisionMeeting,
    IntervisionMember,
)
from kruispunt.arrangements.permits import intervision as permits
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.states.guidance import GuidanceKind
from kruispunt.arrangements.states.intervision import (
    BEFORE,
    MEETING_MOVES,
    AttendanceState,
    MeetingState,
    MemberState,
)
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take, writing
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move, named
from kruispunt.base.terms import amount, due
from kruispunt.base.verbs import action
from kruispunt.core.nameless import names_someone

NO_NAMES = "Schrijf het op zonder namen. Ook niet van wie u helpt."
FULL = "Deze keer is vol. Bel ons, dan kijken we samen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who was there, what the group takes with it, and how long it took."""

    present: tuple[int, ...]
    learned: str = ""
    minutes: int | None = None


class NoPlaceLeft(ImpossibleMove):
    """The last place at the table was just taken."""


@action
def say_coming(actor: Actor, attendance_id: int, *, subject: str = "") -> Attendance:
    """I come; and if I like, what I want to talk about, without any name."""
    invited = _take(actor, attendance_id)
    _meeting_is_open(actor, invited)
    _nameless("subject", subject, [invited.volunteering_id])
    invited.subject = subject
    _take_a_place(actor, invited)
    letters.no_answer_needed(actor, invited)
    return invited


@action
def say_not_coming(actor: Actor, attendance_id: int) -> Attendance:
    """I do not come this time; somebody else can have the place."""
    invited = _take(actor, attendance_id)
    _meeting_is_open(actor, invited)
    letters.no_answer_needed(actor, invited)
    return step_of_attendance(actor, invited, "say_not_coming")


@action
def hold_meeting(actor: Actor, meeting_id: int, *, held: Held) -> IntervisionMeeting:
    """It took place: who was there, and what the group learned, without names."""
    meeting = take(
        actor, IntervisionMeeting, meeting_id, may=permits.LEAD_MEETING, see=permits.READ_MEETING
    )
    if meeting.on > actor.today:
        raise ImpossibleMove("Deze bijeenkomst moet nog komen.")
    invited = list(meeting.attendances.filter(state__in=sorted(BEFORE)).order_by("pk"))
    _nameless("learned", held.learned, [one.volunteering_id for one in invited])
    meeting.learned = held.learned
    make_move(actor, meeting, table=MEETING_MOVES, verb="hold_meeting", present=len(held.present))
    for one in invited:
        _note(actor, one, was_there=one.pk in held.present)
    _note_minutes(actor, meeting, held)
    over(actor, meeting)
    return meeting


def _note(actor: Actor, invited: Attendance, *, was_there: bool) -> None:
    """Was there, had said she would not come, or just was not: and what follows from it."""
    if was_there:
        step_of_attendance(actor, invited, "attend_meeting")
    elif invited.state == AttendanceState.NOT_COMING:
        step_of_attendance(actor, invited, "excuse")
    else:
        step_of_attendance(actor, invited, "miss_meeting")
    inside = IntervisionMember.objects.filter(
        group_id=invited.meeting.group_id, volunteering_id=invited.volunteering_id
    )
    for member in inside.exclude(state=MemberState.LEFT):
        _follow(actor, member, was_there=was_there)


def _follow(actor: Actor, member: IntervisionMember, *, was_there: bool) -> None:
    if was_there and member.state == MemberState.MISSING:
        member.due_on = None
        step_of_member(actor, member, "come_back")
    elif not was_there and member.state == MemberState.JOINED:
        if queries.missed_in_a_row(member) < amount(actor, "intervision.missed"):
            return
        member.due_on = due(actor, "intervision.call")
        step_of_member(actor, member, "miss_too_often")


def _take_a_place(actor: Actor, invited: Attendance) -> None:
    others = invited.meeting.attendances.filter(number__isnull=False).exclude(pk=invited.pk)
    taken = set(others.values_list("number", flat=True))
    free = [one for one in range(1, invited.meeting.places + 1) if one not in taken]
    if not free:
        raise NoPlaceLeft(FULL)
    invited.number = free[0]
    try:
        with writing():
            step_of_attendance(actor, invited, "say_coming")
    except IntegrityError as refused:
        raise NoPlaceLeft(FULL) from refused


def _meeting_is_open(actor: Actor, invited: Attendance) -> None:
    meeting = invited.meeting
    if meeting.state != MeetingState.PLANNED or meeting.on < actor.today:
        raise ImpossibleMove("Deze bijeenkomst is al geweest.")


def _nameless(field: str, words: str, volunteering_ids: list[int]) -> None:
    if words and names_someone(words, queries.names_around(volunteering_ids)):
        raise ValidationError({field: NO_NAMES})


def _note_minutes(actor: Actor, meeting: IntervisionMeeting, held: Held) -> None:
    """Leading the talk is guidance, and is noted as such (CAP-04)."""
    if not held.minutes:
        return
    noted = keep(
        Minutes(
            municipality_id=actor.municipality_id,
            kind=GuidanceKind.INTERVISION,
            minutes=held.minutes,
            on=meeting.on,
            by_id=named(actor),
        )
    )
    journal.write(actor, "minutes.note", noted, kind=noted.kind, minutes=noted.minutes)


def _take(actor: Actor, attendance_id: int) -> Attendance:
    return take(
        actor, Attendance, attendance_id, may=permits.ANSWER_MEETING, see=permits.READ_ATTENDANCE
    )
