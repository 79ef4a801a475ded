"""Reading what organisations were asked, and what they may know about who asks."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Referral
from kruispunt.arrangements.states import CARRIES_NO_LONGER, REFERRAL_MOVES, ReferralState
from kruispunt.base.actor import Actor
from kruispunt.people import queries as people
from kruispunt.questions.states import State

TAKEN_ON = frozenset(
    {
        ReferralState.ACCEPTED,
        ReferralState.ORGANISED,
        ReferralState.DELIVERED,
        ReferralState.FOLLOWED,
    }
)


WAITS_FOR_CARRIER = Q(
    carried_by__isnull=False, state__in=(ReferralState.ACCEPTED, ReferralState.ORGANISED)
) & ~Q(carried_by__state__in=CARRIES_NO_LONGER)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a contact person may read now: nothing, when the resident took the yes back (SM-14)."""

    words: str
    explained: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Together:
    """One of the organisations asked together: how far it is, and whether it carries the offer."""

    name: str
    standing: str
    carries: bool


def referrals(actor: Actor) -> QuerySet[Referral]:
    """Referrals to my organisation, or for the Startpunt all of them; due first."""
    rows = Referral.objects.select_related(
        "organisation", "contact", "carried_by", "arrangement__question__asked_by"
    )
    return permits.READ_REFERRAL.narrow(rows, actor).order_by("due_on", "pk")


def referral(actor: Actor, referral_id: int) -> Referral:
    return referrals(actor).get(pk=referral_id)


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
    # Whoever joined waits for the carrier, and is not chased for what the carrier does.
    late = late.exclude(pk__in=rows.filter(WAITS_FOR_CARRIER))
    return list(late.values_list("pk", flat=True))


def carried_by_an_organisation(actor: Actor) -> set[int]:
    """Questions that an organisation took on and is in time with: its days count then (SM-5)."""
    rows = permits.CHASE.narrow(Referral.objects.all(), actor)
    taken_on = (ReferralState.ACCEPTED, ReferralState.ORGANISED)
    carried = rows.filter(
        state__in=taken_on,
        due_on__gte=actor.today,
        arrangement__question__state=State.REFERRED,
    )
    return set(carried.values_list("arrangement__question_id", flat=True))


def referral_verbs(referral: Referral) -> tuple[str, ...]:
    verbs = REFERRAL_MOVES.verbs(referral.state)
    carried = waits_for_carrier(referral)
    return tuple(verb for verb in verbs if not (carried and verb in {"offer", "deliver"}))


def waits_for_carrier(referral: Referral) -> bool:
    """Whether another organisation makes the offer for this one as well (D24)."""
    carrier = referral.carried_by
    return carrier is not None and carrier.state not in CARRIES_NO_LONGER


def together(actor: Actor, referral_id: int) -> list[Together]:
    """Everyone asked together with this one, the carrier first; nobody when it stands alone."""
    found = referral(actor, referral_id)
    root = found.carried_by_id or found.pk
    rows = Referral.objects.filter(municipality_id=actor.municipality_id)
    group = rows.filter(Q(pk=root) | Q(carried_by_id=root)).select_related("organisation")
    told = [
        Together(one.organisation.name, one.get_state_display(), one.pk == root)
        for one in group.order_by(F("carried_by").asc(nulls_first=True), "pk")
    ]
    return told if len(told) > 1 else []


def _agreed(actor: Actor, found: Referral, scope: str) -> bool:
    return people.has_consent(
        actor,
        person_id=found.arrangement.question.asked_by_id,
        scope=scope,
        organisation_id=found.organisation_id,
    )
