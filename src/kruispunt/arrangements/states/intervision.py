"""Volunteers who learn from each other: their group, its meetings, and who was there (A18)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class GroupState(TextChoices):
    """Where a group stands: waiting for a day, planned, or stopped."""

    WAITING = "waiting", "Nog geen volgende keer"
    PLANNED = "planned", "Volgende keer gepland"
    STOPPED = "stopped", "Gestopt"


G = GroupState
GROUP_MOVES = Table(
    "intervision_group",
    (
        move("plan_meeting", {G.WAITING}, G.PLANNED),
        # Follows from the meeting that was held or called off.
        move("be_over", {G.PLANNED}, G.WAITING),
        move("stop_group", {G.WAITING}, G.STOPPED),
    ),
)


class MemberState(TextChoices):
    """Where a volunteer stands in a group."""

    JOINED = "joined", "Doet mee"
    MISSING = "missing", "Was er vaak niet"
    LEFT = "left", "Doet niet meer mee"


M = MemberState
MEMBER_MOVES = Table(
    "intervision_member",
    (
        move("miss_too_often", {M.JOINED}, M.MISSING),
        move("talk_about_missing", {M.MISSING}, M.JOINED),
        move("come_back", {M.MISSING}, M.JOINED),
        move("leave_group", {M.JOINED, M.MISSING}, M.LEFT),
    ),
)


class MeetingState(TextChoices):
    """Where one meeting of a group stands."""

    PLANNED = "planned", "Gepland"
    HELD = "held", "Geweest"
    CALLED_OFF = "called_off", "Gaat niet door"


T = MeetingState
MEETING_MOVES = Table(
    "intervision_meeting",
    (
        move("hold_meeting", {T.PLANNED}, T.HELD),
        move("call_off_meeting", {T.PLANNED}, T.CALLED_OFF),
    ),
)


class AttendanceState(TextChoices):
    """Where someone stands for one meeting."""

    INVITED = "invited", "Uitgenodigd"
    COMING = "coming", "Komt"
    NOT_COMING = "not_coming", "Komt niet"
    PRESENT = "present", "Was er"
    EXCUSED = "excused", "Had afgezegd"
    MISSED = "missed", "Was er niet"
    DROPPED = "dropped", "Vervallen"


A = AttendanceState
BEFORE = frozenset({A.INVITED, A.COMING, A.NOT_COMING})
ATTENDANCE_MOVES = Table(
    "attendance",
    (
        move("say_coming", {A.INVITED, A.NOT_COMING}, A.COMING),
        move("say_not_coming", {A.INVITED, A.COMING}, A.NOT_COMING),
        move("attend_meeting", BEFORE, A.PRESENT),
        move("excuse", {A.NOT_COMING}, A.EXCUSED),
        move("miss_meeting", {A.INVITED, A.COMING}, A.MISSED),
        move("drop_attendance", BEFORE, A.DROPPED),
    ),
)
