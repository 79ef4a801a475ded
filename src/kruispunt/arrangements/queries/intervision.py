"""Reading intervision: groups, who belongs to them, who was there, and who has no group yet."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kruispunt.arrangements.models import Match
from kruispunt.arrangements.models.intervision import (
    Attendance,
    IntervisionGroup,
    IntervisionMeeting,
    IntervisionMember,
)
from kruispunt.arrangements.permits import intervision as permits
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.arrangements.states.intervision import (
    AttendanceState,
    GroupState,
    MeetingState,
    MemberState,
)
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.roles import Role
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people

WORD = LetterWord("kruispunt.arrangements.intervision", Attendance, "volunteering__person_id")
A_YEAR = timedelta(days=365)
A = AttendanceState
MISSED = (A.MISSED, A.EXCUSED)
LEADERS = (Role.TRAINER, Role.COORDINATOR, Role.REGISTRAR)


def groups(actor: Actor) -> QuerySet[IntervisionGroup]:
    """Groups that run, the longest waiting for a day first; with how many take part."""
    rows = IntervisionGroup.objects.select_related("facilitator")
    taking_part = Count("members", filter=~Q(members__state=MemberState.LEFT))
    found = permits.READ_GROUP.narrow(rows, actor).annotate(taking_part=taking_part)
    return found.exclude(state=GroupState.STOPPED).order_by("due_on", "pk")


def group(actor: Actor, group_id: int) -> IntervisionGroup:
    """One group, for who leads it."""
    rows = IntervisionGroup.objects.select_related("facilitator")
    return permits.LEAD_GROUP.narrow(rows, actor).get(pk=group_id)


def members(actor: Actor, group_id: int) -> QuerySet[IntervisionMember]:
    """Who belongs to a group."""
    rows = IntervisionMember.objects.filter(group_id=group_id).exclude(state=MemberState.LEFT)
    found = permits.READ_MEMBER.narrow(rows.select_related("volunteering__person"), actor)
    return found.order_by("pk")


def member_to_call(actor: Actor, member_id: int) -> IntervisionMember:
    """Somebody who was often not there, for who guides her."""
    rows = IntervisionMember.objects.select_related("group", "volunteering__person")
    return permits.TALK_ABOUT_MISSING.narrow(rows, actor).get(pk=member_id)


def meetings(actor: Actor, group_id: int) -> QuerySet[IntervisionMeeting]:
    """The meetings of a group, the last one first; with how many were there."""
    there = Count("attendances", filter=Q(attendances__state=A.PRESENT))
    coming = Count("attendances", filter=Q(attendances__state=A.COMING))
    rows = IntervisionMeeting.objects.filter(group_id=group_id).select_related("owner")
    found = permits.READ_MEETING.narrow(rows, actor).annotate(there=there, coming=coming)
    return found.order_by("-on", "-pk")


def held_this_year(actor: Actor, group_id: int) -> int:
    """How often a group came together in the last twelve months (CHK-01)."""
    since = actor.today - A_YEAR
    rows = meetings(actor, group_id).filter(state=MeetingState.HELD, on__gt=since)
    return rows.count()


def meeting(actor: Actor, meeting_id: int) -> IntervisionMeeting:
    """One meeting, for who leads the group."""
    rows = IntervisionMeeting.objects.select_related("group__facilitator", "owner")
    return permits.LEAD_MEETING.narrow(rows, actor).get(pk=meeting_id)


def attendances(actor: Actor, meeting_id: int) -> QuerySet[Attendance]:
    """Who is invited to a meeting, and what they answered."""
    rows = Attendance.objects.filter(meeting_id=meeting_id).exclude(state=A.DROPPED)
    found = permits.READ_ATTENDANCE.narrow(rows.select_related("volunteering__person"), actor)
    return found.order_by("pk")


def mine(actor: Actor) -> QuerySet[Attendance]:
    """My own invitations and what came of them, the next one first."""
    rows = Attendance.objects.filter(volunteering__person_id=actor.person_id or 0)
    around = rows.select_related("meeting__group", "meeting__owner").exclude(state=A.DROPPED)
    return permits.READ_ATTENDANCE.narrow(around, actor).order_by("-meeting__on", "-pk")


def my_groups(actor: Actor) -> QuerySet[IntervisionMember]:
    """The groups I take part in."""
    rows = IntervisionMember.objects.filter(volunteering__person_id=actor.person_id or 0)
    around = rows.exclude(state=MemberState.LEFT).select_related("group__facilitator")
    return permits.READ_MEMBER.narrow(around, actor).order_by("pk")


def leaders(actor: Actor) -> list[tuple[int, str]]:
    """Who can lead a group: trainers, coordinators, the registry, and whoever asks."""
    found = dict(people.seated_by_name(actor, *LEADERS))
    if actor.person_id is not None and actor.person_id not in found:
        found[actor.person_id] = people.myself(actor).name
    return sorted(found.items())


def without_group(actor: Actor) -> QuerySet[Any]:
    """Volunteers in a very intensive match who belong to no group (A17, CHK-01)."""
    heavy = Match.objects.filter(
        municipality_id=actor.municipality_id,
        intensity=Intensity.VERY_INTENSIVE,
        state__in=sorted(UNDER_WAY),
    )
    member = IntervisionMember.objects.filter(volunteering_id=OuterRef("pk"))
    rows = offers.visible(actor).filter(pk__in=heavy.values("volunteering_id"))
    return rows.filter(~Exists(member.exclude(state=MemberState.LEFT))).order_by("pk")


def to_join(actor: Actor, group_id: int) -> list[tuple[int, str]]:
    """Volunteers in a running match who may be asked for a group: the heaviest class first."""
    running = Match.objects.filter(volunteering_id=OuterRef("pk"), state__in=sorted(UNDER_WAY))
    inside = members(actor, group_id).values("volunteering_id")
    rows = offers.visible(actor).filter(Exists(running)).exclude(pk__in=inside)
    heavy = Exists(running.filter(intensity=Intensity.VERY_INTENSIVE))
    found = rows.annotate(heavy=heavy).order_by("-heavy", "person__given_name", "pk")
    return [(one.pk, one.person.name) for one in found.select_related("person")[:200]]


def missed_in_a_row(member: IntervisionMember) -> int:
    """How many meetings of this group someone was not at, since the last time she was."""
    rows = Attendance.objects.filter(
        meeting__group_id=member.group_id,
        meeting__state=MeetingState.HELD,
        volunteering_id=member.volunteering_id,
    )
    missed = 0
    for state in rows.order_by("-meeting__on", "-pk").values_list("state", flat=True)[:12]:
        if state not in MISSED:
            break
        missed += 1
    return missed


def names_around(volunteering_ids: Iterable[int]) -> list[str]:
    """The residents these volunteers go to, who are never named in a group."""
    rows = Match.objects.filter(
        volunteering_id__in=list(volunteering_ids), state__in=sorted(UNDER_WAY)
    ).select_related("arrangement__question__asked_by")
    return [row.arrangement.question.asked_by.name for row in rows]


def attendance_link(invited: Attendance) -> str:
    return WORD.write(invited)


def attendance_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the invitation, who may answer, and the municipality."""
    return WORD.read(word)
