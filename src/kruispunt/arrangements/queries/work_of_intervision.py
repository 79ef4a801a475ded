"""What waits around intervision: a next day, a meeting to hold, and who was often not there."""

from kruispunt.arrangements.models.intervision import (
    IntervisionGroup,
    IntervisionMeeting,
    IntervisionMember,
)
from kruispunt.arrangements.permits import intervision as permits
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.states.intervision import (
    AttendanceState,
    GroupState,
    MeetingState,
    MemberState,
)
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile
from kruispunt.offers.states import VolunteerState

PLANS = {GroupState.WAITING: "Plan de volgende intervisie"}
HOLDS = {MeetingState.PLANNED: "Leg vast wie er bij de intervisie was"}
PREPARES = {MeetingState.PLANNED: "Bereid de intervisie voor"}
ANSWERS = {AttendanceState.INVITED: "Komt u naar de intervisie? Zeg ja of nee"}
CALLS = {MemberState.MISSING: "Bel: was er vaak niet bij de intervisie"}
INVITES = dict.fromkeys(
    VolunteerState, "Nodig uit voor een groep: deze koppeling is zeer intensief"
)


def intervision(actor: Actor) -> list[Pile]:
    """The part of everyone: who leads, who guides, and who takes part."""
    found: list[Pile] = []
    if actor.roles & set(queries.LEADERS):
        led = permits.LEAD_GROUP.narrow(IntervisionGroup.objects.all(), actor)
        held = permits.LEAD_MEETING.narrow(IntervisionMeeting.objects.all(), actor)
        found += [
            Pile("intervision_group", "intervision_group", PLANS, led, words="name"),
            Pile("intervision_meeting", "intervision_meeting", HOLDS, held, due="on",
                 words="group__name"),
        ]  # fmt: skip
    if actor.is_a(Role.COORDINATOR):
        missing = permits.READ_MEMBER.narrow(IntervisionMember.objects.all(), actor)
        found += [
            Pile("intervision_member", "intervision_group", CALLS, missing,
                 whose="volunteering__person", about="group_id"),
            Pile("volunteer", "intervision", INVITES, queries.without_group(actor), due="",
                 whose="person"),
        ]  # fmt: skip
    if actor.is_a(Role.VOLUNTEER):
        found += _for_a_volunteer(actor)
    return found


def _for_a_volunteer(actor: Actor) -> list[Pile]:
    prepared = IntervisionMeeting.objects.filter(owner_id=actor.person_id or 0)
    prepared = permits.READ_MEETING.narrow(prepared, actor)
    return [
        Pile("attendance", "my_intervision", ANSWERS, queries.mine(actor), due="meeting__on"),
        Pile("intervision_meeting", "my_intervision", PREPARES, prepared, due="on"),
    ]
