"""Reading people: always as someone, always narrowed to what they may see."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.people import permits
from kruispunt.people.models import (
    Consent,
    Exclusion,
    Neighbourhood,
    Organisation,
    Person,
    Relation,
    Seat,
)
from kruispunt.people.states import ConsentState


def visible(actor: Actor) -> QuerySet[Person]:
    """Persons whose name and address this actor may see."""
    return permits.READ.narrow(Person.objects.select_related("neighbourhood"), actor)


def one(actor: Actor, person_id: int) -> Person:
    return visible(actor).get(pk=person_id)


def known(actor: Actor, person_id: int) -> Person:
    """Someone in this municipality, for a row that will point at them: nothing of them is shown."""
    return Person.objects.get(pk=person_id, municipality_id=actor.municipality_id)


def mail_address(actor: Actor, person_id: int) -> str:
    """Where e-mail reaches someone; for the postman, who shows it to nobody."""
    return known(actor, person_id).email


def search(actor: Actor, words: str) -> QuerySet[Person]:
    """Find someone by a part of a name, or by a postcode."""
    found = visible(actor)
    for word in words.split():
        found = found.filter(
            Q(given_name__icontains=word)
            | Q(surname__icontains=word)
            | Q(postcode__istartswith=word)
        )
    return found.order_by("surname", "given_name", "pk")


def network(actor: Actor, person_id: int) -> QuerySet[Relation]:
    """Who stands around someone, carers first."""
    around = Relation.objects.filter(person__in=visible(actor).filter(pk=person_id))
    return around.select_related("other").order_by("-cares", "pk")


def neighbourhoods(actor: Actor) -> QuerySet[Neighbourhood]:
    """The parts of the municipality; anyone may see the map."""
    return Neighbourhood.objects.filter(municipality_id=actor.municipality_id).order_by("code")


def organisations(actor: Actor) -> QuerySet[Organisation]:
    found = permits.READ_ORGANISATION.narrow(Organisation.objects.all(), actor)
    return found.select_related("contact").order_by("name")


def is_mandated_desk(actor: Actor) -> bool:
    """Say whether the actor works for a desk that receives Wmo notifications itself (WMO-01)."""
    return Organisation.objects.filter(
        pk__in=actor.organisation_ids,
        municipality_id=actor.municipality_id,
        is_mandated_wmo_desk=True,
    ).exists()


def seats_of(account_id: int, day: date) -> QuerySet[Seat]:
    """The seats in which the owner of an account sits on a day: the door makes an actor of them."""
    holds = Q(until__isnull=True) | Q(until__gte=day)
    seats = Seat.objects.filter(holds, user_id=account_id, since__lte=day)
    return seats.select_related("person", "organisation", "municipality").order_by("pk")


def chairs_of(actor: Actor, person_id: int) -> frozenset[tuple[str, int | None]]:
    """In which roles someone sits today, and for which organisation: for keeping roles apart."""
    holds = Q(until__isnull=True) | Q(until__gte=actor.today)
    seats = Seat.objects.filter(holds, municipality_id=actor.municipality_id, person_id=person_id)
    return frozenset(seats.values_list("role", "organisation_id"))


def consents(actor: Actor, person_id: int) -> QuerySet[Consent]:
    found = permits.READ_CONSENT.narrow(Consent.objects.filter(person_id=person_id), actor)
    return found.select_related("organisation", "recipient").order_by("-asked_at")


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


def subject_ids(subjects: Iterable[str]) -> list[int]:
    """The persons among what journal lines are about."""
    label = f"{Person._meta.label_lower}:"
    return [int(one.removeprefix(label)) for one in subjects if one.startswith(label)]


def all_never_with(actor: Actor) -> dict[int, set[int]]:
    """For everyone who may never be brought together with someone: with whom. For the scales."""
    found: dict[int, set[int]] = defaultdict(set)
    pairs = Exclusion.objects.filter(municipality_id=actor.municipality_id)
    for one, other in pairs.values_list("one_id", "other_id"):
        found[one].add(other)
        found[other].add(one)
    return found


def never_with(actor: Actor, person_id: int) -> frozenset[int]:
    """With whom someone may never be brought together; for the scales only, never for a page."""
    pairs = Exclusion.objects.filter(
        Q(one_id=person_id) | Q(other_id=person_id), municipality_id=actor.municipality_id
    ).values_list("one_id", "other_id")
    return frozenset(each for pair in pairs for each in pair if each != person_id)


def consents_over(actor: Actor) -> list[int]:
    """Consents whose last day has passed."""
    rows = permits.EXPIRE_CONSENT.narrow(Consent.objects.all(), actor)
    over = rows.filter(state=ConsentState.GIVEN, until__lt=actor.today)
    return list(over.order_by("pk").values_list("pk", flat=True))
