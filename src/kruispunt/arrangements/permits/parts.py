"""Who may put an answer together, and see what runs of it: the resident and who guides it."""

from kruispunt.arrangements.permits import AROUND, GUIDES, ON_PART, as_resident, whose_question
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import either, permit, roles
from kruispunt.base.roles import SYSTEM

READ_PART = permit(
    "arrangements.read_part",
    either(as_resident, ON_PART),
    opens=(Drawer.REQUEST,),
    glimpses=(Drawer.MATCH_JOURNAL,),
)
COMPOSE = permit("arrangements.compose", GUIDES, opens=NO_DRAWER)
NAME_OWN_HELP = permit(
    "arrangements.name_own_help", either(whose_question, AROUND), opens=NO_DRAWER
)
START_OWN_HELP = permit("arrangements.start_own_help", GUIDES, opens=NO_DRAWER)
KEEP_UP = permit("arrangements.keep_up", either(as_resident, GUIDES), opens=NO_DRAWER)
ENROL = permit("arrangements.enrol", either(whose_question, GUIDES), opens=NO_DRAWER)
ATTEND = permit("arrangements.attend", GUIDES, opens=NO_DRAWER)
END_ENROLMENT = permit("arrangements.end_enrolment", either(as_resident, GUIDES), opens=NO_DRAWER)
# A place that fell free is offered by the house itself; yes and no are hers, or noted by her guide.
OFFER_PLACE = permit("arrangements.offer_place", roles(SYSTEM), opens=NO_DRAWER)
ANSWER_PLACE = permit("arrangements.answer_place", either(as_resident, GUIDES), opens=NO_DRAWER)
