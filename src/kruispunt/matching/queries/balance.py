"""Reading where the scales stand: what they would propose for all, from when, and how sure."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Intensity
from kruispunt.matching import permits
from kruispunt.matching.models import Balance, BalanceLine, BalancePrice

RECENT = timedelta(minutes=15)
"""Older than this a worker is not there, and whoever asks has the scales work at once."""
PRICE_OF_CLASS = {
    Intensity.LIGHT: "light",
    Intensity.INTENSIVE: "intensive",
    Intensity.VERY_INTENSIVE: "very_intensive",
}
MANY = 500
"""Journal lines after which something has surely changed."""


def balance(actor: Actor) -> Balance | None:
    """Where the scales of this municipality stand; nothing when no worker has looked yet."""
    return permits.ROUND.narrow(Balance.objects.all(), actor).first()


def balance_lines(actor: Actor) -> QuerySet[BalanceLine]:
    """What the scales would propose now, the best pair first."""
    rows = BalanceLine.objects.select_related("question__asked_by", "volunteering__person")
    return permits.ROUND_LINE.narrow(rows, actor).order_by("-score", "pk")


def balance_prices(actor: Actor) -> QuerySet[BalancePrice]:
    """With whom one place more would be worth something, the most first."""
    rows = BalancePrice.objects.select_related("volunteering__person")
    return permits.ROUND.narrow(rows, actor).order_by("-light", "pk")


def prices_by_class(actor: Actor, intensity: str) -> dict[str, int]:
    """What a place with each volunteer is worth to other questions, for one class, in hundredths.

    Nothing when no worker has looked lately: an old price would send people the wrong way.
    """
    now = Balance.objects.filter(municipality_id=actor.municipality_id).first()
    if now is None or not is_recent(actor, now):
        return {}
    column = PRICE_OF_CLASS[Intensity(intensity)]
    rows = BalancePrice.objects.filter(municipality_id=actor.municipality_id)
    found = rows.filter(**{f"{column}__gt": 0}).values_list("volunteering_id", column)
    return {str(who): price for who, price in found}


def is_recent(actor: Actor, now: Balance) -> bool:
    """Tell whether a worker has looked today, and not long ago."""
    return actor.at - now.seen_at < RECENT and now.seen_at <= actor.at and _is_today(actor, now)


def is_current(actor: Actor, now: Balance) -> bool:
    """Tell whether nothing happened that the scales have not looked at yet."""
    found = journal.subjects_since(actor.municipality_id, (now.number, now.seal), MANY)
    return found is not None and not matters(found[1]) and _is_today(actor, now)


def matters(subjects: set[str]) -> bool:
    """Tell whether journal lines may be about more than the balance itself."""
    own = f"{Balance._meta.label_lower}:"
    return any(not one.startswith(own) for one in subjects)


def _is_today(actor: Actor, now: Balance) -> bool:

    return timezone.localdate(now.seen_at) == actor.today
