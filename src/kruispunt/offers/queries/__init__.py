"""Reading what can be given, and making the cards of it that go on the scales."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.permits import EVERY_ROW
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile
from kruispunt.core import cards
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import permits
from kruispunt.offers.models import Activity, Place, Service, Volunteering
from kruispunt.offers.models.volunteering import Permission
from kruispunt.offers.queries.gatherings import to_gather as to_gather
from kruispunt.offers.queries.guides import GuideCard as GuideCard
from kruispunt.offers.queries.guides import guide_card as guide_card
from kruispunt.offers.queries.guides import guide_of as guide_of
from kruispunt.offers.queries.guides import guide_verbs as guide_verbs
from kruispunt.offers.queries.guides import guides as guides
from kruispunt.offers.queries.guides import guides_to_show as guides_to_show
from kruispunt.offers.queries.training import course_piles
from kruispunt.offers.states import EntryState, GuideState, VolunteerState
from kruispunt.people import queries as people

MILLIMETRES = 1000
ADULT = 18
# Hundreds of cards are laid out for one question: only what a card and a name are made of.
OF_THE_VOLUNTEER = (
    "pk", "state", "kinds", "slots", "hours", "max_km", "places", "trainings", "objections",
    "interests", "dislikes", "roles", "frequencies", "terms", "max_intensity", "vog_until",
    "reflection_due",
)  # fmt: skip
OF_THE_PERSON = {
    name: F(f"person__{name}")
    for name in "given_name surname birth_year gender languages x y address_sealed".split()
}
VOLUNTEER_STEPS = {
    VolunteerState.APPLIED: "Bel deze nieuwe vrijwilliger",
    VolunteerState.MEETING: "Maak kennis en kijk wat nog mist",
    VolunteerState.DEPLOYABLE: "Zet klaar voor vragen",
    VolunteerState.AVAILABLE: "Zoek een vraag die past",
    VolunteerState.PAUSED: "Vraag of de pauze voorbij is",
}
ENTRY_STEPS = {
    EntryState.DRAFT: "Maak dit af",
    EntryState.TO_VERIFY: "Kijk of dit nog klopt",
    EntryState.STALE: "Kijk of dit er nog is",
}
ON_THE_MAP = (EntryState.PUBLISHED, EntryState.TO_VERIFY)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A card with the name behind it: the scales see the card, people see the name."""

    card: cards.Volunteer
    name: str
    neighbourhood: str
    # Why less heavy than she would like herself, when the house says so (CAP-01).
    capped: str = ""


FIRST = "begint niet met een zeer intensieve koppeling"


def visible(actor: Actor) -> QuerySet[Volunteering]:
    """Volunteers whose profile this actor may see."""
    rows = Volunteering.objects.select_related("person", "person__neighbourhood")
    return permits.READ.narrow(rows, actor)


def one(actor: Actor, volunteering_id: int) -> Volunteering:
    return visible(actor).get(pk=volunteering_id)


def may_see_certificate(actor: Actor, volunteering: Volunteering) -> bool:
    """Say whether this actor sees the VOG and the benefit, not only who can start."""
    return permits.READ_CERTIFICATE.allows(actor, volunteering)


def mine(actor: Actor) -> Volunteering | None:
    """What the actor herself gives, if she is a volunteer."""
    if actor.person_id is None:
        return None
    return visible(actor).filter(person_id=actor.person_id).first()


def calls(actor: Actor) -> QuerySet[Letter]:
    """Calls to make and letters to post to volunteers this actor may see."""
    may_see = visible(actor).exclude(person_id=actor.person_id or 0).values("person_id")
    return post.to_look_at_for(actor, may_see)


def is_volunteer(actor: Actor, person_id: int) -> bool:
    """Say whether someone gives already: the same person may ask as well (D46)."""
    rows = Volunteering.objects.filter(municipality_id=actor.municipality_id)
    return rows.filter(person_id=person_id).exists()


