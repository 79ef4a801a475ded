"""Reading seats, who asked for one, who holds a key, and which sealed address shows to whom."""

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.until import lasts
from kruispunt.base.work import Pile
from kruispunt.people import permits
from kruispunt.people.models import KeyHolder, Seat, SeatRequest, Unsealing
from kruispunt.people.states import SeatRequestState, UnsealingState

# Whoever sits in these comes in by asking or giving; their names are content.
NOT_OF_THE_TECHNICIAN = frozenset({Role.RESIDENT, Role.CARER, Role.VOLUNTEER})
SECOND_LOCKS = ("mfa", "Authenticator")


def seats(actor: Actor) -> QuerySet[Seat]:
    """Who works here in which role, where, and until when; and has she a second lock?"""
    locks = apps.get_model(*SECOND_LOCKS)._default_manager.filter(user_id=OuterRef("user_id"))
    rows = permits.READ_SEATS.narrow(Seat.objects.all(), actor)
    return (
        rows.filter(lasts(actor.today))
        .exclude(role__in=sorted(NOT_OF_THE_TECHNICIAN))
        .annotate(has_second_lock=Exists(locks))
        .select_related("person", "organisation", "neighbourhood")
        .order_by("person__surname", "person__given_name", "pk")
    )


def seat_requests(actor: Actor) -> QuerySet[SeatRequest]:
    """Seats that wait for a second person."""
    rows = permits.AGREE_SEAT.narrow(SeatRequest.objects.all(), actor)
    waiting = rows.filter(state=SeatRequestState.ASKED)
    return waiting.select_related("person", "organisation", "asked_by").order_by("asked_at", "pk")


def key_holder_rows(actor: Actor) -> QuerySet[KeyHolder]:
    """Who was named, for the privacy officer."""
    rows = permits.NAME_KEY_HOLDER.narrow(KeyHolder.objects.all(), actor)
    return rows.filter(until__isnull=True).select_related("person").order_by("since", "pk")


def key_holders(actor: Actor) -> list[int]:
    """Who may have a sealed address shown today, by name; only whoever sits in a fitting seat."""
    sits = Seat.objects.filter(
        lasts(actor.today),
        municipality_id=actor.municipality_id,
        person=OuterRef("person"),
        role__in=permits.HOLDS_KEYS,
        since__lte=actor.today,
    )
    rows = KeyHolder.objects.filter(Exists(sits), municipality_id=actor.municipality_id, until=None)
    return list(rows.order_by("person_id").values_list("person_id", flat=True))


def may_hold_a_key(actor: Actor) -> list[tuple[int, str]]:
    """Who works here in a seat from which an address can be needed, and holds no key yet."""
    if not permits.NAME_KEY_HOLDER.rows(actor):
        return []
    rows = Seat.objects.filter(
        lasts(actor.today), municipality_id=actor.municipality_id, role__in=permits.HOLDS_KEYS
    ).exclude(person_id__in=key_holders(actor))
    found = {seat.person_id: seat.person.name for seat in rows.select_related("person")}
    return sorted(found.items(), key=lambda one: one[1])


def unsealings_to_decide(actor: Actor) -> QuerySet[Unsealing]:
    """Asked by somebody else, and waiting for me: only for who holds a key."""
    rows = permits.UNSEAL.narrow(Unsealing.objects.all(), actor)
    mine = KeyHolder.objects.filter(person_id=actor.person_id or 0, until=None)
    waiting = rows.filter(Exists(mine), state=UnsealingState.ASKED)
    waiting = waiting.exclude(asked_by_id=actor.person_id)
    return waiting.select_related("person", "asked_by").order_by("asked_at", "pk")


def open_unsealings(actor: Actor) -> QuerySet[Unsealing]:
    """Which sealed addresses show to me now; to nobody else, and not a minute longer."""
    rows = Unsealing.objects.filter(
        municipality_id=actor.municipality_id,
        state=UnsealingState.OPEN,
        asked_by_id=actor.person_id or 0,
        until__gt=actor.at,
    )
    return permits.UNSEAL.narrow(rows, actor)


def my_unsealing(actor: Actor, person_id: int) -> Unsealing | None:
    """Where my own request about somebody's address stands."""
    rows = Unsealing.objects.filter(person_id=person_id, asked_by_id=actor.person_id or 0)
    return permits.UNSEAL.narrow(rows, actor).order_by("-asked_at", "-pk").first()


def unsealings_over(actor: Actor) -> list[int]:
    """Addresses that have shown long enough."""
    rows = permits.SEAL_AGAIN.narrow(Unsealing.objects.all(), actor)
    over = rows.filter(state=UnsealingState.OPEN, until__lte=actor.at)
    return list(over.order_by("pk").values_list("pk", flat=True))


def four_eyes_piles(actor: Actor) -> list[Pile]:
    """What waits for a second person lies with everyone who may be that person."""
    found: list[Pile] = []
    if actor.is_a(Role.TECHNICIAN) or actor.is_a(Role.PRIVACY_OFFICER):
        step = {SeatRequestState.ASKED: "Kijk mee: klopt deze plek?"}
        rows = seat_requests(actor).exclude(asked_by_id=actor.person_id)
        found.append(Pile("seat_request", "seat_requests", step, rows, due=""))
    if actor.is_a(Role.WORKER) or actor.is_a(Role.SAFETY_OFFICER):
        steps = {UnsealingState.ASKED: "Kijk mee: is dit adres nodig?"}
        asked = unsealings_to_decide(actor)
        found.append(Pile("unsealing", "unsealings", steps, asked, due="", whose="person"))
    return found
