"""The town of each municipality kept on the scales by a worker, and brought up to date from rows.

Nothing tells us of a change: the journal says that something happened, and then the cards of now
are laid beside those on the scales. What differs moves; nothing is weighed that did not change. A
worker that is killed loses nothing but time: the next one lays the town out from the rows.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from threading import Lock

from django.db import connection

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core import cards
from kruispunt.core.explain import why
from kruispunt.core.kept import KeptTown, Place
from kruispunt.core.propose import Pairing
from kruispunt.core.weigh import standing
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.models import Balance
from kruispunt.matching.queries.balance import MANY, matters
from kruispunt.matching.queries.rounds import asks_of, previous, scales_of
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Stand:
    """What the scales say now, ready to be kept; without lines when nothing changed."""

    seen_at: datetime
    mark: journal.Mark
    weights: Weights
    asked: int
    value: int
    bound: int
    proven: bool
    lines: tuple["StandLine", ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class StandLine:
    """One pair with its score, what it weighs, and every reason in one sentence."""

    question_id: int
    volunteering_id: int
    score: Decimal
    value: int
    why: str


@dataclass
class Kept:
    """One municipality on the scales, and how far its journal has been followed."""

    town: KeptTown = field(default_factory=lambda: KeptTown(Weights()))
    mark: journal.Mark | None = None
    day: date = date.min
    # Who may never meet leaves no line in the journal, and so is looked at each time.
    apart: dict[int, set[int]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


_TOWNS: dict[tuple[str, int], Kept] = {}


def stand(actor: Actor) -> Stand | None:
    """Say where the scales stand now; nothing when nothing happened since they were kept."""
    may_begin(actor, permits.KEEP_BALANCE)
    place = (str(connection.settings_dict["NAME"]), actor.municipality_id)
    kept = _TOWNS.setdefault(place, Kept())
    with kept.lock:
        if kept.town.weights != (scales := scales_of(actor)):
            kept.town, kept.mark = KeptTown(scales), None
        if _is_kept(actor, kept):
            return None
        # First the mark, then the rows: what happens in between is merely looked at twice.
        mark = journal.last_line(actor.municipality_id)
        apart = people.all_never_with(actor)
        asks, gives = asks_of(actor), offers.offer_cards(actor)
        kept.town.take_in(asks, gives, previous(actor))
        kept.mark, kept.day, kept.apart = mark, actor.today, apart
        return _told(actor, kept.town, mark, asks=asks, gives=gives)


def _is_kept(actor: Actor, kept: Kept) -> bool:
    """Tell whether the rows say what the scales say, and nothing happened since."""
    if kept.mark is None or kept.day != actor.today:
        return False
    rows = Balance.objects.filter(municipality_id=actor.municipality_id)
    if rows.values_list("number", "seal").first() != kept.mark:
        return False
    found = journal.subjects_since(actor.municipality_id, kept.mark, MANY)
    is_quiet = found is not None and not matters(found[1])
    return is_quiet and people.all_never_with(actor) == kept.apart


def _told(
    actor: Actor,
    town: KeptTown,
    mark: journal.Mark,
    *,
    asks: list[cards.Question],
    gives: list[cards.Volunteer],
) -> Stand:
    found, weights = town.proposal(), town.weights
    asked, given = {one.id: one for one in asks}, {one.id: one for one in gives}

    def line(pair: Pairing) -> StandLine:
        stands = standing(asked[pair.question], given[pair.volunteer], weights)
        score = Decimal(stands.score) / HUNDREDTHS
        return StandLine(int(pair.question), int(pair.volunteer), score, pair.value, why(stands))

    return Stand(
        seen_at=actor.at,
        mark=mark,
        weights=weights,
        asked=len(asks),
        value=found.value,
        bound=found.bound,
        proven=found.proven,
        lines=tuple(map(line, found.pairings)),
        places=tuple(town.places()),
    )


def let_go() -> None:
    """Keep no town any more; the next look lays each out from the rows."""
    _TOWNS.clear()
