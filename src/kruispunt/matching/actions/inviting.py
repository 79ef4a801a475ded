"""Asking volunteers in waves, and keeping what they answer."""

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.explain import why
from kruispunt.matching import permits, queries
from kruispunt.matching.actions import letters
from kruispunt.matching.models import Invitation
from kruispunt.matching.states import INVITATION_MOVES
from kruispunt.questions import queries as questions
from kruispunt.questions.states import FOR_VOLUNTEERS


class CannotInvite(ImpossibleMove):
    """This volunteer cannot be asked for this question; the message says why."""


@action
def invite(
    actor: Actor, question_id: int, *, volunteering_ids: tuple[int, ...], words: str
) -> list[Invitation]:
    """Ask one or more volunteers, in words without a name or an address. A person chooses whom."""
    may_begin(actor, permits.INVITE)
    question = questions.one(actor, question_id)
    if question.state not in FOR_VOLUNTEERS:
        raise CannotInvite("Voor deze vraag zoeken we nu geen vrijwilliger.")
    able = queries.chosen(actor, question_id, volunteering_ids)
    wave = queries.last_wave(actor, question_id) + 1
    by_id = {candidate.volunteering_id: candidate for candidate in able}
    sent = []
    for volunteering_id in volunteering_ids:
        candidate = by_id.get(volunteering_id)
        if candidate is None:
            raise CannotInvite("Deze vrijwilliger past niet bij deze vraag.")
        if candidate.answer:
            raise CannotInvite(f"{candidate.name} is al gevraagd.")
        sent.append(_send(actor, question_id, candidate=candidate, wave=wave, words=words))
    return sent


@action
def ask_more(actor: Actor, invitation_id: int, *, remark: str) -> Invitation:
    """The volunteer wants to know more before she answers."""
    invitation = _take(actor, invitation_id, permits.ANSWER)
    invitation.remark = remark
    return _move(actor, invitation, "ask_more")


@action
def accept(actor: Actor, invitation_id: int) -> Invitation:
    """The volunteer says yes. What follows from it is arranged one room higher."""
    return _move(actor, _take(actor, invitation_id, permits.ACCEPT), "accept")


@action
def decline(actor: Actor, invitation_id: int, *, no_reason: str, remark: str = "") -> Invitation:
    """The volunteer says no; we remember why, and do not ask the same again."""
    invitation = _take(actor, invitation_id, permits.ANSWER)
    invitation.no_reason, invitation.remark = no_reason, remark or invitation.remark
    return _move(actor, invitation, "decline", no_reason=no_reason)


@action
def expire(actor: Actor, invitation_id: int) -> Invitation:
    """No answer came in time; a late yes is still welcome."""
    return _move(actor, _take(actor, invitation_id, permits.EXPIRE), "expire")


@action
def take_back(actor: Actor, invitation_id: int) -> Invitation:
    """The question has been answered otherwise; the volunteer hears that with thanks."""
    invitation = _move(actor, _take(actor, invitation_id, permits.TAKE_BACK), "take_back")
    letters.thank(actor, invitation)
    return invitation


@action
def let_go(actor: Actor, invitation_id: int) -> Invitation:
    """What came of a yes is over: the volunteer reads no more what it was about (ROL-03)."""
    return _move(actor, _take(actor, invitation_id, permits.LET_GO), "let_go")


def _send(
    actor: Actor, question_id: int, *, candidate: queries.Candidate, wave: int, words: str
) -> Invitation:
    invitation = keep(
        Invitation(
            municipality_id=actor.municipality_id,
            question_id=question_id,
            volunteering_id=candidate.volunteering_id,
            wave=wave,
            words=words,
            rank=candidate.rank,
            score=candidate.score,
            reasons=[why(candidate.standing)],
            sent_at=actor.at,
            answer_by=due(actor, "invitation.answer"),
        )
    )
    journal.write(actor, "invitation.send", invitation, wave=wave, rank=candidate.rank)
    letters.ask(actor, invitation)
    return invitation


def _take(actor: Actor, invitation_id: int, may: Permit) -> Invitation:
    return take(actor, Invitation, invitation_id, may=may)


def _move(actor: Actor, invitation: Invitation, verb: str, **facts: object) -> Invitation:
    if verb in {"accept", "decline"}:
        invitation.answered_at = actor.at
    if verb != "ask_more":
        letters.called_off(actor, invitation)
    return make_move(actor, invitation, table=INVITATION_MOVES, verb=verb, **facts)
