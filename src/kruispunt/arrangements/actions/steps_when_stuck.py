"""The steps by which a question gets on the desk of the process manager."""

from kruispunt.arrangements.models import Arrangement, Escalation, Referral
from kruispunt.arrangements.models.escalation import Cause
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY, EscalationState, ReferralState
from kruispunt.arrangements.states.parts import EnrolmentState, OwnHelpState
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep
from kruispunt.base.terms import due
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks

SOLVED = (EscalationState.CARRIED_OUT, EscalationState.EVALUATED)


class NothingStuck(ImpossibleMove):
    """This question cannot get stuck now: it has an answer, or was reported before."""


def report_refused(inside: Actor, arrangement: Arrangement) -> None:
    """When nothing of an answer is left, Petra hears it by herself."""
    asked = Referral.objects.filter(arrangement=arrangement)
    done = (ReferralState.DECLINED, ReferralState.CLOSED)
    open_parts = (
        arrangement.matches.filter(state__in=sorted(UNANSWERED | UNDER_WAY)).exists()
        or asked.exclude(state__in=done).exists()
        or arrangement.own_help.filter(state=OwnHelpState.RUNNING).exists()
        or arrangement.enrolments.exclude(state=EnrolmentState.ENDED).exists()
        or arrangement.trajectories.exclude(state__in=sorted(ENDED_TRAJECTORY)).exists()
    )
    if not open_parts:
        report_silence(inside, arrangement, cause=Cause.ALL_REFUSED)


def report_silence(inside: Actor, arrangement: Arrangement, *, cause: str) -> None:
    """Nobody says anything, or what was promised does not begin: Petra hears that too."""
    if not asks.may_get_stuck(inside, arrangement.question_id):
        return
    asked = Referral.objects.filter(arrangement=arrangement)
    said_no = [str(one) for one in asked.select_related("organisation")]
    report_stuck(inside, arrangement.question_id, cause=cause, what="", tried="; ".join(said_no))


def report_stuck(
    actor: Actor, question_id: int, *, cause: str, what: str, tried: str
) -> Escalation:
    if not asks.may_get_stuck(actor, question_id):
        raise NothingStuck("Deze vraag loopt al, of is al gemeld.")
    questions.give_up(actor.through("arrangements"), question_id, why=cause)
    escalation = keep(
        Escalation(
            municipality_id=actor.municipality_id,
            question_id=question_id,
            cause=cause,
            reported_by_id=actor.person_id,
            what=what,
            tried=tried,
            reported_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "escalation.reported"),
        ),
        giving=actor,
    )
    journal.write(actor, "escalation.report", escalation, cause=cause)
    return escalation
