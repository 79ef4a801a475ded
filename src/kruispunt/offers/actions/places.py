"""Taking and freeing a numbered place with a volunteer: the database refuses one too many."""

from decimal import Decimal

from django.db import IntegrityError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take, writing
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import permits
from kruispunt.offers.models import Place, Volunteering
from kruispunt.offers.states import VOLUNTEER_MOVES, VolunteerState

HEAVY_NUMBERS = (1, 2)


class NoPlaceLeft(ImpossibleMove):
    """The volunteer has no place left for this, or somebody was just before us."""


@action
def take_place(actor: Actor, volunteering_id: int, *, intensity: str, hours: Decimal) -> Place:
    """Take one place with a volunteer, within her places, hours and class limits (CAP-01)."""
    volunteering = take(actor, Volunteering, volunteering_id, may=permits.TAKE_PLACE)
    taken = list(volunteering.taken_places.filter(freed_at__isnull=True).order_by("number"))
    if volunteering.state != VolunteerState.AVAILABLE:
        raise NoPlaceLeft("Deze vrijwilliger is nu niet beschikbaar.")
    if sum((place.hours for place in taken), hours) > volunteering.hours:
        raise NoPlaceLeft("Deze vrijwilliger heeft te weinig uren over.")
    number = _first_free({place.number for place in taken}, volunteering.places)
    seasoned = volunteering.experienced or volunteering.taken_places.exists()
    if intensity == Intensity.VERY_INTENSIVE and not seasoned:
        raise NoPlaceLeft("Een eerste koppeling is nooit zeer intensief.")
    heavy = _heavy_number(taken, intensity)
    try:
        with writing():
            place = Place.objects.create(
                municipality_id=actor.municipality_id,
                volunteering=volunteering,
                number=number,
                out_of=volunteering.places,
                intensity=intensity,
                heavy_number=heavy,
                seasoned=seasoned,
                hours=hours,
                taken_at=actor.at,
            )
    except IntegrityError as refused:
        raise NoPlaceLeft("Deze plaats is net vergeven.") from refused
    journal.write(actor, "volunteer.take_place", volunteering, number=number)
    if len(taken) + 1 >= volunteering.places:
        _move(actor, volunteering, "fill")
    return place


@action
def free_place(actor: Actor, place_id: int) -> None:
    """Give a place back; the volunteer can be proposed again, unless she rests."""
    place = Place.objects.select_for_update(of=("self",)).get(
        pk=place_id, municipality_id=actor.municipality_id
    )
    volunteering = take(actor, Volunteering, place.volunteering_id, may=permits.TAKE_PLACE)
    if place.freed_at is not None:
        return
    place.freed_at = actor.at
    place.save(update_fields=["freed_at"])
    journal.write(actor, "volunteer.free_place", volunteering, number=place.number)
    if volunteering.state == VolunteerState.MATCHED:
        _move(actor, volunteering, "free")


def _first_free(numbers: set[int], places: int) -> int:
    for number in range(1, places + 1):
        if number not in numbers:
            return number
    raise NoPlaceLeft("Deze vrijwilliger heeft geen plaats meer vrij.")


def _heavy_number(taken: list[Place], intensity: str) -> int | None:
    """Number two is for an intensive match; number one may also be very intensive."""
    if intensity == Intensity.LIGHT:
        return None
    used = {place.heavy_number: place for place in taken if place.heavy_number}
    if intensity == Intensity.INTENSIVE:
        free = [number for number in reversed(HEAVY_NUMBERS) if number not in used]
        if free:
            return free[0]
    elif 1 not in used:
        return 1
    elif 2 not in used and used[1].intensity == Intensity.INTENSIVE:  # noqa: PLR2004
        _step_aside(used[1])
        return 1
    raise NoPlaceLeft("Zo veel zware koppelingen tegelijk is te veel voor één vrijwilliger.")


def _step_aside(place: Place) -> None:
    place.heavy_number = 2
    place.save(update_fields=["heavy_number"])


def _move(actor: Actor, volunteering: Volunteering, verb: str) -> None:
    back = verb == "free"
    volunteering.due_on = due(actor, "volunteer.available") if back else None
    make_move(
        actor,
        volunteering,
        table=VOLUNTEER_MOVES,
        verb=verb,
        person_id=volunteering.person_id,
    )
