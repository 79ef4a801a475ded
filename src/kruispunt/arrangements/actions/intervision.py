"""What can happen to intervision: a group, its members, and planning its meetings (A17, A18)."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.arrangements.actions import letters_of_intervision as letters
from kruispunt.arrangements.actions.steps_of_intervision import (
    drop,
    over,
    step_of_member,
)
from kruispunt.arrangements.models.intervision import (
    Attendance,
    IntervisionGroup,
    IntervisionMeeting,
    IntervisionMember,
)
from kruispunt.arrangements.permits import intervision as permits
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.states.intervision import (
    BEFORE,
    GROUP_MOVES,
    MEETING_MOVES,
    MeetingState,
    MemberState,
)
from kruispunt.base import journal, parts
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.offers import queries as offers

# One sentence for who is in it and for who may never meet somebody in it: it gives nobody away.
NOT_IN_THIS_GROUP = "Deze vrijwilliger kan niet in deze groep, of doet al mee."


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """When and where, for how many, and who prepares it."""

    on: date
    owner_id: int
    where: str = ""
    places: int = 8


@action
def start_group(
    actor: Actor, *, name: str, facilitator_id: int, where: str = ""
) -> IntervisionGroup:
    """Begin a group, led by a trainer or a coordinator."""
    may_begin(actor, permits.START_GROUP)
    if facilitator_id not in {one for one, _ in queries.leaders(actor)}:
        raise ImpossibleMove("Kies wie de groep leidt: een trainer of een begeleider.")
    group = keep(
        IntervisionGroup(
            municipality_id=actor.municipality_id,
            name=name,
            facilitator_id=facilitator_id,
            where=where,
            due_on=due(actor, "intervision.first"),
            state_since=actor.at,
        )
    )
    journal.write(actor, "intervision_group.start", group)
    return group


@action
def join_group(actor: Actor, group_id: int, *, volunteering_id: int) -> IntervisionMember:
    """Let a volunteer take part; a meeting that is planned already is hers as well."""
    group = take(actor, IntervisionGroup, group_id, may=permits.LEAD_GROUP, see=permits.READ_GROUP)
    given = offers.one(actor, volunteering_id)
    there = dict(
        queries.members(actor, group_id).values_list("volunteering_id", "volunteering__person_id")
    )
    never = parts.apart(actor, (given.person_id,))[given.person_id]
    if given.pk in there or never & {group.facilitator_id, *there.values()}:
        raise ImpossibleMove(NOT_IN_THIS_GROUP)
    member = keep(
        IntervisionMember(
            municipality_id=actor.municipality_id,
            group=group,
            volunteering_id=given.pk,
            since=actor.today,
            state_since=actor.at,
        )
    )
    journal.write(actor, "intervision_member.join", member, person_id=given.person_id)
    for meeting in group.meetings.filter(state=MeetingState.PLANNED):
        _invite(actor, meeting, member)
    return member


@action
def leave_group(actor: Actor, member_id: int) -> IntervisionMember:
    """Stop taking part; what was planned falls away. Nobody has to say why."""
    member = take(
        actor, IntervisionMember, member_id, may=permits.LEAVE_GROUP, see=permits.READ_MEMBER
    )
    planned = Attendance.objects.filter(
        meeting__group_id=member.group_id,
        volunteering_id=member.volunteering_id,
        state__in=sorted(BEFORE),
    )
    for invited in planned.order_by("pk"):
        letters.no_answer_needed(actor, invited)
        drop(actor, invited)
    return step_of_member(actor, member, "leave_group")


@action
def plan_meeting(actor: Actor, group_id: int, *, plan: MeetingPlan) -> IntervisionMeeting:
    """Plan the next time: somebody prepares it, and every member gets a letter."""
    group = take(actor, IntervisionGroup, group_id, may=permits.LEAD_GROUP, see=permits.READ_GROUP)
    inside = list(queries.members(actor, group_id))
    if plan.on < actor.today:
        raise ValidationError({"on": "Kies een dag die nog komt."})
    prepares = {one.volunteering.person_id for one in inside} | {group.facilitator_id}
    if plan.owner_id not in prepares:
        raise ValidationError({"owner_id": "Kies iemand uit de groep, of wie haar leidt."})
    make_move(actor, group, table=GROUP_MOVES, verb="plan_meeting")
    meeting = keep(
        IntervisionMeeting(
            municipality_id=actor.municipality_id,
            group=group,
            on=plan.on,
            where=plan.where or group.where,
            places=plan.places,
            owner_id=plan.owner_id,
            state_since=actor.at,
        )
    )
    journal.write(actor, "intervision_meeting.plan", meeting, invited=len(inside))
    for member in inside:
        _invite(actor, meeting, member)
    letters.you_prepare(actor, meeting)
    return meeting


@action
def call_off_meeting(actor: Actor, meeting_id: int, *, why: str) -> IntervisionMeeting:
    """It does not take place: everyone hears it, and a new day is looked for."""
    meeting = take(
        actor, IntervisionMeeting, meeting_id, may=permits.LEAD_MEETING, see=permits.READ_MEETING
    )
    meeting.why = why
    for invited in meeting.attendances.filter(state__in=sorted(BEFORE)).order_by("pk"):
        letters.called_off(actor, invited)
        drop(actor, invited)
    over(actor, meeting)
    return make_move(actor, meeting, table=MEETING_MOVES, verb="call_off_meeting")


@action
def stop_group(actor: Actor, group_id: int) -> IntervisionGroup:
    """The group ends; its members may join another one."""
    group = take(actor, IntervisionGroup, group_id, may=permits.LEAD_GROUP, see=permits.READ_GROUP)
    group.due_on = None
    for member in group.members.exclude(state=MemberState.LEFT).order_by("pk"):
        step_of_member(actor, member, "leave_group")
    return make_move(actor, group, table=GROUP_MOVES, verb="stop_group")


@action
def talk_about_missing(actor: Actor, member_id: int, *, said: str) -> IntervisionMember:
    """Somebody called: what would help to come again?"""
    member = take(
        actor,
        IntervisionMember,
        member_id,
        may=permits.TALK_ABOUT_MISSING,
        see=permits.READ_MEMBER,
    )
    member.said, member.due_on = said, None
    return step_of_member(actor, member, "talk_about_missing")


def _invite(actor: Actor, meeting: IntervisionMeeting, member: IntervisionMember) -> None:
    invited = keep(
        Attendance(
            municipality_id=actor.municipality_id,
            meeting=meeting,
            volunteering_id=member.volunteering_id,
            out_of=meeting.places,
            state_since=actor.at,
        )
    )
    letters.invite(actor, invited)
