"""What happens to a signal: noticed, handed in, taken up, turned, and always fed back (SM-1)."""

from dataclasses import dataclass, fields
from datetime import date

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.questions import permits
from kruispunt.questions.actions import letters
from kruispunt.questions.actions.questions import open_question
from kruispunt.questions.actions.recordings import Spoken, send_recording
from kruispunt.questions.actions.steps_signal import move_signal, take_signal, turn_signal
from kruispunt.questions.models import Question, Signal
from kruispunt.questions.models.question import Intake
from kruispunt.questions.models.recording import UNHEARD_SIGNAL


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
    topic: str = ""
    visit_id: int | None = None


@action
def notice(actor: Actor, *, noticed: Noticed, spoken: Spoken | None = None) -> Signal:
    """Write down or say aloud what you heard or saw; nobody sees it yet."""
    may_begin(actor, permits.NOTICE)
    signal = Signal(
        municipality_id=actor.municipality_id,
        brought_by_id=actor.person_id,
        noticed_at=actor.at,
        state_since=actor.at,
    )
    for field in fields(noticed):
        setattr(signal, field.name, getattr(noticed, field.name))
    signal.words = noticed.words or (UNHEARD_SIGNAL if spoken else "")
    keep(signal)
    journal.write(actor, "signal.notice", signal, about=noticed.about)
    if spoken:
        send_recording(actor, signal, spoken=spoken, is_all_that_was_said=not noticed.words)
    return signal


@action
def hand_in(actor: Actor, signal_id: int) -> Signal:
    """Bring a signal to the Startpunt, which picks it up within two working days."""
    signal = take_signal(actor, signal_id, permits.HAND_IN)
    signal.feed_back_by = due(actor, "signal.feed_back")
    return move_signal(actor, signal, "hand_in", term="signal.handed_in")


@action
def solve(actor: Actor, signal_id: int, *, outcome: str) -> Signal:
    """You solved it yourself: one line is enough."""
    signal = take_signal(actor, signal_id, permits.SOLVE)
    signal.outcome = outcome
    return move_signal(actor, signal, "solve")


@action
def take_up(actor: Actor, signal_id: int) -> Signal:
    """Begin with a signal; whoever brought it hears how it went, within ten working days."""
    signal = take_signal(actor, signal_id, permits.TAKE_UP)
    return move_signal(actor, signal, "take_up", due_on=signal.feed_back_by)


@action
def turn(actor: Actor, signal_id: int, *, asked_by_id: int) -> Question:
    """Make a question of a signal, once we know who asks and they agree."""
    signal = turn_signal(actor, signal_id)
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
    signal = take_signal(actor, signal_id, permits.TAKE_UP)
    signal.outcome = outcome
    return move_signal(actor, signal, "drop", due_on=signal.due_on)


@action
def feed_back(actor: Actor, signal_id: int, *, outcome: str) -> Signal:
    """Tell whoever brought it how it went."""
    signal = take_signal(actor, signal_id, permits.TAKE_UP)
    signal.outcome = outcome
    letters.tell_what_came_of_it(actor, signal)
    return move_signal(actor, signal, "feed_back")
