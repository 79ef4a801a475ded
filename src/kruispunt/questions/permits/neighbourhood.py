"""Who may see and do what with the neighbourhood: the team, and who brought it in (SM-9)."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, either, in_my_area, mine, permit, roles
from kruispunt.base.roles import Role

STARTPUNT = roles(Role.WORKER)


def nowhere_yet(actor: Actor) -> Q:
    """What has no neighbourhood yet is every team's, so that it is not nobody's."""
    return Q(neighbourhood__isnull=True) if actor.is_a(Role.TEAM_MEMBER) else NO_ROW


TEAM = either(in_my_area("neighbourhood", Role.TEAM_MEMBER), nowhere_yet)

READ_LIVEABILITY = permit(
    "questions.read_liveability",
    either(mine("brought_by"), TEAM, STARTPUNT),
    opens=(Drawer.REQUEST,),
)
RAISE = permit("questions.raise_liveability", STARTPUNT, opens=NO_DRAWER)
WORK_ON_LIVEABILITY = permit("questions.work_on_liveability", TEAM, opens=NO_DRAWER)
ANSWER_LIVEABILITY = permit(
    "questions.answer_liveability", either(TEAM, STARTPUNT), opens=NO_DRAWER
)
VISIT = permit("questions.visit", roles(Role.AMBASSADOR, Role.WORKER), opens=NO_DRAWER)
# Who came by at the walk-in desk, in one line and without a name (D17).
NOTE_WALK_IN = permit("questions.note_walk_in", STARTPUNT, fills=(Drawer.REQUEST,))
READ_WALK_IN = permit("questions.read_walk_in", STARTPUNT, opens=(Drawer.REQUEST,))
COVERAGE = permit(
    "questions.coverage",
    roles(Role.AMBASSADOR, Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
# How many homes may have a question we do not know: an estimate, and nothing of anyone (D2).
ESTIMATE = permit(
    "questions.estimate_unseen",
    roles(Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
# That something waits too long, and since when: nothing of anyone.
HEAR_LATE = permit("questions.hear_late", roles(Role.PROCESS_MANAGER), opens=NO_DRAWER)
