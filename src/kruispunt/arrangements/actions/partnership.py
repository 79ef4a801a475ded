"""Agreeing with partners, and asking whether they accept what is asked of them (D33, D44)."""

from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.arrangements.models.partnership import Covenant, Mandate, Meeting, Promise
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.states.learning import MANDATE_MOVES, PROMISE_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.verbs import action
from kruispunt.people import queries as people


@action
def agree_with_partner(
    actor: Actor,
    organisation_id: int,
    *,
    level: str,
    words: str,
    agreed_on: date | None = None,
    until: date | None = None,
) -> Covenant:
    """Write down what was agreed with an organisation, at which level."""
    may_begin(actor, permits.AGREE_WITH_PARTNER)
    covenant = keep(
        Covenant(
            municipality_id=actor.municipality_id,
            organisation=people.organisations(actor).get(pk=organisation_id),
            level=level,
            words=words,
            agreed_on=agreed_on or actor.today,
            until=until,
        )
    )
    journal.write(actor, "partner.agree", covenant, level=level)
    return covenant


@action
def offer_mandate(actor: Actor, organisation_id: int, *, result: str, competences: str) -> Mandate:
    """Lay before an organisation what result and which competences are asked."""
    may_begin(actor, permits.AGREE_WITH_PARTNER)
    mandate = keep(
        Mandate(
            municipality_id=actor.municipality_id,
            organisation=people.organisations(actor).get(pk=organisation_id),
            result=result,
            competences=competences,
            offered_on=actor.today,
            state_since=actor.at,
        )
    )
    journal.write(actor, "mandate.offer", mandate)
    return mandate


@action
def accept_mandate(actor: Actor, mandate_id: int, *, answered_by: str) -> Mandate:
    """The organisation accepts it as its task, and says who said so."""
    return _answer(actor, mandate_id, verb="accept_mandate", answered_by=answered_by)


@action
def decline_mandate(actor: Actor, mandate_id: int, *, answered_by: str) -> Mandate:
    """The organisation does not accept it."""
    return _answer(actor, mandate_id, verb="decline_mandate", answered_by=answered_by)


@action
def note_meeting(
    actor: Actor, organisation_id: int, *, level: str, who: str, on: date, words: str = ""
) -> Meeting:
    """Write down that we sat around the table with an organisation: who, and at which level."""
    may_begin(actor, permits.AGREE_WITH_PARTNER)
    if on > actor.today:
        raise ValidationError({"on": "Deze dag moet nog komen."})
    meeting = keep(
        Meeting(
            municipality_id=actor.municipality_id,
            organisation=people.organisations(actor).get(pk=organisation_id),
            level=level,
            who=who,
            on=on,
            words=words,
        )
    )
    journal.write(actor, "partner.meet", meeting, level=level, on=on)
    return meeting


@action
def note_promise(actor: Actor, meeting_id: int, *, words: str, owner: str, due_on: date) -> Promise:
    """Write down what was agreed there: what, who does it, and before which day."""
    meeting = take(actor, Meeting, meeting_id, may=permits.AGREE_WITH_PARTNER)
    if due_on < meeting.on:
        raise ValidationError({"due_on": "Deze dag ligt voor het gesprek."})
    promise = keep(
        Promise(
            municipality_id=actor.municipality_id,
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            words=words,
            owner=owner,
            due_on=due_on,
            state_since=actor.at,
        )
    )
    journal.write(actor, "promise.make", promise, due_on=due_on)
    return promise


@action
def keep_promise(actor: Actor, promise_id: int, *, outcome: str = "") -> Promise:
    """It was done."""
    return _settle(actor, promise_id, verb="keep_promise", outcome=outcome)


@action
def drop_promise(actor: Actor, promise_id: int, *, outcome: str) -> Promise:
    """It is needed no more, and why."""
    if not outcome.strip():
        raise ValidationError({"outcome": "Schrijf op waarom."})
    return _settle(actor, promise_id, verb="drop_promise", outcome=outcome)


def _settle(actor: Actor, promise_id: int, *, verb: str, outcome: str) -> Promise:
    promise = take(actor, Promise, promise_id, may=permits.AGREE_WITH_PARTNER)
    promise.outcome = outcome
    return make_move(actor, promise, table=PROMISE_MOVES, verb=verb)


def _answer(actor: Actor, mandate_id: int, *, verb: str, answered_by: str) -> Mandate:
    mandate = take(actor, Mandate, mandate_id, may=permits.AGREE_WITH_PARTNER)
    mandate.answered_on, mandate.answered_by = actor.today, answered_by
    return make_move(actor, mandate, table=MANDATE_MOVES, verb=verb)
