"""Reading what organisations were asked, and what they may know about who asks."""

from dataclasses import dataclass

from django.db.models import QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Referral
from kruispunt.arrangements.queries.links import who_answers
from kruispunt.arrangements.states import REFERRAL_MOVES, ReferralState
from kruispunt.base.actor import Actor
from kruispunt.people import queries as people

TAKEN_ON = frozenset(
    {
        ReferralState.ACCEPTED,
        ReferralState.ORGANISED,
        ReferralState.DELIVERED,
        ReferralState.FOLLOWED,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a contact person may read now: nothing, when the resident took the yes back (SM-14)."""

    words: str
    explained: str
    name: str
    phone: str


def referrals(actor: Actor) -> QuerySet[Referral]:
    """Referrals to my organisation, or for the Startpunt all of them; due first."""
    rows = Referral.objects.select_related(
        "organisation", "contact", "arrangement__question__asked_by"
    )
    return permits.READ_REFERRAL.narrow(rows, actor).order_by("due_on", "pk")


def referral(actor: Actor, referral_id: int) -> Referral:
    return referrals(actor).get(pk=referral_id)


def referrals_of_question(actor: Actor, question_id: int) -> QuerySet[Referral]:
    return referrals(actor).filter(arrangement__question_id=question_id)


def asked(actor: Actor, referral_id: int) -> Asked:
    """What was asked of an organisation, as far as the resident agrees today (PRV-04)."""
    found = referral(actor, referral_id)
    who = found.arrangement.question.asked_by
    if not _agreed(actor, found, "question"):
        return Asked("", "", "", "")
    reachable = found.state in TAKEN_ON and _agreed(actor, found, "contact")
    name, phone = (who.given_name, who.phone) if reachable else ("", "")
    return Asked(found.words, found.explained, name, phone)


def referrals_overdue(actor: Actor) -> list[int]:
    """Referrals on which somebody must say something and did not (A14)."""
    waits = (ReferralState.SENT, ReferralState.ACCEPTED, ReferralState.ORGANISED)
    rows = permits.CHASE.narrow(Referral.objects.all(), actor)
    late = rows.filter(state__in=waits, due_on__lt=actor.today).order_by("due_on", "pk")
    return list(late.values_list("pk", flat=True))


def referral_verbs(referral: Referral) -> tuple[str, ...]:
    return REFERRAL_MOVES.verbs(referral.state)


def referral_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the referral, who may answer it, and the municipality."""
    return who_answers(Referral, "referral", word)


def _agreed(actor: Actor, found: Referral, scope: str) -> bool:
    return people.has_consent(
        actor,
        person_id=found.arrangement.question.asked_by_id,
        scope=scope,
        organisation_id=found.organisation_id,
    )
