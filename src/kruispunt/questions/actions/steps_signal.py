"""The steps that every verb of a signal shares."""

from datetime import date

from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due
from kruispunt.questions import permits
from kruispunt.questions.models import Recording, Signal
from kruispunt.questions.states import SIGNAL_MOVES
from kruispunt.questions.states.recording import RecordingState


def take_signal(actor: Actor, signal_id: int, may: Permit) -> Signal:
    """Lock the row and see whether this actor may do this to it."""
    return take(actor, Signal, signal_id, may=may, see=permits.READ_SIGNAL)


def move_signal(
    actor: Actor, signal: Signal, verb: str, *, term: str = "", due_on: date | None = None
) -> Signal:
    """Make the move, and count from today how long the new state may last."""
    signal.due_on = due(actor, term) if term else due_on
    return make_move(actor, signal, table=SIGNAL_MOVES, verb=verb)


def turn_signal(actor: Actor, signal_id: int) -> Signal:
    """It becomes something else; who brought it still hears of it before the promised day."""
    signal = take_signal(actor, signal_id, permits.TAKE_UP)
    if Recording.objects.filter(signal=signal, state=RecordingState.WAITING).exists():
        raise ImpossibleMove("Luister eerst naar wat er is ingesproken, en schrijf het op.")
    return move_signal(actor, signal, "turn", due_on=signal.feed_back_by or signal.due_on)
