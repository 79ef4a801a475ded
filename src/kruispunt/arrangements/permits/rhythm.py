"""Who sets the day on which two people see each other, and who says that it is another one."""

from django.db.models import Q

from kruispunt.arrangements.permits import GUIDED, as_resident, as_volunteer
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import both, either, permit

# Before both said yes nobody reads the name of the other, and afterwards there is no next time.
READ_RHYTHM = permit(
    "arrangements.read_rhythm",
    both(either(as_volunteer, as_resident, GUIDED), lambda _: Q(state__in=UNDER_WAY)),
    glimpses=(Drawer.MATCH_JOURNAL,),
)
SET_RHYTHM = permit("arrangements.set_rhythm", GUIDED, opens=NO_DRAWER)
SAY_OTHER_DAY = permit(
    "arrangements.say_other_day",
    either(as_volunteer, as_resident, GUIDED),
    opens=NO_DRAWER,
)
