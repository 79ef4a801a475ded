"""Reading internships: my own pupils, and who can follow one for a school."""

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering
from kruispunt.people import queries as people


def pupils(actor: Actor) -> QuerySet[Volunteering]:
    """Internships I follow, until the school year ends."""
    rows = Volunteering.objects.select_related("person")
    return permits.READ_PUPIL.narrow(rows, actor).order_by("person__given_name", "pk")


def mentors(actor: Actor) -> list[tuple[int, str]]:
    """Who sits here for a school."""
    return people.seated_by_name(actor, Role.SCHOOL)
