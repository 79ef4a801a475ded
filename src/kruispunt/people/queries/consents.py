"""Reading what someone said yes to: for herself, at the desk, and before something is shared."""

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.people import permits
from kruispunt.people.models import Consent
from kruispunt.people.states import ConsentState


def consents(actor: Actor, person_id: int) -> QuerySet[Consent]:
    found = permits.READ_CONSENT.narrow(Consent.objects.filter(person_id=person_id), actor)
    return found.select_related("organisation", "recipient").order_by("-asked_at")


def consents_to_answer(actor: Actor) -> QuerySet[Consent]:
    """What I was asked to share and have not answered yet, the oldest question first."""
    mine = consents(actor, actor.person_id or 0)
    return mine.filter(state=ConsentState.ASKED).order_by("asked_at", "pk")


def consent_of(actor: Actor, consent_id: int) -> int:
    """Whose yes this is."""
    rows = permits.READ_CONSENT.narrow(Consent.objects.all(), actor)
    return rows.get(pk=consent_id).person_id


def has_consent(actor: Actor, *, person_id: int, scope: str, organisation_id: int) -> bool:
    """Say whether someone's yes to share this with this organisation counts today (PRV-04)."""
    return Consent.objects.filter(
        municipality_id=actor.municipality_id,
        person_id=person_id,
        scope=scope,
        organisation_id=organisation_id,
        state=ConsentState.GIVEN,
        until__gte=actor.today,
    ).exists()


def consents_over(actor: Actor) -> list[int]:
    """Consents whose last day has passed."""
    rows = permits.EXPIRE_CONSENT.narrow(Consent.objects.all(), actor)
    over = rows.filter(state=ConsentState.GIVEN, until__lt=actor.today)
    return list(over.order_by("pk").values_list("pk", flat=True))
