"""Who hears what goes on in a street: ambassadors and guides with their languages, and committees
of residents with whom to call (D14)."""

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.until import lasts
from kruispunt.people import permits
from kruispunt.people.models import Organisation, Seat
from kruispunt.people.states import OrganisationKind

OF_RESIDENTS = (OrganisationKind.COMMITTEE, OrganisationKind.RESIDENTS)


def ambassadors(actor: Actor) -> QuerySet[Seat]:
    """Who is an ambassador today, street by street, with what she speaks."""
    rows = Seat.objects.filter(lasts(actor.today), role=Role.AMBASSADOR, since__lte=actor.today)
    found = permits.READ_EARS.narrow(rows.select_related("person", "neighbourhood"), actor)
    return found.order_by("neighbourhood__name", "person__given_name", "pk")


def ambassador(actor: Actor, seat_id: int) -> Seat:
    return ambassadors(actor).get(pk=seat_id)


def committees(actor: Actor) -> QuerySet[Organisation]:
    """Groups of residents, with their part of town and whom to call."""
    rows = Organisation.objects.select_related("contact", "neighbourhood")
    found = permits.READ_EARS.narrow(rows.filter(kind__in=OF_RESIDENTS), actor)
    return found.order_by("neighbourhood__name", "name")


def who_speak(actor: Actor, language: str, *, near: int | None = None) -> list[Seat]:
    """Ambassadors who speak a language; those of this part of town first."""
    if not language:
        return []
    speaking = [one for one in ambassadors(actor) if language in one.person.languages]
    return sorted(speaking, key=lambda one: (one.neighbourhood_id != near, one.pk))
