"""Who may see and do what with the neighbourhood: the team, and who brought it in (SM-9)."""

from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import either, mine, permit, roles
from kruispunt.base.roles import Role

STARTPUNT = roles(Role.WORKER)
TEAM = roles(Role.TEAM_MEMBER)

READ_LIVEABILITY = permit(
    "questions.read_liveability",
    either(mine("brought_by"), TEAM, STARTPUNT),
    opens=(Drawer.REQUEST,),
)
RAISE = permit("questions.raise_liveability", STARTPUNT, fills=(Drawer.REQUEST,))
WORK_ON_LIVEABILITY = permit("questions.work_on_liveability", TEAM, opens=NO_DRAWER)
ANSWER_LIVEABILITY = permit(
    "questions.answer_liveability", either(TEAM, STARTPUNT), opens=NO_DRAWER
)
VISIT = permit("questions.visit", roles(Role.AMBASSADOR, Role.WORKER), fills=(Drawer.REQUEST,))
READ_VISIT = permit(
    "questions.read_visit", either(mine("by"), STARTPUNT), glimpses=(Drawer.REQUEST,)
)
COVERAGE = permit(
    "questions.coverage",
    roles(Role.AMBASSADOR, Role.WORKER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
