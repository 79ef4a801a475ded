"""Bringing a question to an organisation, and the service it brings back (SM-5)."""

from datetime import date, timedelta

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions import letters
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_when_running import answer_runs, part_ended
from kruispunt.arrangements.actions.steps_when_stuck import report_refused, report_silence
from kruispunt.arrangements.models import Referral
from kruispunt.arrangements.models.escalation import Cause
from kruispunt.arrangements.states import CARRIES_NO_LONGER, REFERRAL_MOVES, ReferralState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core import terms
from kruispunt.people import queries as people
from kruispunt.questions import actions as questions
from kruispunt.questions.states import State

R = ReferralState
TERM_OF = {
    R.SENT: "referral.take_on",
    R.UNCLEAR: "referral.explain",
    R.ACCEPTED: "referral.offer",
    R.ORGANISED: "referral.deliver",
}


class NotShared(ImpossibleMove):
    """The resident has not agreed to share this, or took the yes back (PRV-04)."""


@action
def refer(  # noqa: PLR0913  (to whom, which service, what it meets, in which words, why)
    actor: Actor,
    question_id: int,
    *,
    organisation_id: int,
    words: str,
    service_id: int | None = None,
    meets: tuple[str, ...] = (),
    why: str = "",
) -> Referral:
    """Bring a question to the contact person of an organisation, with the resident's yes."""
    may_begin(actor, permits.REFER)
    arrangement = arrangement_of(actor, question_id)
    question = arrangement.question
    organisation = people.organisations(actor).get(pk=organisation_id)
    if organisation.contact_id is None:
        raise ImpossibleMove("Deze organisatie heeft nog geen contactpersoon.")
    _ask_consent(actor, question.asked_by_id, organisation_id)
    if question.state not in {State.REFERRED, State.COMBINING}:
        questions.refer(actor.through("arrangements"), question_id, why=why)
    referral = keep(
        Referral(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            organisation=organisation,
            contact_id=organisation.contact_id,
            service_id=service_id,
            meets=list(meets),
            words=words,
            why=why,
            sent_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, TERM_OF[R.SENT]),
        ),
        giving=actor,
    )
    journal.write(actor, "referral.send", referral, person_id=question.asked_by_id)
    letters.ask_contact(actor, referral)
    return referral


@action
def ask_back(actor: Actor, referral_id: int, *, words: str) -> Referral:
    """The contact person wants to know more first."""
    referral = _take(actor, referral_id, permits.ASK_BACK)
    referral.asked_back = words
    return _move(actor, referral, "ask_back")


@action
def explain(actor: Actor, referral_id: int, *, words: str) -> Referral:
    """The Startpunt explains what was unclear."""
    referral = _take(actor, referral_id, permits.EXPLAIN)
    referral.explained = words
    moved = _move(actor, referral, "explain")
    letters.ask_contact(actor, moved)
    return moved


@action
def take_on(actor: Actor, referral_id: int) -> Referral:
    """The contact person takes the question up; from now on it is theirs to organise."""
    referral = _take(actor, referral_id, permits.TAKE_ON)
    _ask_consent(actor, referral.arrangement.question.asked_by_id, referral.organisation_id)
    return _move(actor, referral, "take_on")


@action
def refuse(actor: Actor, referral_id: int, *, refusal: str, remark: str = "") -> Referral:
    """The organisation says no, with its reason. When everyone said no, Petra hears it (SM-8)."""
    referral = _take(actor, referral_id, permits.REFUSE)
    referral.refusal, referral.remark = refusal, remark
    moved = _move(actor, referral, "refuse", refusal=refusal)
    _tell_the_others(actor, moved)
    report_refused(actor.through("arrangements"), moved.arrangement)
    return moved


@action
def offer(actor: Actor, referral_id: int, *, offered: str, starts_on: date) -> Referral:
    """The organisation says what it will do, and from when."""
    referral = _take(actor, referral_id, permits.OFFER)
    _refuse_when_carried(referral)
    for each in (referral, *_joined(referral, R.ACCEPTED)):
        each.offered, each.starts_on = offered, starts_on
        _move(actor, each, "offer", due_on=terms.working_day_from(starts_on))
    return referral


