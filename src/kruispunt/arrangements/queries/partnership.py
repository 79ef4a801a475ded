"""Reading how it goes with a partner: what was agreed, and whether it goes both ways (A12, A13)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Prefetch, QuerySet

from kruispunt.arrangements.models import Advice, Party, Referral
from kruispunt.arrangements.models.partnership import Covenant, Mandate, Meeting, Promise
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.states import AdviceState, ReferralState
from kruispunt.arrangements.states.learning import MandateState
from kruispunt.base.actor import Actor
from kruispunt.people import queries as people

TAKEN = frozenset(
    {
        ReferralState.ACCEPTED,
        ReferralState.ORGANISED,
        ReferralState.DELIVERED,
        ReferralState.FOLLOWED,
        ReferralState.CLOSED,
    }
)


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation in figures: what we brought, what came back, and how fast."""

    id: int
    name: str
    asked: int
    taken: int
    refused: int
    open: int
    delivered: int
    quality: float | None
    reminded: int
    invited: int
    brought: int
    advice_asked: int
    advice_in_time: int
    accepted: bool
    levels: tuple[str, ...]

    @property
    def share_taken(self) -> int | None:
        """Of every hundred questions that were answered: how many were taken on."""
        answered = self.taken + self.refused
        return round(100 * self.taken / answered) if answered else None


def partners(actor: Actor) -> list[Partner]:
    """Every organisation with its figures, whom we ask most first (ranking 2)."""
    referrals = _by_organisation(_seen(actor, Referral.objects.all()))
    parties = _by_organisation(_seen(actor, Party.objects.all()))
    covenants = _by_organisation(_seen(actor, Covenant.objects.order_by("level")))
    mandates = _by_organisation(_seen(actor, Mandate.objects.all()))
    advices: dict[int, list[Advice]] = defaultdict(list)
    for one in _seen(actor, Advice.objects.all()):
        advices[one.to_id].append(one)
    found = [
        Partner(
            id=one.pk,
            name=one.name,
            **_of_referrals(referrals[one.pk]),
            quality=_quality(referrals[one.pk]),
            invited=len(parties[one.pk]),
            brought=sum(bool(party.brings) for party in parties[one.pk]),
            **_of_advices(actor.today, advices.get(one.contact_id or 0, ())),
            accepted=any(each.state == MandateState.ACCEPTED for each in mandates[one.pk]),
            levels=tuple(
                dict.fromkeys(
                    each.get_level_display()
                    for each in covenants[one.pk]
                    if each.until is None or each.until >= actor.today
                )
            ),
        )
        for one in people.organisations(actor)
    ]
    return sorted(found, key=lambda one: (-one.asked, one.name))


def partner(actor: Actor, organisation_id: int) -> Partner:
    people.organisations(actor).get(pk=organisation_id)
    return next(one for one in partners(actor) if one.id == organisation_id)


def covenants(actor: Actor, organisation_id: int) -> QuerySet[Covenant]:
    rows = Covenant.objects.filter(organisation_id=organisation_id)
    return permits.READ_PARTNER.narrow(rows, actor).order_by("-agreed_on", "-pk")


def mandates(actor: Actor, organisation_id: int) -> QuerySet[Mandate]:
    rows = Mandate.objects.filter(organisation_id=organisation_id)
    return permits.READ_PARTNER.narrow(rows, actor).order_by("-offered_on", "-pk")


def meetings(actor: Actor, organisation_id: int) -> QuerySet[Meeting]:
    """When we sat around the table, the last first, with what was promised there (A23)."""
    rows = Meeting.objects.filter(organisation_id=organisation_id)
    promised = Prefetch("promises", Promise.objects.order_by("due_on", "pk"))
    found = permits.READ_PARTNER.narrow(rows, actor).order_by("-on", "-pk")
    return found.prefetch_related(promised)


def promises(actor: Actor, organisation_id: int) -> QuerySet[Promise]:
    """What was promised around the table of one organisation."""
    rows = Promise.objects.filter(organisation_id=organisation_id)
    return permits.READ_PARTNER.narrow(rows, actor).order_by("due_on", "pk")


def _seen[R: (Referral, Party, Covenant, Mandate, Advice)](
    actor: Actor, rows: QuerySet[R]
) -> QuerySet[R]:
    """Figures only: the permit of the register, and no row is shown."""
    return permits.READ_PARTNER.narrow(rows, actor)


def _by_organisation[R: (Referral, Party, Covenant, Mandate)](
    rows: Iterable[R],
) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for one in rows:
        found[one.organisation_id].append(one)
    return found


def _quality(rows: list[Referral]) -> float | None:
    """How residents find it, in the middle."""
    marks = [one.quality for one in rows if one.quality is not None]
    return float(median(marks)) if marks else None


def _of_referrals(rows: list[Referral]) -> dict[str, int]:
    refused = sum(one.state == ReferralState.DECLINED for one in rows)
    taken = sum(one.state in TAKEN for one in rows)
    return {
        "asked": len(rows),
        "taken": taken,
        "refused": refused,
        "open": len(rows) - taken - refused,
        "delivered": sum(one.delivered_on is not None for one in rows),
        "reminded": sum(one.chased_at is not None for one in rows),
    }


def _of_advices(today: date, rows: Iterable[Advice]) -> dict[str, int]:
    asked = list(rows)
    late = [
        one
        for one in asked
        if one.state == AdviceState.ASKED and one.due_on is not None and one.due_on < today
    ]
    return {"advice_asked": len(asked), "advice_in_time": len(asked) - len(late)}
