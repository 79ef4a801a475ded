"""Who leads and follows intervision: the coordinator, who leads a group, and its members."""

from django.db.models import Q

from kruispunt.arrangements.models.intervision import IntervisionMember
from kruispunt.arrangements.states.intervision import MemberState
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, Rows, either, mine, permit, roles
from kruispunt.base.roles import Role

REGISTRY = roles(Role.COORDINATOR, Role.REGISTRAR)


def _in_the_group(column: str) -> Rows:
    def rows(actor: Actor) -> Q:
        if actor.person_id is None:
            return NO_ROW
        groups = IntervisionMember.objects.filter(volunteering__person_id=actor.person_id)
        return Q(**{f"{column}__in": groups.exclude(state=MemberState.LEFT).values("group_id")})

    return rows


START_GROUP = permit("arrangements.start_group", REGISTRY, opens=NO_DRAWER)
# The name of a group, its day and place: nothing of anyone.
READ_GROUP = permit(
    "arrangements.read_group",
    either(REGISTRY, mine("facilitator"), _in_the_group("pk")),
    opens=NO_DRAWER,
)
# Whoever leads a group sees who belongs to it: names and attendance, no more (role table).
LEAD_GROUP = permit(
    "arrangements.lead_group",
    either(REGISTRY, mine("facilitator")),
    glimpses=(Drawer.PROFILE,),
)
READ_MEMBER = permit(
    "arrangements.read_member",
    either(REGISTRY, mine("group__facilitator"), mine("volunteering__person")),
    glimpses=(Drawer.PROFILE,),
)
# Why somebody stays away is between her and who guides her.
TALK_ABOUT_MISSING = permit("arrangements.talk_about_missing", REGISTRY, glimpses=(Drawer.PROFILE,))
LEAVE_GROUP = permit(
    "arrangements.leave_group", either(REGISTRY, mine("volunteering__person")), opens=NO_DRAWER
)
READ_MEETING = permit(
    "arrangements.read_meeting",
    either(REGISTRY, mine("group__facilitator"), mine("owner"), _in_the_group("group_id")),
    opens=NO_DRAWER,
)
LEAD_MEETING = permit(
    "arrangements.lead_meeting",
    either(REGISTRY, mine("group__facilitator")),
    glimpses=(Drawer.PROFILE,),
)
READ_ATTENDANCE = permit(
    "arrangements.read_attendance",
    either(REGISTRY, mine("meeting__group__facilitator"), mine("volunteering__person")),
    glimpses=(Drawer.PROFILE,),
)
ANSWER_MEETING = permit(
    "arrangements.answer_meeting",
    either(REGISTRY, mine("meeting__group__facilitator"), mine("volunteering__person")),
    opens=NO_DRAWER,
)
