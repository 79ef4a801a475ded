"""Reading who was put forward as an ambassador, by whom, and what came of it (D13)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile, long_late, long_waiting
from kruispunt.people import permits
from kruispunt.people.models import Nomination
from kruispunt.people.states import NominationState

CALL = {NominationState.PROPOSED: "Bel: word je wijkambassadeur?"}
LATE = "Dit ligt te lang bij het Startpunt. Vraag waarom"
AT_THE_DESK = "Startpunt"


@dataclass(frozen=True, slots=True)
class Found:
    """How many an organisation put forward, and how many of them became an ambassador."""

    organisation: str
    nominated: int
    joined: int


def nominations(actor: Actor) -> QuerySet[Nomination]:
    """Whom I put forward; for the desk, of everyone. What waits comes first."""
    rows = Nomination.objects.select_related(
        "person", "neighbourhood", "nominated_by", "organisation"
    )
    return permits.READ_NOMINATION.narrow(rows, actor).order_by("-nominated_on", "-pk")


def my_nominations(actor: Actor) -> QuerySet[Nomination]:
    return nominations(actor).filter(nominated_by_id=actor.person_id or 0)


def to_call(actor: Actor) -> QuerySet[Nomination]:
    """For who calls: with the number, and by whom she was put forward."""
    return permits.WELCOME.narrow(nominations(actor), actor)


def open_of(actor: Actor, person_id: int) -> QuerySet[Nomination]:
    """Others may have put the same person forward."""
    rows = nominations(actor).filter(person_id=person_id, state=NominationState.PROPOSED)
    return rows.select_for_update(of=("self",))


def found_by(actor: Actor, since: date) -> list[Found]:
    """Who finds ambassadors for us: numbers by organisation, and no names."""
    rows = Nomination.objects.filter(nominated_on__gte=since)
    counted = (
        permits.COUNT_NOMINATIONS.narrow(rows, actor)
        .values_list("organisation__name")
        .annotate(nominated=Count("pk"), joined=Count("pk", filter=Q(state=NominationState.JOINED)))
        .order_by("organisation__name")
    )
    return [Found(name or AT_THE_DESK, nominated, joined) for name, nominated, joined in counted]


def nomination_piles(actor: Actor) -> list[Pile]:
    """Somebody said yes to being called: the desk calls."""
    if not actor.is_a(Role.WORKER):
        return []
    return [Pile("nomination", "nomination", CALL, to_call(actor), whose="person")]


def late(actor: Actor) -> list[Pile]:
    """Whoever waits too long for a call is heard of, without a name."""
    if not actor.is_a(Role.PROCESS_MANAGER):
        return []
    rows = permits.HEAR_LATE.narrow(Nomination.objects.all(), actor)
    return [long_waiting("nomination", rows, tuple(CALL), LATE, before=long_late(actor))]
