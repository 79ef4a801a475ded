"""The steps that every verb between a resident and a guide shares."""

from kruispunt.arrangements.models import GuideContact
from kruispunt.arrangements.permits import guides as permits
from kruispunt.arrangements.states.guides import BESIDE, GUIDE_CONTACT_MOVES, GuideContactState
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due

G = GuideContactState


def take_contact(actor: Actor, contact_id: int, may: Permit) -> GuideContact:
    """Lock the row; whoever is not part of it does not know that it exists."""
    return take(actor, GuideContact, contact_id, may=may, see=permits.READ_GUIDE_CONTACT)


def move_contact(actor: Actor, contact: GuideContact, verb: str) -> GuideContact:
    """Make the move; beside someone one is never longer silent than agreed.

    The journal says that something happened between the two, never what it was about.
    """
    target = G(GUIDE_CONTACT_MOVES.target(verb, contact.state))
    if target == G.CHOSEN:
        contact.due_on = due(actor, "guide.chosen")
    elif target == G.SHOWN:
        contact.due_on = due(actor, "guide.shown")
    else:
        contact.due_on = due(actor, "guide.silent") if target in BESIDE else None
    contact.reminded_on = None
    return make_move(
        actor, contact, table=GUIDE_CONTACT_MOVES, verb=verb, person_id=contact.resident_id
    )
