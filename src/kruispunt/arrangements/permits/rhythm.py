"""Who sets the day on which two people see each other, and who says that it is another one."""

from kruispunt.arrangements.permits import GUIDED, as_resident, as_volunteer
from kruispunt.base.drawers import Drawer
from kruispunt.base.permits import either, permit

SET_RHYTHM = permit("arrangements.set_rhythm", GUIDED, fills=(Drawer.MATCH_JOURNAL,))
SAY_OTHER_DAY = permit(
    "arrangements.say_other_day",
    either(as_volunteer, as_resident, GUIDED),
    fills=(Drawer.MATCH_JOURNAL,),
)
