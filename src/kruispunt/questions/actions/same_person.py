"""Two signals about the same person: a person joins them or keeps them apart, and may undo it.

Nothing is ever joined by itself, and whoever brought the one never hears of the other.
"""

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.questions import permits
from kruispunt.questions.actions.steps_signal import move_signal, take_signal
from kruispunt.questions.models import Signal, SignalPair
from kruispunt.questions.states import PAIR_MOVES, PairState, SignalState

FOLLOWS = {SignalState.HANDED_IN, SignalState.TAKEN_UP}
LEADS = FOLLOWS | {SignalState.TURNED, SignalState.FED_BACK}


@action
def join_signals(actor: Actor, signal_id: int, *, other_id: int) -> SignalPair:
    """They are about one person: what becomes of the one counts for both, and both bringers hear.

    The one that is a question already leads; otherwise the one that came first.
    """
    pair, leader, follower = _both(actor, signal_id, other_id)
    if leader.state not in LEADS or follower.state not in FOLLOWS:
        raise ImpossibleMove("Deze twee zijn niet meer samen te voegen.")
    if _joined(leader.pk, as_second=True) or _joined(follower.pk, as_second=False):
        raise ImpossibleMove("Een van beide hoort al bij een ander signaal.")
    if follower.state == SignalState.HANDED_IN:
        follower = move_signal(actor, follower, "take_up", due_on=follower.feed_back_by)
    move_signal(actor, follower, "turn", due_on=follower.feed_back_by or follower.due_on)
    pair.first, pair.second = leader, follower
    return _decide(actor, pair, "join_signals")


@action
def keep_signals_apart(actor: Actor, signal_id: int, *, other_id: int) -> SignalPair:
    """They are about two people: the desk is not asked again."""
    pair, _, _ = _both(actor, signal_id, other_id)
    return _decide(actor, pair, "keep_signals_apart")


@action
def part_signals(actor: Actor, signal_id: int, *, other_id: int) -> SignalPair:
    """It was not so after all: each is a signal of its own again, and waits on the desk."""
    pair, _, _ = _both(actor, signal_id, other_id)
    if pair.state == PairState.JOINED:
        follower = take_signal(actor, pair.second_id, permits.TAKE_UP)
        follower.feed_back_by = due(actor, "signal.feed_back")
        move_signal(actor, follower, "part", due_on=follower.feed_back_by)
    return _decide(actor, pair, "part_signals")


def _both(actor: Actor, signal_id: int, other_id: int) -> tuple[SignalPair, Signal, Signal]:
    """Take both under a lock, always the older first, and the row that says how they stand."""
    may_begin(actor, permits.PAIR_SIGNALS)
    if signal_id == other_id:
        raise ImpossibleMove("Dit is hetzelfde signaal.")
    first, second = sorted((signal_id, other_id))
    one = take_signal(actor, first, permits.TAKE_UP)
    other = take_signal(actor, second, permits.TAKE_UP)
    found = SignalPair.objects.filter(first__in=(one, other), second__in=(one, other)).first()
    pair = found or SignalPair(
        municipality_id=actor.municipality_id, first=one, second=other, state_since=actor.at
    )
    ahead = other.state in LEADS - FOLLOWS and one.state in FOLLOWS
    return (pair, other, one) if ahead else (pair, one, other)


def _joined(signal_id: int, *, as_second: bool) -> bool:
    rows = SignalPair.objects.filter(state=PairState.JOINED)
    return (rows.filter(second=signal_id) if as_second else rows.filter(first=signal_id)).exists()


def _decide(actor: Actor, pair: SignalPair, verb: str) -> SignalPair:
    pair.decided_by_id = actor.person_id
    decided = make_move(actor, pair, table=PAIR_MOVES, verb=verb)
    for signal in (pair.first, pair.second):
        journal.write(actor, f"signal.{verb}", signal)
    return decided
