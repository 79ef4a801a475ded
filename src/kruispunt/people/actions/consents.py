"""What can happen to someone's yes: asked, given, refused, taken back, run out (SM-14)."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.verbs import action
from kruispunt.people import permits, queries
from kruispunt.people.models import Consent, Person
from kruispunt.people.states import CONSENT_MOVES

AT_MOST = timedelta(days=365)


@action
def ask_consent(
    actor: Actor,
    *,
    person_id: int,
    scope: str,
    purpose: str,
    organisation_id: int | None = None,
    recipient_id: int | None = None,
) -> Consent:
    """Ask someone whether something may be shared, with whom and what for."""
    may_begin(actor, permits.ASK_CONSENT)
    if organisation_id in actor.organisation_ids and queries.is_municipality(
        actor, organisation_id
    ):
        raise ValidationError("De gemeente werkt hier op grond van de Wmo. Vraag geen toestemming.")
    consent = keep(
        Consent(
            municipality_id=actor.municipality_id,
            person=Person.objects.get(pk=person_id, municipality_id=actor.municipality_id),
            scope=scope,
            purpose=purpose,
            organisation_id=organisation_id,
            recipient_id=recipient_id,
            asked_at=actor.at,
        )
    )
    journal.write(actor, "consent.ask", consent, person_id=person_id, scope=scope)
    return consent


@action
def give_consent(actor: Actor, consent_id: int, *, until: date) -> Consent:
    """Note a yes, for at most twelve months; after that we ask again."""
    consent = _take(actor, consent_id, permits.ANSWER_CONSENT)
    consent.until = min(until, actor.today + AT_MOST)
    return _move(actor, consent, "give")


@action
def refuse_consent(actor: Actor, consent_id: int) -> Consent:
    """Note a no. Nothing else changes for the person."""
    return _move(actor, _take(actor, consent_id, permits.ANSWER_CONSENT), "refuse")


@action
def withdraw_consent(actor: Actor, consent_id: int) -> Consent:
    """Take a yes back; from now on nothing new is shared."""
    return _move(actor, _take(actor, consent_id, permits.ANSWER_CONSENT), "withdraw")


@action
def expire_consent(actor: Actor, consent_id: int) -> Consent:
    """Let a yes run out on its last day."""
    return _move(actor, _take(actor, consent_id, permits.EXPIRE_CONSENT), "expire")


def _take(actor: Actor, consent_id: int, may: Permit) -> Consent:
    return take(actor, Consent, consent_id, may=may)


def _move(actor: Actor, consent: Consent, verb: str) -> Consent:
    consent.answered_at = actor.at
    return make_move(actor, consent, table=CONSENT_MOVES, verb=verb, person_id=consent.person_id)
