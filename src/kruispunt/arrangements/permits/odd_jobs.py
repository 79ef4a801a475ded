"""Who asks for an odd job, tests and plans it, and sees what of it (SM-12)."""

from django.db.models import Q

from kruispunt.arrangements.permits import GUIDES, ON_PART, as_resident, whose_question
from kruispunt.arrangements.states.odd_jobs import OddJobState
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.parts import not_apart
from kruispunt.base.permits import NO_ROW, both, either, permit, roles, stranger
from kruispunt.base.roles import Role


def as_handyman(actor: Actor) -> Q:
    """Jobs I said yes to, from the plan until they are done; afterwards I see them no more."""
    if actor.person_id is None:
        return NO_ROW
    mine = Q(volunteering__person_id=actor.person_id, state=OddJobState.PLANNED)
    return mine & not_apart(actor, "arrangement__question__asked_by")


STARTPUNT = roles(Role.WORKER)
REQUEST_ODD_JOB = permit(
    "arrangements.request_odd_job", either(whose_question, stranger, STARTPUNT), opens=NO_DRAWER
)
READ_ODD_JOB = permit(
    "arrangements.read_odd_job",
    either(as_resident, as_handyman, ON_PART),
    opens=(Drawer.REQUEST,),
    glimpses=(Drawer.PROFILE,),
)
# The minimal set for who comes by: a first name, the door, the telephone, and what to do (PRV-05).
VISIT_FOR_ODD_JOB = permit(
    "arrangements.visit_for_odd_job",
    as_handyman,
    glimpses=(Drawer.CONTACT,),
)
JUDGE_ODD_JOB = permit("arrangements.judge_odd_job", STARTPUNT, opens=NO_DRAWER)
PLAN_ODD_JOB = permit("arrangements.plan_odd_job", both(GUIDES, ON_PART), opens=NO_DRAWER)
FINISH_ODD_JOB = permit(
    "arrangements.finish_odd_job", either(as_handyman, both(GUIDES, ON_PART)), opens=NO_DRAWER
)
HAND_BACK_ODD_JOB = permit(
    "arrangements.hand_back_odd_job", either(as_handyman, both(GUIDES, ON_PART)), opens=NO_DRAWER
)
HEAR_ODD_JOB = permit("arrangements.hear_odd_job", either(as_resident, STARTPUNT), opens=NO_DRAWER)
CANCEL_ODD_JOB = permit(
    "arrangements.cancel_odd_job", either(as_resident, STARTPUNT), opens=NO_DRAWER
)
