"""Reading how people found us, and where we were seen (A9, A10)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary.recruiting import Source
from kruispunt.offers import permits
from kruispunt.offers.models import Place, Volunteering
from kruispunt.offers.models.recruiting import Campaign, Outing
from kruispunt.offers.states import VolunteerState

NOT_ASKED = "Nog niet gevraagd"


@dataclass(frozen=True, slots=True)
class Step:
    """One way or one campaign: how many signed up, met us, may start, and had a match."""

    name: str
    signed_up: int
    met: int
    selected: int
    matched: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Where we were: how often, how many people we spoke, and when last."""

    times: int
    reached: int
    last_on: date


def campaigns(actor: Actor) -> QuerySet[Campaign]:
    """Every campaign, the newest first."""
    return permits.READ_OUTING.narrow(Campaign.objects.all(), actor).order_by("-begins_on", "-pk")


def outings(actor: Actor) -> QuerySet[Outing]:
    rows = Outing.objects.select_related("neighbourhood", "organisation", "campaign")
    return permits.READ_OUTING.narrow(rows, actor)


def to_come(actor: Actor) -> QuerySet[Outing]:
    """Where people can see us from today on, the nearest day first."""
    return outings(actor).filter(on__gte=actor.today).order_by("on", "pk")


def to_count(actor: Actor) -> QuerySet[Outing]:
    """Where we were and nobody counted yet."""
    return outings(actor).filter(on__lt=actor.today, reached__isnull=True).order_by("on", "pk")


def funnel_by_source(actor: Actor, since: date) -> list[Step]:
    """For each way in which people find us: from signing up to a match (A9)."""
    found = {one["name"]: one for one in _funnel(actor, since, "origin__source")}
    named = [(source.value, source.label) for source in Source]
    return [_step(label, found.get(word)) for word, label in [*named, (None, NOT_ASKED)]]


def funnel_by_campaign(actor: Actor, since: date) -> list[Step]:
    """The same for each campaign that ran since a day."""
    found = {one["name"]: one for one in _funnel(actor, since, "origin__campaign")}
    ran = campaigns(actor).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=since))
    return [_step(one.name, found.get(one.pk)) for one in ran]


def seen_by_neighbourhood(actor: Actor, since: date) -> dict[int, Seen]:
    """In which neighbourhoods we were since a day (A10)."""
    return _seen(actor, since, "neighbourhood")


def seen_by_organisation(actor: Actor, since: date) -> dict[str, Seen]:
    """With which partners we were since a day (A10)."""
    return _seen(actor, since, "organisation__name")


def _funnel(actor: Actor, since: date, by: str) -> list[dict[str, Any]]:
    """The campaign or the way is a column; each step counts who came at least that far."""
    held = Place.objects.filter(volunteering=OuterRef("pk"))
    rows = permits.COUNT.narrow(Volunteering.objects.filter(applied_at__date__gte=since), actor)
    found = (
        rows.annotate(name=F(by), had_a_match=Exists(held))
        .values("name")
        .annotate(
            signed_up=Count("pk"),
            met=Count("pk", filter=~Q(state=VolunteerState.APPLIED)),
            selected=Count("pk", filter=Q(deployed_at__isnull=False)),
            matched=Count("pk", filter=Q(had_a_match=True)),
        )
        .order_by()
    )
    return [dict(one) for one in found]


def _step(name: str, found: dict[str, Any] | None) -> Step:
    counts = Counter(found or {})
    return Step(name, counts["signed_up"], counts["met"], counts["selected"], counts["matched"])


def _seen(actor: Actor, since: date, by: str) -> dict[Any, Seen]:
    rows = outings(actor).filter(on__gte=since, on__lte=actor.today, **{f"{by}__isnull": False})
    found = (
        rows.values(where=F(by))
        .annotate(times=Count("pk"), people=Sum("reached"), last=Max("on"))
        .order_by()
    )
    return {one["where"]: Seen(one["times"], one["people"] or 0, one["last"]) for one in found}
