"""Who leaves a seat, what still lies with her, and who can take it over (D51)."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.taking_over import Desk, Heap, heaps, of_organisations, still_holds
from kruispunt.base.terms import due
from kruispunt.base.until import lasts
from kruispunt.base.work import Pile
from kruispunt.people import permits
from kruispunt.people.models import Seat

OWN = "Draag over wat er bij u ligt"
LEFT = "Draag over: deze plek is gestopt"


def seats_to_hand_on(actor: Actor) -> QuerySet[Seat]:
    """Seats of which this actor may hand on what lies there."""
    rows = Seat.objects.select_related("person", "organisation", "neighbourhood")
    return permits.HAND_ON.narrow(rows.filter(role__in=permits.HANDS_ON), actor)


def my_seats(actor: Actor) -> QuerySet[Seat]:
    """Where I sit myself today."""
    mine = seats_to_hand_on(actor).filter(lasts(actor.today), person_id=actor.person_id or 0)
    return mine.order_by("role", "pk")


def left_behind(actor: Actor) -> QuerySet[Seat]:
    """Seats that are over, with something still in the name of who left.

    Who is called for two organisations and leaves one of them, leaves behind what is of that one.
    """
    again = Seat.objects.filter(
        lasts(actor.today),
        person_id=OuterRef("person_id"),
        role=OuterRef("role"),
    )
    there = again.filter(organisation_id=OuterRef("organisation_id"))
    left = ~Exists(again) & still_holds()
    left_there = Q(~Exists(there), organisation__isnull=False) & still_holds(of_organisations())
    over = seats_to_hand_on(actor).filter(left | left_there, until__lt=actor.today)
    return over.order_by("until", "pk")


def seat_to_hand_on(actor: Actor, seat_id: int) -> Seat:
    return seats_to_hand_on(actor).get(pk=seat_id)


def lies_there(actor: Actor, seat: Seat) -> list[Heap]:
    """What hangs on the name of who sits here; only she and her own desk read which."""
    found = heaps(actor, desk_of(seat))
    if seat.person_id == actor.person_id or seat.role in actor.roles - {Role.PROCESS_MANAGER}:
        return found
    return [Heap(one.label, one.count, (), "") for one in found]


def successors(actor: Actor, seat: Seat) -> list[tuple[int, str]]:
    """Who sits at the same desk, for the same organisation and the same part of town."""
    rows = Seat.objects.filter(
        lasts(actor.today),
        Q(organisation_id=seat.organisation_id),
        Q(neighbourhood_id=seat.neighbourhood_id) | Q(neighbourhood__isnull=True),
        municipality_id=actor.municipality_id,
        role=seat.role,
    ).exclude(person_id=seat.person_id)
    found = {one.person_id: one.person.name for one in rows.select_related("person")}
    return sorted(found.items(), key=lambda one: (one[1], one[0]))


def desk_of(seat: Seat) -> Desk:
    return Desk(seat.role, seat.person_id, seat.organisation_id)


def leaving_piles(actor: Actor) -> list[Pile]:
    """My own seat that ends soon, and for who watches over it the seats that ended."""
    roles = actor.roles & set(permits.HANDS_ON)
    found: list[Pile] = []
    if roles:
        soon = my_seats(actor).filter(until__lte=due(actor, "seat.hand_on"))
        own = soon.filter(still_holds())
        steps = dict.fromkeys(sorted(roles), OWN)
        found.append(Pile("seat", "hand_on", steps, own, due="until", column="role",
                          worker="person"))  # fmt: skip
    if actor.roles & {Role.PROCESS_MANAGER, Role.TECHNICIAN}:
        steps = dict.fromkeys(permits.HANDS_ON, LEFT)
        gone = left_behind(actor)
        found.append(
            Pile("seat", "hand_on", steps, gone, due="until", column="role", whose="person")
        )
    return found