@action
def deliver(actor: Actor, referral_id: int, *, on: date | None = None) -> Referral:
    """The service has begun: the question has its answer."""
    referral = _take(actor, referral_id, permits.DELIVER)
    _refuse_when_carried(referral)
    begun_on = on or actor.today
    check_on = terms.working_day_from(begun_on + timedelta(weeks=terms.TRIAL_WEEKS))
    for each in (referral, *_joined(referral, R.ORGANISED)):
        each.delivered_on = begun_on
        _move(actor, each, "deliver", due_on=check_on)
    answer_runs(actor.through("arrangements"), referral.arrangement)
    return referral


@action
def follow_up(actor: Actor, referral_id: int, *, quality: int, words: str = "") -> Referral:
    """After six weeks the resident says how it is; that goes back to the organisation."""
    referral = _take(actor, referral_id, permits.FOLLOW_UP)
    referral.quality, referral.quality_words = quality, words
    moved = _move(actor, referral, "follow_up", quality=quality)
    letters.tell_quality(actor, moved)
    return moved


@action
def close_referral(actor: Actor, referral_id: int) -> Referral:
    """This part of the answer is done."""
    moved = _move(actor, _take(actor, referral_id, permits.FOLLOW_UP), "close_referral")
    inside = actor.through("arrangements")
    part_ended(inside, moved.arrangement, planned=True, why="closed")
    return moved


@action
def chase(actor: Actor, referral_id: int) -> Referral:
    """Nobody answered in time: remind once, and after that ask Petra (A14, A16)."""
    referral = take(actor, Referral, referral_id, may=permits.CHASE)
    if referral.chased_at is None:
        referral.chased_at = actor.at
        referral.due_on = due(actor, TERM_OF[R.SENT])
        keep(referral)
        letters.remind_contact(actor, referral)
    else:
        referral.due_on = None
        keep(referral)
        # Promised and not begun is another matter than never answered (SM-8).
        broken = referral.state == R.ORGANISED
        report_silence(
            actor.through("arrangements"),
            referral.arrangement,
            cause=Cause.START_BROKEN if broken else Cause.SILENCE,
        )
    journal.write(actor, "referral.chase", referral)
    return referral


def _ask_consent(actor: Actor, person_id: int, organisation_id: int) -> None:
    if not people.has_consent(
        actor, person_id=person_id, scope="question", organisation_id=organisation_id
    ):
        raise NotShared("De inwoner heeft nog geen ja gezegd tegen het delen van de vraag.")


def _joined(referral: Referral, state: ReferralState) -> list[Referral]:
    """Who said yes to joining this one, locked: one offer is the offer of them all (D24)."""
    rows = referral.partners.select_for_update(of=("self",)).filter(state=state)
    return list(rows.order_by("pk"))


def _tell_the_others(actor: Actor, referral: Referral) -> None:
    """In a joint offer who says no is not silently gone: the others hear what is theirs now."""
    carrier = referral.carried_by
    if carrier is not None and carrier.state not in CARRIES_NO_LONGER:
        letters.partner_refused(actor, referral, carrier)
    for partner in referral.partners.exclude(state__in=CARRIES_NO_LONGER).order_by("pk"):
        letters.carrier_refused(actor, referral, partner)


def _refuse_when_carried(referral: Referral) -> None:
    """One organisation carries a joint offer, for as long as it has not said no."""
    carrier = referral.carried_by
    if carrier is not None and carrier.state not in CARRIES_NO_LONGER:
        raise ImpossibleMove(f"{carrier.organisation.name} doet het aanbod namens u samen.")


def _take(actor: Actor, referral_id: int, may: Permit) -> Referral:
    return take(actor, Referral, referral_id, may=may, see=permits.READ_REFERRAL)


def _move(
    actor: Actor, referral: Referral, verb: str, *, due_on: date | None = None, **facts: object
) -> Referral:
    target = R(REFERRAL_MOVES.target(verb, referral.state))
    referral.due_on = due_on or (due(actor, TERM_OF[target]) if target in TERM_OF else None)
    referral.chased_at = None
    return make_move(
        actor,
        referral,
        table=REFERRAL_MOVES,
        verb=verb,
        person_id=referral.arrangement.question.asked_by_id,
        **facts,
    )
