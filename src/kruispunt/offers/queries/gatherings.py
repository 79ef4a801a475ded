"""Reading what people do together, and how much there was of each sort in a year (D40, OUT-01)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from kruispunt.base.actor import Actor
from kruispunt.base.work import Pile
from kruispunt.offers import permits
from kruispunt.offers.models import Gathering
from kruispunt.offers.states import GatheringSort, GatheringState

STEPS = {
    GatheringState.IDEA: "Kies een dag",
    GatheringState.PLANNED: "Kondig het aan",
    GatheringState.ANNOUNCED: "Kijk of het begint",
    GatheringState.BUSY: "Kijk of het klaar is",
    GatheringState.OVER: "Tel wat het bracht",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One sort in one year: how often, how many people, how many hours."""

    label: str
    times: int
    participants: int
    hours: Decimal


def gatherings(actor: Actor) -> QuerySet[Gathering]:
    """What is coming and what has been, the nearest day first."""
    rows = Gathering.objects.select_related("organisation", "neighbourhood", "activity")
    return permits.READ_ENTRY.narrow(rows, actor).order_by("on", "pk")


def to_gather(actor: Actor) -> Pile:
    """What people want to do together and what that asks of us next."""
    rows = permits.GATHER.narrow(Gathering.objects.all(), actor)
    return Pile("gathering", "gathering", STEPS, rows, due="on", words="name")


def counted(actor: Actor, year: int) -> list[Counted]:
    """What was counted this year, by sort; a sort without any stands there with nought."""
    done = gatherings(actor).filter(state=GatheringState.COUNTED, on__year=year).order_by()
    sums = done.values("sort").annotate(
        times=Count("pk"), people=Sum("participants"), given=Sum("hours")
    )
    found = {one["sort"]: (one["times"], one["people"], one["given"]) for one in sums}
    return [
        Counted(sort.label, *found.get(sort.value, (0, 0, Decimal(0)))) for sort in GatheringSort
    ]
