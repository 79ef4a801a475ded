"""Who may set goals, look back, take steps to less help, and say farewell."""

from django.db.models import Q

from kruispunt.arrangements.permits import COORDINATED_PART, OF_MATCH, ON_PART
from kruispunt.arrangements.permits.trajectory import answered_by_my_team
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, either, in_my_area, permit, roles
from kruispunt.base.roles import Role

GUIDES = roles(Role.WORKER, Role.COORDINATOR)
COORDINATOR = roles(Role.COORDINATOR)
ON_STEP = either(
    roles(Role.WORKER),
    in_my_area("arrangement__question__asked_by__neighbourhood", Role.COORDINATOR),
)


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


def what_a_resident_told_my_team(actor: Actor) -> Q:
    """Looking back on the whole, with the team that carries the question (C10)."""
    mine = answered_by_my_team("arrangement_id")(actor)
    return mine if mine == NO_ROW else mine & Q(match__isnull=True, side="resident")


# A hybrid team works on the goals of the question it carries (HYB-04).
OF_MY_TEAM = answered_by_my_team("arrangement_id")
# Goals belong to the resident; a volunteer does not read them (role table).
READ_GOAL = permit(
    "arrangements.read_goal",
    either(about_my_question, ON_PART, OF_MY_TEAM),
    opens=(Drawer.REQUEST,),
)
# A step is checked weeks later, when the rest of the dossier may be closed already.
READ_STEP = permit(
    "arrangements.read_step",
    either(about_my_question, ON_STEP, OF_MY_TEAM),
    glimpses=(Drawer.REQUEST,),
)
SET_GOAL = permit(
    "arrangements.set_goal",
    either(whose_question, GUIDES, answered_by_my_team("pk")),
    opens=NO_DRAWER,
)
CHANGE_GOAL = permit(
    "arrangements.change_goal", either(about_my_question, GUIDES, OF_MY_TEAM), opens=NO_DRAWER
)
READ_EVALUATION = permit(
    "arrangements.read_evaluation",
    either(my_own_look_back, what_a_resident_told_my_team, COORDINATED_PART),
    opens=(Drawer.MATCH_JOURNAL,),
)
# Only what she may read (READ_EVALUATION): this permit alone shows no row.
LOOK_BACK_TOGETHER = permit("arrangements.look_back_together", COORDINATOR, opens=NO_DRAWER)
PLAN_STEP = permit(
    "arrangements.plan_step", either(GUIDES, answered_by_my_team("pk")), opens=NO_DRAWER
)
STEP_DOWN = permit("arrangements.step_down", either(GUIDES, OF_MY_TEAM), opens=NO_DRAWER)
SAY_FAREWELL = permit("arrangements.say_farewell", OF_MATCH, fills=(Drawer.MATCH_JOURNAL,))
