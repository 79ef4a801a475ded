"""Looking at what is done for a resident, or who the other is: noted in the resident's dossier."""

from django.db.models import Model

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import (
    CarerCase,
    Escalation,
    Evaluation,
    GuideContact,
    Match,
    OddJob,
    Referral,
    StepDown,
    Trajectory,
)
from kruispunt.arrangements.permits import carers, goals, guides
from kruispunt.arrangements.permits import trajectory as teams
from kruispunt.arrangements.permits.odd_jobs import READ_ODD_JOB
from kruispunt.base.actor import Actor
from kruispunt.base.looking import note_look
from kruispunt.base.permits import Permit
from kruispunt.base.verbs import action


@action
def look_into_match(actor: Actor, match_id: int) -> Match:
    """See the address of a resident, or everything around a match, for who has a part in it."""
    return _look(actor, Match, permits.READ_MATCH, match_id)


@action
def look_into_referral(actor: Actor, referral_id: int) -> Referral:
    """Read what an organisation was asked, and who asks it when the resident agreed."""
    return _look(actor, Referral, permits.READ_REFERRAL, referral_id)


@action
def look_into_trajectory(actor: Actor, trajectory_id: int) -> Trajectory:
    """Read what a team agreed with a resident, as one who sits at its table."""
    return _look(actor, Trajectory, teams.READ_TRAJECTORY, trajectory_id)


@action
def look_into_evaluation(actor: Actor, evaluation_id: int) -> Evaluation:
    """Read the goals of a resident, to look back on them."""
    return _look(actor, Evaluation, goals.READ_EVALUATION, evaluation_id)


@action
def look_into_step(actor: Actor, step_id: int) -> StepDown:
    """Read which step to less help was taken, and for whom."""
    return _look(actor, StepDown, goals.READ_STEP, step_id)


@action
def look_into_escalation(actor: Actor, escalation_id: int) -> Escalation:
    """Read what is stuck; without her name, and still it is about one resident."""
    rows = Escalation.objects.select_related("question")
    found = permits.READ_ESCALATION.narrow(rows, actor).get(pk=escalation_id)
    note_look(actor, found, person_id=found.question.asked_by_id)
    return found


@action
def look_into_guide_contact(actor: Actor, contact_id: int) -> GuideContact:
    """Read what a resident and her guide wrote down together."""
    found = guides.READ_GUIDE_CONTACT.narrow(GuideContact.objects.all(), actor).get(pk=contact_id)
    if found.resident_id is not None:
        note_look(actor, found, person_id=found.resident_id)
    return found


@action
def look_into_carer(actor: Actor, case_id: int) -> CarerCase:
    """Read how heavy caring is for someone, and what was planned."""
    found = carers.READ_CARER.narrow(CarerCase.objects.all(), actor).get(pk=case_id)
    note_look(actor, found, person_id=found.carer_id)
    return found


@action
def look_into_odd_job(actor: Actor, job_id: int) -> OddJob:
    """See where a small job is and who asks for it, for who comes by or plans it."""
    return _look(actor, OddJob, READ_ODD_JOB, job_id)


def _look[M: Model](actor: Actor, model: type[M], permit: Permit, pk: int) -> M:
    """What answers a question is about who asked it: the line stands in her dossier."""
    rows = model._default_manager.select_related("arrangement__question")
    found = permit.narrow(rows, actor).get(pk=pk)
    asker_id = found.arrangement.question.asked_by_id  # type: ignore[attr-defined]
    note_look(actor, found, person_id=asker_id)
    return found
