"""The farewell of two people, the thanks to a volunteer, and care after a death (SIG-03)."""

from datetime import date

from kruispunt.arrangements.actions import letters_at_the_end as letters
from kruispunt.arrangements.models import Farewell
from kruispunt.arrangements.permits import goals as permits
from kruispunt.arrangements.states.goals import FAREWELL_MOVES
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import make_move
from kruispunt.base.verbs import action


@action
def say_farewell(
    actor: Actor, farewell_id: int, *, words: str = "", held_on: date | None = None
) -> Farewell:
    """They said goodbye, or we talked after a death; the volunteer gets our thanks on paper."""
    farewell = take(
        actor, Farewell, farewell_id, may=permits.SAY_FAREWELL, see=permits.SAY_FAREWELL
    )
    farewell.words, farewell.held_on = words, held_on or actor.today
    farewell.thanked_at = actor.at
    letters.thank_volunteer(actor, farewell)
    who = farewell.match.volunteering.person_id
    return make_move(actor, farewell, table=FAREWELL_MOVES, verb="say_farewell", person_id=who)
