"""Who may see that someone cares, talk with her, and read what she answered."""

from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import either, mine, permit, roles
from kruispunt.base.roles import SYSTEM, Role

STARTPUNT = roles(Role.WORKER)

READ_CARER = permit(
    "arrangements.read_carer",
    either(mine("carer"), STARTPUNT),
    opens=(Drawer.REQUEST, Drawer.INSTRUMENTS),
)
SEE_CARER = permit("arrangements.see_carer", either(mine("carer"), STARTPUNT), opens=NO_DRAWER)
TALK_WITH_CARER = permit(
    "arrangements.talk_with_carer", STARTPUNT, fills=(Drawer.SITUATION, Drawer.REQUEST)
)
MEASURE_CARER = permit("arrangements.measure_carer", STARTPUNT, fills=(Drawer.INSTRUMENTS,))
PLAN_RELIEF = permit("arrangements.plan_relief", STARTPUNT, fills=(Drawer.SITUATION,))
CLOSE_CARER = permit("arrangements.close_carer", either(mine("carer"), STARTPUNT), opens=NO_DRAWER)
# Whoever keeps the house confirms that an instrument may be used, and loads its texts.
LICENSE_INSTRUMENT = permit(
    "arrangements.license_instrument", roles(Role.TECHNICIAN, SYSTEM), opens=NO_DRAWER
)
FORGET_ANSWERS = permit("arrangements.forget_answers", roles(SYSTEM), opens=NO_DRAWER)
COUNT_CARERS = permit(
    "arrangements.count_carers",
    roles(Role.WORKER, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