def due(actor: Actor) -> QuerySet[Volunteering]:
    """Volunteers for whom something must happen, longest overdue first."""
    return visible(actor).filter(due_on__isnull=False).order_by("due_on", "pk")


def services(actor: Actor) -> QuerySet[Service]:
    """Services that may be suggested: an entry nobody checked is hidden (SM-15)."""
    rows = Service.objects.filter(state__in=ON_THE_MAP).select_related("organisation", "contact")
    return permits.READ_ENTRY.narrow(rows, actor).order_by("name")


def activities(actor: Actor) -> QuerySet[Activity]:
    """Activities that may be suggested."""
    rows = Activity.objects.filter(state__in=ON_THE_MAP).select_related("organisation", "contact")
    return permits.READ_ENTRY.narrow(rows, actor).order_by("name")


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
    in_service = ~Q(state__in=(VolunteerState.APPLIED, VolunteerState.STOPPED))
    rows = Volunteering.objects.filter(in_service, person__x__isnull=False).exclude(
        person_id__in=never
    )
    taken, today = _taken(actor, only), actor.today
    if only is not None:
        rows = rows.filter(pk__in=only)
    found = _as_laid_out(permits.WEIGH.narrow(rows, actor).order_by("pk"))
    return [
        LaidOut(
            _card_of(row, taken[row.pk], today),
            f"{row.given_name} {row.surname}".strip(),
            row.neighbourhood or "",
            "" if row.seasoned else FIRST,
        )
        for row in found
    ]


def weighs_everyone(actor: Actor) -> bool:
    """Say whether this actor may lay every volunteer of the municipality on the scales."""
    return permits.WEIGH.rows(actor) == EVERY_ROW


