"""Which volunteers wait under a term today, in numbers: to try another one first (K15)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.trying import Under, begun_under
from kruispunt.core.trying import Begun
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering
from kruispunt.offers.states import VolunteerState as V


def _waiting(state: V) -> Under:
    return Under(Volunteering, permits.HEAR_LATE, Q(state=state))


TERMS: Final[Mapping[str, Under]] = MappingProxyType(
    {
        "volunteer.applied": _waiting(V.APPLIED),
        "volunteer.meeting": _waiting(V.MEETING),
        "volunteer.deployable": _waiting(V.DEPLOYABLE),
    }
)


def begun(actor: Actor, name: str) -> list[Begun]:
    """How many wait under this term, by the day on which that began."""
    return begun_under(actor, TERMS[name])
