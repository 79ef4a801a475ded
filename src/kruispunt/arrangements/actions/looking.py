"""Looking at what is done for a resident, or who the other is: noted in the resident's dossier."""

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
from kruispunt.base.verbs import action

QUESTION = "arrangement__question"


@action
def look_into_match(actor: Actor, match_id: int) -> Match:
    """See the address of a resident, or everything around a match, for who has a part in it."""
    rows = Match.objects.select_related(QUESTION)
    match = permits.READ_MATCH.narrow(rows, actor).get(pk=match_id)
    note_look(actor, match, person_id=match.arrangement.question.asked_by_id)
    return match


@action
def look_into_referral(actor: Actor, referral_id: int) -> Referral:
    """Read what an organisation was asked, and who asks it when the resident agreed."""
    rows = Referral.objects.select_related(QUESTION)
    referral = permits.READ_REFERRAL.narrow(rows, actor).get(pk=referral_id)
    note_look(actor, referral, person_id=referral.arrangement.question.asked_by_id)
    return referral


@action
def look_into_trajectory(actor: Actor, trajectory_id: int) -> Trajectory:
    """Read what a team agreed with a resident, as one who sits at its table."""
    rows = Trajectory.objects.select_related(QUESTION)
    found = teams.READ_TRAJECTORY.narrow(rows, actor).get(pk=trajectory_id)
    note_look(actor, found, person_id=found.arrangement.question.asked_by_id)
    return found


@action
def look_into_evaluation(actor: Actor, evaluation_id: int) -> Evaluation:
    """Read the goals of a resident, to look back on them."""
    rows = Evaluation.objects.select_related(QUESTION)
    found = goals.READ_EVALUATION.narrow(rows, actor).get(pk=evaluation_id)
    note_look(actor, found, person_id=found.arrangement.question.asked_by_id)
    return found


@action
def look_into_step(actor: Actor, step_id: int) -> StepDown:
    """Read which step to less help was taken, and for whom."""
    rows = StepDown.objects.select_related(QUESTION)
    found = goals.READ_STEP.narrow(rows, actor).get(pk=step_id)
    note_look(actor, found, person_id=found.arrangement.question.asked_by_id)
    return found


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
    rows = OddJob.objects.select_related("arrangement__question")
    job = READ_ODD_JOB.narrow(rows, actor).get(pk=job_id)
    note_look(actor, job, person_id=job.arrangement.question.asked_by_id)
    return job
