"""What happens to a signal: noticed, handed in, taken up, turned, and always fed back (SM-1)."""

from dataclasses import dataclass, fields
from datetime import date

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.people import actions as people
from kruispunt.questions import permits
from kruispunt.questions.actions.questions import open_question
from kruispunt.questions.models import Question, Signal
from kruispunt.questions.models.question import Intake
from kruispunt.questions.states import SIGNAL_MOVES


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What someone heard or saw. A name only with that person's yes, how and when (PRV-11)."""

    words: str
    about: str = "question"
    place: str = ""
    neighbourhood_id: int | None = None
    organisation_id: int | None = None
    named_id: int | None = None
    yes_on: date | None = None
    yes_how: str = ""


@action
def notice(actor: Actor, *, noticed: Noticed) -> Signal:
    """Write down what you heard or saw; nobody sees it yet."""
    may_begin(actor, permits.NOTICE)
    signal = Signal(
        municipality_id=actor.municipality_id,
        brought_by_id=actor.person_id,
        noticed_at=actor.at,
        state_since=actor.at,
    )
    for field in fields(noticed):
        setattr(signal, field.name, getattr(noticed, field.name))
    keep(signal)
    journal.write(actor, "signal.notice", signal, about=noticed.about)
    return signal


@action
def hand_in(actor: Actor, signal_id: int) -> Signal:
    """Bring a signal to the Startpunt, which picks it up within two working days."""
    signal = _take(actor, signal_id, permits.HAND_IN)
    return _move(actor, signal, "hand_in", term="signal.handed_in")


@action
def solve(actor: Actor, signal_id: int, *, outcome: str) -> Signal:
    """You solved it yourself: one line is enough."""
    signal = _take(actor, signal_id, permits.SOLVE)
    signal.outcome = outcome
    return _move(actor, signal, "solve")


@action
def take_up(actor: Actor, signal_id: int) -> Signal:
    """Begin with a signal; within ten working days whoever brought it hears how it went."""
    signal = _take(actor, signal_id, permits.TAKE_UP)
    return _move(actor, signal, "take_up", term="signal.feed_back")


@action
def turn(actor: Actor, signal_id: int, *, asked_by_id: int) -> Question:
    """Make a question of a signal, once we know who asks and they agree."""
    signal = _take(actor, signal_id, permits.TAKE_UP)
    _move(actor, signal, "turn", due_on=signal.due_on)
    return open_question(
        actor,
        asked_by_id=asked_by_id,
        words=signal.words,
        intake=Intake.SIGNAL.value,
        brought_by_id=signal.brought_by_id,
        signal_id=signal.pk,
    )


@action
def drop(actor: Actor, signal_id: int, *, outcome: str) -> Signal:
    """Go no further with a signal; the reason goes back to who brought it."""
    signal = _take(actor, signal_id, permits.TAKE_UP)
    signal.outcome = outcome
    return _move(actor, signal, "drop", due_on=signal.due_on)


@action
def feed_back(actor: Actor, signal_id: int, *, outcome: str) -> Signal:
    """Tell whoever brought it how it went."""
    signal = _take(actor, signal_id, permits.TAKE_UP)
    signal.outcome = outcome
    if signal.brought_by_id is not None:
        people.write_to(
            actor,
            signal.brought_by_id,
            subject="Wat er met uw bericht gebeurde",
            lines=("U vertelde ons wat u opviel. Dank u wel.", outcome),
            key=f"signal.feed_back:{signal.pk}",
        )
    return _move(actor, signal, "feed_back")


def _take(actor: Actor, signal_id: int, may: Permit) -> Signal:
    return take(actor, Signal, signal_id, may=may, see=permits.READ_SIGNAL)


def _move(
    actor: Actor, signal: Signal, verb: str, *, term: str = "", due_on: date | None = None
) -> Signal:
    signal.due_on = due(actor, term) if term else due_on
    return make_move(actor, signal, table=SIGNAL_MOVES, verb=verb)
