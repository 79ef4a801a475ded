"""The steps that the verbs of an odd job share, and how they carry its question along (SM-12)."""

from decimal import Decimal

from kruispunt.arrangements.models import OddJob
from kruispunt.arrangements.permits import odd_jobs as permits
from kruispunt.arrangements.states.odd_jobs import ODD_JOB_MOVES
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due
from kruispunt.core.triage import Answers
from kruispunt.core.vocabulary import Frequency
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import Clarification
from kruispunt.questions.states import CROSSROADS, State

UNDERSTOOD = (State.CONTACTED, State.CLARIFIED)


def take_job(actor: Actor, job_id: int, may: Permit) -> OddJob:
    return take(actor, OddJob, job_id, may=may, see=permits.READ_ODD_JOB)


def move_job(actor: Actor, job: OddJob, verb: str, **facts: object) -> OddJob:
    asker = job.arrangement.question.asked_by_id
    return make_move(actor, job, table=ODD_JOB_MOVES, verb=verb, person_id=asker, **facts)


def bring_to_handyman(actor: Actor, job: OddJob, *, fits: bool, self_reliance: int) -> None:
    """The talk in which a job is tested is the first talk about its question, all in one.

    Somebody comes into a house alone, so a certificate of conduct is asked (VOG-01). A job that
    does not fit leaves its question on the desk, for another way.
    """
    question = job.arrangement.question
    if question.state == State.NEW:
        question = questions.contact(actor, question.pk)
    if not fits:
        return
    if question.state in UNDERSTOOD:
        found = Clarification(
            need=question.need or job.words,
            kind=job.kind,
            self_reliance=self_reliance,
            own_network=question.own_network,
            gives=question.gives,
            hours=job.hours or Decimal(1),
            frequency=Frequency.ONCE,
        )
        questions.clarify(actor, question.pk, found=found)
        answers = Answers(self_reliance=self_reliance, times=1)
        question = questions.triage(actor, question.pk, answers=answers, needs_vog=True)
    if question.state in CROSSROADS - {State.WITH_HANDYMAN} and not question.helped_by:
        questions.hand_to_handyman(actor, question.pk)


def look_again_for(actor: Actor, job: OddJob, verb: str) -> OddJob:
    """Somebody must come, again or instead: the job waits for a plan, and so does its question."""
    job.due_on = due(actor, "odd_job.tested")
    moved = move_job(actor, job, verb)
    inside, question = actor.through("arrangements"), moved.arrangement.question
    question.refresh_from_db()
    if question.state == State.ANSWERED:
        questions.resume(inside, question.pk, why="odd_job")
        questions.hand_to_handyman(inside, question.pk)
    return moved
