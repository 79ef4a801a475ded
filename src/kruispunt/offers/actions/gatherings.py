"""From an idea to something people did together, and what it brought (SM-11, D40)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.actions.entries import Listing, list_activity, take_off_entry
from kruispunt.offers.models import Gathering
from kruispunt.offers.states import GATHERING_MOVES


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """What somebody wants to do together, with whom, and for which part of town."""

    name: str
    sort: str
    kinds: tuple[str, ...]
    organisation_id: int
    description: str = ""
    neighbourhood_id: int | None = None


@action
def have_idea(actor: Actor, *, idea: Idea) -> Gathering:
    """Write an idea down, so that it is not lost."""
    may_begin(actor, permits.GATHER)
    row = keep(
        Gathering(
            municipality_id=actor.municipality_id,
            name=idea.name,
            sort=idea.sort,
            kinds=list(idea.kinds),
            organisation_id=idea.organisation_id,
            description=idea.description,
            neighbourhood_id=idea.neighbourhood_id,
            state_since=actor.at,
        )
    )
    journal.write(actor, "gathering.have_idea", row, sort=idea.sort)
    return row


@action
def plan_gathering(
    actor: Actor, gathering_id: int, *, on: date, places: int | None = None
) -> Gathering:
    """Choose a day, and how many people fit."""
    row = _take(actor, gathering_id)
    if on < actor.today:
        raise ValidationError({"on": "Kies een dag die nog komt."})
    row.on, row.places = on, places
    return _move(actor, row, "plan_gathering")


@action
def announce(actor: Actor, gathering_id: int) -> Gathering:
    """Put it on the map: from now on people enrol, and the places are kept there."""
    row = _take(actor, gathering_id)
    GATHERING_MOVES.target("announce", row.state)  # first whether it has a day
    row.activity = list_activity(
        actor,
        listing=Listing(
            name=row.name,
            organisation_id=row.organisation_id,
            kinds=tuple(row.kinds),
            description=row.description,
            neighbourhood_id=row.neighbourhood_id,
            capacity=row.places,
        ),
        rhythm=f"op {row.on:%d-%m-%Y}",
    )
    return _move(actor, row, "announce")


@action
def begin_gathering(actor: Actor, gathering_id: int) -> Gathering:
    """It is the day."""
    return _move(actor, _take(actor, gathering_id), "begin_gathering")


@action
def be_over(actor: Actor, gathering_id: int) -> Gathering:
    """It has been; nobody can enrol any more."""
    row = _move(actor, _take(actor, gathering_id), "be_over")
    _off_the_map(actor, row)
    return row


@action
def count_gathering(
    actor: Actor, gathering_id: int, *, participants: int, hours: Decimal, note: str = ""
) -> Gathering:
    """How many came, and how many hours people gave for it."""
    row = _take(actor, gathering_id)
    row.participants, row.hours, row.note = participants, hours, note
    return _move(actor, row, "count_gathering")


@action
def call_off(actor: Actor, gathering_id: int) -> Gathering:
    """It does not happen."""
    row = _move(actor, _take(actor, gathering_id), "call_off")
    _off_the_map(actor, row)
    return row


def _off_the_map(actor: Actor, row: Gathering) -> None:
    if row.activity_id is not None:
        take_off_entry(actor, row.activity_id, sort="activity")


def _take(actor: Actor, gathering_id: int) -> Gathering:
    return take(actor, Gathering, gathering_id, may=permits.GATHER, see=permits.READ_ENTRY)


def _move(actor: Actor, row: Gathering, verb: str) -> Gathering:
    return make_move(actor, row, table=GATHERING_MOVES, verb=verb)
