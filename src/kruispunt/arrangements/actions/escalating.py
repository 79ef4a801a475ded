"""What got stuck goes to the process manager, who brings parties together or decides (SM-8)."""

from datetime import date

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions import letters
from kruispunt.arrangements.actions.steps_when_stuck import report_stuck
from kruispunt.arrangements.models import Escalation, Party
from kruispunt.arrangements.states import (
    ESCALATION_MOVES,
    EscalationState,
)
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.people import queries as people
from kruispunt.questions import actions as questions
from kruispunt.questions.states import State

E = EscalationState
TERM_OF = {
    E.REPORTED: "escalation.reported",
    E.CLEAR: "escalation.clear",
    E.INVITED: "escalation.invited",
    E.AGREED: "escalation.carry_out",
}


@action
def report(
    actor: Actor, question_id: int, *, cause: str, what: str = "", tried: str = ""
) -> Escalation:
    """Report a question that got stuck; it stays on a desk until somebody solved it."""
    may_begin(actor, permits.REPORT)
    return report_stuck(actor, question_id, cause=cause, what=what, tried=tried)


@action
def clear_up(actor: Actor, escalation_id: int, *, what: str, tried: str) -> Escalation:
    """Write the clear question: what is asked, what was tried, who said no. Not who asks."""
    escalation = _take(actor, escalation_id, permits.CLEAR_UP)
    escalation.manager_id = actor.person_id
    escalation.what, escalation.tried = what, tried
    return _move(actor, escalation, "clear_up")


@action
def invite_parties(
    actor: Actor, escalation_id: int, *, organisation_ids: tuple[int, ...]
) -> Escalation:
    """Invite organisations to make an offer together (D27)."""
    escalation = _take(actor, escalation_id, permits.INVITE_PARTIES)
    for organisation in people.organisations(actor).filter(pk__in=organisation_ids):
        if organisation.contact_id is None:
            raise ImpossibleMove(f"{organisation.name} heeft nog geen contactpersoon.")
        party = keep(
            Party(
                municipality_id=actor.municipality_id,
                escalation=escalation,
                organisation=organisation,
                contact_id=organisation.contact_id,
                invited_at=actor.at,
            ),
            giving=actor,
        )
        letters.invite_party(actor, party)
    return _move(actor, escalation, "invite_parties", parties=len(organisation_ids))


@action
def bring(actor: Actor, party_id: int, *, words: str) -> Party:
    """A party says what it brings to the offer."""
    party = take(actor, Party, party_id, may=permits.BRING, see=permits.READ_PARTY)
    party.brings, party.answered_at = words, actor.at
    keep(party)
    journal.write(actor, "escalation.bring", party.escalation)
    return party


@action
def agree_offer(
    actor: Actor, escalation_id: int, *, agreed: str, responsible_id: int, deadline: date
) -> Escalation:
    """The parties agreed on an offer: what, who leads, and before when."""
    escalation = _take(actor, escalation_id, permits.AGREE_OFFER)
    escalation.agreed, escalation.deadline = agreed, deadline
    escalation.responsible = people.organisations(actor).get(pk=responsible_id)
    return _move(actor, escalation, "agree_offer", due_on=deadline)


@action
def decide(
    actor: Actor, escalation_id: int, *, responsible_id: int, deadline: date, reason: str
) -> Escalation:
    """Decide with authority who does this and before when; only the process manager may (D28)."""
    escalation = _take(actor, escalation_id, permits.DECIDE)
    escalation.responsible = people.organisations(actor).get(pk=responsible_id)
    escalation.deadline, escalation.reason = deadline, reason
    decided = _move(actor, escalation, "decide", due_on=deadline)
    letters.tell_decision(actor, decided)
    return decided


@action
def carry_out(actor: Actor, escalation_id: int) -> Escalation:
    """What was agreed or decided has been done; the Startpunt takes the question up again."""
    taken = take(actor, Escalation, escalation_id, may=permits.CARRY_OUT, see=permits.READ_DECISION)
    escalation = _move(actor, taken, "carry_out")
    if escalation.question.state == State.UNANSWERED:
        inside = actor.through("arrangements")
        questions.resume(inside, escalation.question_id, why="escalation")
    return escalation


@action
def evaluate(
    actor: Actor, escalation_id: int, *, evaluation: str, proposal: str = ""
) -> Escalation:
    """Write what can be learned: the bottleneck, and a proposal to do it better (D29, D31)."""
    escalation = _take(actor, escalation_id, permits.EVALUATE)
    escalation.evaluation, escalation.proposal = evaluation, proposal
    return _move(actor, escalation, "evaluate")


def _take(actor: Actor, escalation_id: int, may: Permit) -> Escalation:
    return take(actor, Escalation, escalation_id, may=may, see=permits.READ_ESCALATION)


def _move(
    actor: Actor, escalation: Escalation, verb: str, *, due_on: date | None = None, **facts: object
) -> Escalation:
    target = E(ESCALATION_MOVES.target(verb, escalation.state))
    escalation.due_on = due_on or (due(actor, TERM_OF[target]) if target in TERM_OF else None)
    return make_move(actor, escalation, table=ESCALATION_MOVES, verb=verb, **facts)
