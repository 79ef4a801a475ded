"""Which volunteers are missed most: worked out by the house now and then, and read by pages."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.gap import Shortage, shortages
from kruispunt.core.unlock import Town
from kruispunt.core.vocabulary import Theme
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.models import Balance
from kruispunt.matching.queries.balance import balance
from kruispunt.matching.queries.rounds import asks_of
from kruispunt.offers import queries as offers

MOST = 60
AGAIN = timedelta(minutes=5)
"""So long at least between two times: every missing volunteer is laid on the scales."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One volunteer who is not there: for what, how heavy, where, and what she would change."""

    kinds: tuple[str, ...]
    intensity: str
    themes: tuple[str, ...]
    x: int
    y: int
    """Millimetres of the Dutch grid, in the middle of the questions of one square of 2.5 km."""
    added_value: int
    """Hundred-thousandths of a point."""
    extra_served: int


@dataclass(frozen=True, slots=True)
class Short:
    """Who is missed most first, and from when that is; nothing when nobody looked yet."""

    seen_at: datetime | None
    missing: tuple[Missing, ...]


def is_short_kept(actor: Actor) -> bool:
    """Say whether what is missed was worked out since the scales moved, or only just now."""
    now = Balance.objects.filter(municipality_id=actor.municipality_id).first()
    if now is None:
        return True  # first the scales themselves
    seen_at = now.short_seen_at
    return seen_at is not None and (seen_at >= now.seen_at or actor.at - seen_at < AGAIN)


def short_now(actor: Actor) -> list[dict[str, Any]]:
    """Lay every missing volunteer on the scales; for the house, that does it beside the pages."""
    may_begin(actor, permits.KEEP_BALANCE)
    town = Town(asks_of(actor), offers.offer_cards(actor), Weights())
    return [_written(one) for one in shortages(town, actor.today)[:MOST]]


def short(actor: Actor) -> Short:
    """Read what was worked out last: one row, however large the town."""
    now = balance(actor)
    if now is None or now.short_seen_at is None:
        return Short(None, ())
    return Short(now.short_seen_at, tuple(_read(one) for one in now.short))


def _written(one: Shortage) -> dict[str, Any]:
    themes = [word for word in one.volunteer.trainings if word in set(Theme)]
    return {
        "kinds": one.row["soorten"].split("|"),
        "intensity": one.row["max_klasse"],
        "themes": sorted(themes),
        "x": one.volunteer.x,
        "y": one.volunteer.y,
        "value": one.added_value,
        "extra": one.extra_served,
    }


def _read(said: dict[str, Any]) -> Missing:
    return Missing(
        tuple(said["kinds"]),
        said["intensity"],
        tuple(said["themes"]),
        said["x"],
        said["y"],
        said["value"],
        said["extra"],
    )
