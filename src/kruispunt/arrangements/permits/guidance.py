"""Who notes minutes, hears how a volunteer is, and looks for a stand-in."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, either, in_my_area, permit, roles
from kruispunt.base.roles import SYSTEM, Role

COORDINATOR = roles(Role.COORDINATOR)
HER_COORDINATOR = in_my_area("volunteering__person__neighbourhood", Role.COORDINATOR)


def i_am_asked(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(volunteering__person_id=actor.person_id)


NOTE_MINUTES = permit(
    "arrangements.note_minutes",
    roles(Role.WORKER, Role.COORDINATOR, Role.REGISTRAR),
    opens=NO_DRAWER,
)
READ_MINUTES = permit(
    "arrangements.read_minutes", roles(Role.WORKER, Role.COORDINATOR), counts=(Drawer.STATISTICS,)
)
ASK_WELLBEING = permit("arrangements.ask_wellbeing", roles(SYSTEM), opens=NO_DRAWER)
READ_WELLBEING = permit(
    "arrangements.read_wellbeing",
    either(i_am_asked, HER_COORDINATOR),
    opens=(Drawer.MATCH_JOURNAL,),
)
ANSWER_WELLBEING = permit(
    "arrangements.answer_wellbeing",
    either(i_am_asked, HER_COORDINATOR),
    fills=(Drawer.MATCH_JOURNAL,),
)
REPLACE = permit("arrangements.replace", COORDINATOR, opens=NO_DRAWER)
