"""Who sends many open forms in a short while from one place waits a moment: everyone else goes on.

Nothing is kept of who that was. What is counted is a seal on the address that the form came from,
made with the secret of the house for these minutes only, and gone soon after them.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.utils.crypto import salted_hmac

from kruispunt.base import terms
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import FORGET
from kruispunt.base.locks import locked
from kruispunt.base.models import Knock
from kruispunt.base.steps import may_begin
from kruispunt.base.verbs import action

# A household or one telephone has a whole network of these addresses.
NETWORK_OF_ONE = 64


class TooOften(Exception):
    """So many forms came from this place that it waits until the next while."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a form came from; it is never written out, also not in the seal on a form."""

    address: str

    def __str__(self) -> str:
        return "a place"

    @property
    def place(self) -> str:
        """The address, or the network that one household has of the longer addresses."""
        found = ip_address(self.address)
        if isinstance(found, IPv6Address):
            return str(ip_network(f"{found}/{NETWORK_OF_ONE}", strict=False))
        return str(found)


@action
def knock(actor: Actor, *, origin: Origin, page: str) -> None:  # noqa: ARG001  (one key, one page)
    """Count one form from this place; the same form sent again is counted once."""
    limits = terms.amounts(actor, "knock")
    since, until = _while(actor.at, max(1, limits["minutes"]))
    words = f"{actor.municipality_id}:{since.isoformat()}:{origin.place}"
    row, _ = locked(Knock.objects.all()).get_or_create(
        municipality_id=actor.municipality_id,
        seal=salted_hmac("kruispunt.base.knocks", words, algorithm="sha256").hexdigest(),
        defaults={"until": until},
    )
    if row.times >= limits["forms"]:
        raise TooOften
    row.times += 1
    row.save(update_fields=["times"])


@action
def forget_knocks(actor: Actor) -> None:
    """Throw away the counts of what is over."""
    may_begin(actor, FORGET)
    Knock.objects.filter(municipality_id=actor.municipality_id, until__lte=actor.at).delete()


def _while(at: datetime, minutes: int) -> tuple[datetime, datetime]:
    """The while in which this moment falls: from a round number of minutes to the next."""
    length = timedelta(minutes=minutes)
    begun = datetime(1970, 1, 1, tzinfo=UTC)
    since = begun + (at - begun) // length * length
    return since, since + length
