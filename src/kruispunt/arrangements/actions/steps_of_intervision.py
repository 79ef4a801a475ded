"""The steps that planning and holding intervision share."""

from kruispunt.arrangements.models.intervision import (
    Attendance,
    IntervisionMeeting,
    IntervisionMember,
)
from kruispunt.arrangements.states.intervision import ATTENDANCE_MOVES, GROUP_MOVES, MEMBER_MOVES
from kruispunt.base.actor import Actor
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due


def over(actor: Actor, meeting: IntervisionMeeting) -> None:
    """After a meeting the group waits for its next day, which has a term of its own."""
    group = meeting.group
    group.due_on = due(actor, "intervision.again")
    make_move(actor, group, table=GROUP_MOVES, verb="be_over")


def drop(actor: Actor, invited: Attendance) -> None:
    step_of_attendance(actor, invited, "drop_attendance")


def step_of_member(actor: Actor, member: IntervisionMember, verb: str) -> IntervisionMember:
    who = member.volunteering.person_id
    return make_move(actor, member, table=MEMBER_MOVES, verb=verb, person_id=who)


def step_of_attendance(actor: Actor, invited: Attendance, verb: str) -> Attendance:
    """Whoever does not come gives the place back."""
    if verb != "say_coming":
        invited.number = None
    who = invited.volunteering.person_id
    return make_move(actor, invited, table=ATTENDANCE_MOVES, verb=verb, person_id=who)
