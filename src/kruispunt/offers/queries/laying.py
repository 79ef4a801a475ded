"""Making cards of volunteers: what goes on the scales, with the name behind it or without."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.fields import set_of
from kruispunt.core import cards
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import permits
from kruispunt.offers.models import Place, Volunteering
from kruispunt.offers.states import VolunteerState
from kruispunt.people import queries as people

MILLIMETRES = 1000
ADULT = 18
A_LOOK = 2000
NOTHING: tuple[Place, ...] = ()
DUTCH = frozenset({"nl"})
# Hundreds of cards are laid out for one question: only what a card and a name are made of.
OF_THE_VOLUNTEER = (
    "pk",
    "state",
    "hours",
    "max_km",
    "places",
    "max_intensity",
    "vog_until",
    "reflection_due",
    "unconfirmed",
)
WORDS_OF_THE_VOLUNTEER = {
    f"{name}_said": set_of(name)
    for name in (
        "kinds slots trainings objections interests dislikes roles frequencies terms".split()
    )
}
OF_THE_PERSON = {
    name: F(f"person__{name}") for name in "birth_year gender x y address_sealed".split()
} | {"languages_said": set_of("person__languages")}
NAME_OF_THE_PERSON = {
    "given_name": F("person__given_name"),
    "surname": F("person__surname"),
    "neighbourhood": F("person__neighbourhood__name"),
}
UNSURE = "zei lang niet of het profiel nog klopt; vraag dat eerst"
FIRST = "begint niet met een zeer intensieve koppeling"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A card with the name behind it: the scales see the card, people see the name."""

    card: cards.Volunteer
    name: str
    neighbourhood: str
    # Why less heavy than she would like herself, when the house says so (CAP-01).
    capped: str = ""
    # Why she is not proposed now, whatever the scales say (D49).
    held_back: str = ""


def offer_cards(actor: Actor, *, never: frozenset[int] = frozenset()) -> list[cards.Volunteer]:
    """Lay a card for every volunteer in service, without those who may never meet this person."""
    return [one.card for one in laid_out(actor, never=never)]


def laid_out(
    actor: Actor,
    *,
    never: frozenset[int] = frozenset(),
    only: Iterable[int] | None = None,
) -> list[LaidOut]:
    """Lay the cards out with the name behind each, in one look; of everyone, or `only` of some."""
    taken, today = _taken(actor, only), actor.today
    found = _as_laid_out(_in_service(actor, only).exclude(person_id__in=never))
    return [
        LaidOut(
            _card_of(row, taken[row.pk], today),
            f"{row.given_name} {row.surname}".strip(),
            row.neighbourhood or "",
            "" if row.seasoned else FIRST,
            UNSURE if row.unconfirmed else "",
        )
        for row in found
    ]


def every_card(actor: Actor) -> Iterator[cards.Volunteer]:
    """Lay the cards out one after another without a name, of everyone in service."""
    taken, today = _taken(actor), actor.today
    for row in _for_cards(_in_service(actor)).iterator(chunk_size=A_LOOK):
        yield _card_of(row, taken.get(row.pk, NOTHING), today)


def ready_card(actor: Actor, volunteering_id: int) -> cards.Volunteer:
    """Lay the card of one volunteer, to see whether she is ready for what was agreed."""
    rows = Volunteering.objects.filter(municipality_id=actor.municipality_id)
    row = _as_laid_out(rows).get(pk=volunteering_id)
    taken = Place.objects.filter(volunteering_id=volunteering_id, freed_at__isnull=True)
    return _card_of(row, list(taken), actor.today)


def _in_service(actor: Actor, only: Iterable[int] | None = None) -> QuerySet[Volunteering]:
    """Everyone who could be weighed, or those of some."""
    in_service = ~Q(state__in=(VolunteerState.APPLIED, VolunteerState.STOPPED))
    rows = Volunteering.objects.filter(in_service, person__x__isnull=False)
    if only is not None:
        rows = rows.filter(pk__in=only)
    return permits.WEIGH.narrow(rows, actor).order_by("pk")


def _as_laid_out(rows: QuerySet[Volunteering]) -> QuerySet[Volunteering, Any]:
    return _for_cards(rows, NAME_OF_THE_PERSON)


def _for_cards(
    rows: QuerySet[Volunteering], more: Mapping[str, Any] = MappingProxyType({})
) -> QuerySet[Volunteering, Any]:
    """What a card is made of, and nothing of who it is but what is asked for."""
    columns = {
        **WORDS_OF_THE_VOLUNTEER,
        **OF_THE_PERSON,
        **more,
        # Whoever did this before, or had a match here that runs or is over (CAP-01).
        "seasoned": Q(experienced=True) | Exists(Place.objects.filter(volunteering=OuterRef("pk"))),
    }
    return rows.annotate(**columns).values_list(*OF_THE_VOLUNTEER, *columns, named=True)


def _card_of(row: Any, held: Sequence[Place], today: date) -> cards.Volunteer:  # noqa: ANN401
    """Turn a row and its taken places into a card: what is left is what goes on the scales."""
    hours_left = row.hours
    if held:
        hours_left = max(row.hours - sum((place.hours for place in held), Decimal(0)), Decimal(0))
    x, y = row.x or 0.0, row.y or 0.0
    if row.address_sealed:
        x, y = people.on_the_grid(x, y)
    return cards.Volunteer(
        id=str(row.pk),
        kinds=row.kinds_said,
        x=round(x * MILLIMETRES),
        y=round(y * MILLIMETRES),
        reach=int(row.max_km * MILLIMETRES * MILLIMETRES),
        slots=row.slots_said,
        hours=int(hours_left * 1000),
        places=max(row.places - len(held), 0),
        languages=row.languages_said or DUTCH,
        gender=row.gender,
        trainings=row.trainings_said,
        objections=row.objections_said,
        interests=row.interests_said,
        dislikes=row.dislikes_said,
        roles=row.roles_said,
        frequencies=row.frequencies_said,
        terms=row.terms_said,
        has_vog=row.vog_until is not None and row.vog_until >= today,
        max_intensity=_heaviest_left(Intensity(row.max_intensity), held, seasoned=row.seasoned),
        available=row.state == VolunteerState.AVAILABLE
        and not (row.reflection_due or row.unconfirmed),
        under_18=bool(row.birth_year) and today.year - (row.birth_year or 0) < ADULT,
    )


def _heaviest_left(most: Intensity, held: Iterable[Place], *, seasoned: bool) -> Intensity:
    """What CAP-01 leaves beside the matches that run: a full number is never proposed again."""
    if seasoned and not held:
        return most
    heavy = [place.intensity for place in held if place.heavy_number]
    if len(heavy) > 1:
        return Intensity.LIGHT
    if Intensity.VERY_INTENSIVE in heavy or not seasoned:
        return min(most, Intensity.INTENSIVE, key=lambda intensity: intensity.step)
    return most


def _taken(actor: Actor, only: Iterable[int] | None = None) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = defaultdict(list)
    open_places = Place.objects.filter(freed_at__isnull=True, municipality_id=actor.municipality_id)
    if only is not None:
        open_places = open_places.filter(volunteering_id__in=only)
    for place in open_places:
        found[place.volunteering_id].append(place)
    return found
