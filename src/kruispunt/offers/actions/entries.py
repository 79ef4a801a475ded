"""What can happen to an entry of the sociale kaart: listed, assured, grown old (SM-15)."""

from dataclasses import dataclass, fields
from datetime import timedelta

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.models import Activity, Service
from kruispunt.offers.states import ENTRY_MOVES, EntryState

VERIFY_AFTER = timedelta(days=90)
STALE_AFTER = timedelta(days=30)
ENTRIES: dict[str, type[Service | Activity]] = {"service": Service, "activity": Activity}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the sociale kaart says about a service or an activity."""

    name: str
    organisation_id: int
    kinds: tuple[str, ...]
    description: str = ""
    contact_id: int | None = None
    neighbourhood_id: int | None = None
    x: float | None = None
    y: float | None = None
    slots: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl",)
    price: str = ""
    capacity: int | None = None


@action
def list_service(actor: Actor, *, listing: Listing, kind: str = "general") -> Service:
    """Put a service of an organisation on the map; who lists it assures it."""
    service = Service(kind=kind)
    _publish(actor, service, listing)
    return service


@action
def list_activity(actor: Actor, *, listing: Listing, rhythm: str = "") -> Activity:
    """Put an activity of a group on the map."""
    activity = Activity(rhythm=rhythm)
    _publish(actor, activity, listing)
    return activity


@action
def assure_entry(actor: Actor, entry_id: int, *, sort: str) -> None:
    """Say that an entry is still right today."""
    entry = take(actor, ENTRIES[sort], entry_id, may=permits.LIST_ENTRY)
    _assure(actor, entry, "assure")


@action
def take_off_entry(actor: Actor, entry_id: int, *, sort: str) -> None:
    """Take an entry off the map."""
    entry = take(actor, ENTRIES[sort], entry_id, may=permits.LIST_ENTRY)
    entry.due_on = None
    make_move(actor, entry, table=ENTRY_MOVES, verb="take_off")


@action
def grow_stale(actor: Actor, entry_id: int, *, sort: str) -> None:
    """Ask to verify an entry after 90 days, and hide it from suggestions after 120."""
    entry = take(actor, ENTRIES[sort], entry_id, may=permits.AGE_ENTRY)
    first = entry.state == EntryState.PUBLISHED
    entry.due_on = actor.today + STALE_AFTER if first else None
    make_move(actor, entry, table=ENTRY_MOVES, verb="ask_to_verify" if first else "grow_stale")


def _publish(actor: Actor, entry: Service | Activity, listing: Listing) -> None:
    entry.municipality_id = actor.municipality_id
    entry.state_since = actor.at
    for field in fields(listing):
        value = getattr(listing, field.name)
        setattr(entry, field.name, list(value) if isinstance(value, tuple) else value)
    keep(entry)
    permits.LIST_ENTRY.require(actor, entry)
    journal.write(actor, "entry.list", entry)
    _assure(actor, entry, "publish")


def _assure(actor: Actor, entry: Service | Activity, verb: str) -> None:
    entry.assured_on = actor.today
    entry.due_on = entry.assured_on + VERIFY_AFTER
    make_move(actor, entry, table=ENTRY_MOVES, verb=verb)