def names(actor: Actor, volunteering_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The name and the neighbourhood behind some cards."""
    rows = Volunteering.objects.filter(pk__in=volunteering_ids)
    found = permits.WEIGH.narrow(rows, actor).values_list(
        "pk", "person__given_name", "person__surname", "person__neighbourhood__name"
    )
    return {pk: (f"{given} {surname}".strip(), where or "") for pk, given, surname, where in found}


def behind(actor: Actor, persons: Iterable[int] | None = None) -> dict[int, int]:
    """Which person stands behind which card, for keeping people apart on the scales."""
    rows = permits.WEIGH.narrow(Volunteering.objects.all(), actor)
    if persons is not None:
        rows = rows.filter(person_id__in=persons)
    return dict(rows.values_list("person_id", "pk"))


def grown_older(actor: Actor, since: date) -> list[int]:
    """Cards that say something else today than on another day, because time passed."""
    first, last = sorted((since, actor.today))
    certificate = Q(vog_until__gte=first, vog_until__lte=last)
    came_of_age = Q(
        person__birth_year__gt=first.year - ADULT, person__birth_year__lte=last.year - ADULT
    )
    rows = permits.WEIGH.narrow(Volunteering.objects.all(), actor)
    return list(rows.filter(certificate | came_of_age).values_list("pk", flat=True))


def subject_ids(subjects: Iterable[str]) -> list[int]:
    """The volunteers among what journal lines are about."""
    label = f"{Volunteering._meta.label_lower}:"
    return [int(one.removeprefix(label)) for one in subjects if one.startswith(label)]


def ready_card(actor: Actor, volunteering_id: int) -> cards.Volunteer:
    """Lay the card of one volunteer, to see whether she is ready for what was agreed."""
    rows = Volunteering.objects.filter(municipality_id=actor.municipality_id)
    row = _as_laid_out(rows).get(pk=volunteering_id)
    taken = Place.objects.filter(volunteering_id=volunteering_id, freed_at__isnull=True)
    return _card_of(row, list(taken), actor.today)


def is_permitted(row: Volunteering) -> bool:
    """Say whether the benefit agency has no say, or said yes (UIT-01)."""
    return row.permission != Permission.ASKED


def _as_laid_out(rows: QuerySet[Volunteering]) -> QuerySet[Volunteering, Any]:
    columns = {
        **OF_THE_PERSON,
        "neighbourhood": F("person__neighbourhood__name"),
        # Whoever did this before, or had a match here that runs or is over (CAP-01).
        "seasoned": Q(experienced=True) | Exists(Place.objects.filter(volunteering=OuterRef("pk"))),
    }
    return rows.annotate(**columns).values_list(*OF_THE_VOLUNTEER, *columns, named=True)


def _card_of(row: Any, held: list[Place], today: date) -> cards.Volunteer:  # noqa: ANN401
    """Turn a row and its taken places into a card: what is left is what goes on the scales."""
    hours_left = max(row.hours - sum((place.hours for place in held), Decimal(0)), Decimal(0))
    x, y = row.x or 0.0, row.y or 0.0
    if row.address_sealed:
        x, y = people.on_the_grid(x, y)
    return cards.Volunteer(
        id=str(row.pk),
        kinds=frozenset(row.kinds),
        x=round(x * MILLIMETRES),
        y=round(y * MILLIMETRES),
        reach=int(row.max_km * MILLIMETRES * MILLIMETRES),
        slots=frozenset(row.slots),
        hours=int(hours_left * 1000),
        places=max(row.places - len(held), 0),
        languages=frozenset(row.languages or ("nl",)),
        gender=row.gender,
        trainings=frozenset(row.trainings),
        objections=frozenset(row.objections),
        interests=frozenset(row.interests),
        dislikes=frozenset(row.dislikes),
        roles=frozenset(row.roles),
        frequencies=frozenset(row.frequencies),
        terms=frozenset(row.terms),
        has_vog=row.vog_until is not None and row.vog_until >= today,
        max_intensity=_heaviest_left(Intensity(row.max_intensity), held, seasoned=row.seasoned),
        available=row.state == VolunteerState.AVAILABLE and not row.reflection_due,
        under_18=bool(row.birth_year) and today.year - (row.birth_year or 0) < ADULT,
    )


def _heaviest_left(most: Intensity, held: Iterable[Place], *, seasoned: bool) -> Intensity:
    """What CAP-01 leaves beside the matches that run: a full number is never proposed again."""
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


def entries_due(actor: Actor) -> list[tuple[str, int]]:
    """Entries of the sociale kaart that somebody must check, or that have waited too long."""
    found: list[tuple[str, int]] = []
    for sort, rows in (("service", Service.objects.all()), ("activity", Activity.objects.all())):
        due = permits.AGE_ENTRY.narrow(rows, actor)
        ids = due.filter(state__in=ON_THE_MAP, due_on__lte=actor.today).order_by("pk")
        found += [(sort, pk) for pk in ids.values_list("pk", flat=True)]
    return found


def piles(actor: Actor) -> list[Pile]:
    """Volunteers wait for the registry; entries that must be checked for the Startpunt."""
    found: list[Pile] = []
    if actor.roles & set(permits.REGISTRY):
        found.append(
            Pile("volunteer", "volunteer", VOLUNTEER_STEPS, visible(actor), whose="person")
        )
    found += course_piles(actor)
    if actor.is_a(Role.GUIDE_COORDINATOR):
        guide = {GuideState.APPLIED: "Kijk of deze meedenker kan beginnen"}
        found.append(Pile("guide", "guide_list", guide, guides(actor), due="", whose="person"))
    if actor.is_a(Role.WORKER):
        found.append(to_gather(actor))
    if actor.is_a(Role.WORKER) or actor.is_a(Role.CONTACT):
        for rows in (Service.objects.all(), Activity.objects.all()):
            mine = permits.LIST_ENTRY.narrow(rows, actor)
            found.append(Pile("entry", "entry", ENTRY_STEPS, mine, words="name"))
    return found
