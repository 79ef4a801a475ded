"""Who may set goals, look back, take steps to less help, and say farewell."""

from django.db.models import Q

from kruispunt.arrangements.permits import COORDINATED_PART, OF_MATCH, ON_PART
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, either, permit, roles
from kruispunt.base.roles import Role

GUIDES = roles(Role.WORKER, Role.COORDINATOR)
COORDINATOR = roles(Role.COORDINATOR)


def whose_question(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(question__asked_by_id=actor.person_id)


def about_my_question(actor: Actor) -> Q:
    """What belongs to the answer to my own question."""
    if actor.person_id is None:
        return NO_ROW
    return Q(arrangement__question__asked_by_id=actor.person_id)


def my_own_look_back(actor: Actor) -> Q:
    """What I said when looking back: nobody reads what the other one said."""
    if actor.person_id is None:
        return NO_ROW
    volunteer = Q(side="volunteer", match__volunteering__person_id=actor.person_id)
    return volunteer | Q(side="resident", arrangement__question__asked_by_id=actor.person_id)


# Goals belong to the resident; a volunteer does not read them (role table).
READ_GOAL = permit(
    "arrangements.read_goal", either(about_my_question, ON_PART), opens=(Drawer.REQUEST,)
)
SET_GOAL = permit("arrangements.set_goal", either(whose_question, GUIDES), opens=NO_DRAWER)
CHANGE_GOAL = permit("arrangements.change_goal", either(about_my_question, GUIDES), opens=NO_DRAWER)
READ_EVALUATION = permit(
    "arrangements.read_evaluation",
    either(my_own_look_back, COORDINATED_PART),
    opens=(Drawer.MATCH_JOURNAL,),
)
# Only what she may read (READ_EVALUATION): this permit alone shows no row.
LOOK_BACK_TOGETHER = permit("arrangements.look_back_together", COORDINATOR, opens=NO_DRAWER)
STEP_DOWN = permit("arrangements.step_down", GUIDES, opens=NO_DRAWER)
SAY_FAREWELL = permit("arrangements.say_farewell", OF_MATCH, fills=(Drawer.MATCH_JOURNAL,))
