"""Who may be worried aloud, and who reads it: the safety officer, and each their own words."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, both, either, mine, permit, roles
from kruispunt.base.roles import SYSTEM, Role

# Who only looks at figures or machines has no part in a case, but may ring the bell like anyone.
OUTSIDE = (Role.WORK_COACH, Role.POLICY, Role.TECHNICIAN, Role.PRIVACY_OFFICER)
REPORTERS = tuple(role for role in Role if role not in {Role.RESIDENT, *OUTSIDE})
# Nobody pays these: for them the code is three steps, and somebody else decides (MLD-02).
UNPAID = frozenset({Role.RESIDENT, Role.CARER, Role.VOLUNTEER, Role.AMBASSADOR, Role.GUIDE})
OFFICER = roles(Role.SAFETY_OFFICER)


def i_walk_the_steps(actor: Actor) -> Q:
    """A professional walks the five steps of what she reported herself (MLD-03)."""
    if actor.person_id is None:
        return NO_ROW
    return Q(reported_by_id=actor.person_id, professional=True)


# Writing is for everyone; reading back what others wrote is not (MLD-04).
REPORT = permit("safety.report", roles(*REPORTERS), fills=(Drawer.SAFETY,))
RING_THE_BELL = permit("safety.ring_the_bell", roles(*Role), opens=NO_DRAWER)
READ_OWN = permit(
    "safety.read_own", both(mine("reported_by"), roles(*REPORTERS)), glimpses=(Drawer.SAFETY,)
)
READ = permit("safety.read", OFFICER, opens=(Drawer.SAFETY,))
READ_NOTE = permit(
    "safety.read_note",
    either(both(mine("by"), roles(*REPORTERS)), OFFICER),
    glimpses=(Drawer.SAFETY,),
)
SEE = permit(
    "safety.see",
    either(both(mine("reported_by"), roles(*REPORTERS)), OFFICER),
    glimpses=(Drawer.SAFETY,),
)
DISCUSS = permit("safety.discuss", OFFICER, fills=(Drawer.SAFETY,))
STEP = permit("safety.step", either(i_walk_the_steps, OFFICER), opens=NO_DRAWER)
CLOSE = permit("safety.close", OFFICER, opens=NO_DRAWER)
RELEASE = permit("safety.release", OFFICER, opens=NO_DRAWER)
SOUND_ALARM = permit("safety.sound_alarm", roles(SYSTEM), opens=NO_DRAWER)
REPORT_INCIDENT = permit("safety.report_incident", roles(*Role), opens=NO_DRAWER)
READ_INCIDENT = permit(
    "safety.read_incident",
    either(mine("reported_by"), roles(Role.COORDINATOR)),
    opens=NO_DRAWER,
)
