"""Reading households: who agreed to be seen together, and nobody who must stay unseen (D7)."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile
from kruispunt.people import permits
from kruispunt.people.models import Exclusion, Household, Housemate, Person, Relation
from kruispunt.people.states import HouseholdState, HousemateState

LIVE = (HousemateState.NAMED, HousemateState.AGREED)


def households(actor: Actor) -> QuerySet[Household]:
    """Households that are seen together now."""
    rows = permits.READ_HOUSEHOLD.narrow(Household.objects.all(), actor)
    return rows.filter(state=HouseholdState.OPEN).order_by("review_on", "pk")


def household(actor: Actor, household_id: int) -> Household:
    return households(actor).get(pk=household_id)


def household_of(actor: Actor, person_id: int) -> Household | None:
    """The household in which someone is seen now; of who must stay unseen there is none."""
    inside = Housemate.objects.filter(person_id=person_id, state=HousemateState.AGREED)
    for found in households(actor).filter(pk__in=inside.values("household_id")):
        if any(housemate.person_id == person_id for housemate in shown_housemates(actor, found)):
            return found
    return None


def shown_housemates(actor: Actor, found: Household) -> list[Housemate]:
    """Who agreed, without anyone whose address is sealed or who is kept apart from another.

    They are not there at all: not as a name, not as a number, and no line says so. After the day
    on which it was to be looked at again nobody is seen with others, until somebody did look (A5).
    """
    if found.review_on < actor.today:
        return []
    rows = Housemate.objects.filter(household=found, state=HousemateState.AGREED)
    housemates = list(rows.select_related("person__neighbourhood").order_by("pk"))
    apart = kept_apart(actor, [one.person_id for one in housemates])
    return [one for one in housemates if one.person_id not in apart]


def named_housemates(actor: Actor, household_id: int) -> QuerySet[Housemate]:
    """Who was named and must be asked herself; for who keeps households only."""
    rows = Housemate.objects.filter(household_id=household_id, state=HousemateState.NAMED)
    found = permits.KEEP_HOUSEHOLD.narrow(rows, actor)
    return found.select_related("person", "said_by").order_by("pk")


def lives_with(actor: Actor, person_id: int) -> list[Person]:
    """Who lives with someone and agreed to be seen: whom to ask first (D45)."""
    found = household_of(actor, person_id)
    others = [] if found is None else shown_housemates(actor, found)
    ids = [one.person_id for one in others if one.person_id != person_id]
    rows = permits.READ.narrow(Person.objects.filter(pk__in=ids), actor)
    return list(rows.order_by("given_name", "pk"))


def names_of(actor: Actor, person_ids: Iterable[int]) -> dict[int, str]:
    """The names of those whom this actor may see by name."""
    rows = permits.READ.narrow(Person.objects.filter(pk__in=list(person_ids)), actor)
    return {one.pk: one.name for one in rows}


def carers_among(actor: Actor, person_ids: Iterable[int]) -> list[Relation]:
    """Who in a house cares for whom there, as it stands in their networks."""
    ids = list(person_ids)
    seen = permits.READ.narrow(Person.objects.filter(pk__in=ids), actor)
    rows = Relation.objects.filter(person__in=seen, other__in=seen, cares=True)
    return list(rows.select_related("person", "other").order_by("pk"))


def around_house(actor: Actor, person_ids: Iterable[int]) -> list[Relation]:
    """Who stands in the networks of a house and was not counted in it yet."""
    ids = list(person_ids)
    seen = permits.READ.narrow(Person.objects.filter(pk__in=ids), actor)
    rows = Relation.objects.filter(person__in=seen).exclude(other_id__in=ids)
    return list(rows.select_related("other").order_by("pk"))


def my_houses(actor: Actor) -> QuerySet[Housemate]:
    """Where I was named or am seen: my own line only, and nobody else's."""
    rows = Housemate.objects.filter(
        person_id=actor.person_id or 0,
        municipality_id=actor.municipality_id,
        state__in=LIVE,
        household__state=HouseholdState.OPEN,
    )
    return rows.select_related("household").order_by("pk")


def kept_apart(actor: Actor, person_ids: Iterable[int]) -> set[int]:
    """Of these people those who are not seen with others: the address sealed, or never together."""
    ids = list(person_ids)
    mine = {"municipality_id": actor.municipality_id}
    sealed = Person.objects.filter(pk__in=ids, address_sealed=True, **mine)
    pairs = Exclusion.objects.filter(one_id__in=ids, other_id__in=ids, **mine)
    both = {each for pair in pairs.values_list("one_id", "other_id") for each in pair}
    return both | set(sealed.values_list("pk", flat=True))


def seen_elsewhere(actor: Actor, person_id: int, *, household_id: int) -> bool:
    """Whether she is seen in another house now: one belongs to one house at a time."""
    rows = Housemate.objects.filter(
        person_id=person_id,
        municipality_id=actor.municipality_id,
        state=HousemateState.AGREED,
        household__state=HouseholdState.OPEN,
        household__review_on__gte=actor.today,
    )
    return rows.exclude(household_id=household_id).exists()


def household_piles(actor: Actor) -> list[Pile]:
    """Who was named is asked herself; and on its day a household is looked at again."""
    if not actor.is_a(Role.WORKER):
        named = {HousemateState.NAMED: "Mogen wij u samen zien met uw huis? Zeg ja of nee"}
        return [Pile("housemate", "own_data", named, my_houses(actor))]
    named = {HousemateState.NAMED: "Vraag deze persoon zelf: mag dit?"}
    again = {HouseholdState.OPEN: "Kijk of dit huishouden nog samen gezien wordt"}
    asked = permits.READ_HOUSEMATE.narrow(
        Housemate.objects.filter(Q(household__state=HouseholdState.OPEN)), actor
    )
    return [
        Pile("housemate", "household", named, asked, whose="person", about="household_id"),
        Pile("household", "household", again, households(actor), due="review_on", words="why"),
    ]
