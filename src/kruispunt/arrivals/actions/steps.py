"""The steps that every verb of an import shares."""

from kruispunt.arrivals import permits
from kruispunt.arrivals.models import Import
from kruispunt.arrivals.states import IMPORT_MOVES
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.roles import SYSTEM
from kruispunt.base.steps import make_move


def take_import(actor: Actor, import_id: int, may: Permit) -> Import:
    """Lock the row and see whether this actor may do this to it."""
    see = None if actor.is_a(SYSTEM) else permits.READ
    return take(actor, Import, import_id, may=may, see=see)


def move_import(actor: Actor, found: Import, verb: str, **facts: object) -> Import:
    return make_move(actor, found, table=IMPORT_MOVES, verb=verb, **facts)
