"""A question or signal that is spoken, not typed: under a lock, and gone once written out."""

import hashlib
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from kruispunt.base import journal, keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.looking import note_look
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.municipalities import one_by_one
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.under_lock import lock_of
from kruispunt.base.verbs import action
from kruispunt.core import sound
from kruispunt.questions.actions.steps import take_question
from kruispunt.questions.actions.steps_signal import take_signal
from kruispunt.questions.models import Question, Recording, Signal
from kruispunt.questions.models.recording import LOCK
from kruispunt.questions.permits import recordings as permits
from kruispunt.questions.queries import recordings as queries
from kruispunt.questions.states.recording import RECORDING_MOVES, RecordingState


class RecordingGone(ImpossibleMove):
    """What was put aside was sent before, or thrown away."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody said aloud: the sound, or the word under which it was put aside before.

    It is known by its seal, so that the same recording sent again is the same one.
    """

    content: bytes = field(default=b"", repr=False)
    word: str = ""

    def __str__(self) -> str:
        return f"{hashlib.sha256(self.content).hexdigest()} {self.word}"

    def __bool__(self) -> bool:
        return bool(self.content or self.word)


@action
def put_aside(actor: Actor, *, spoken: Spoken) -> Recording:
    """Keep a recording of which the form was not whole yet: nobody has to say it twice."""
    may_begin(actor, permits.SPEAK)
    if why := queries.refusal(actor, spoken.content[: sound.HEAD], len(spoken.content)):
        raise ValidationError({"spoken": why})
    one_by_one(actor)
    if queries.is_full(actor):
        raise ValidationError({"spoken": ValidationError(queries.FULL, code="too_many")})
    lock = lock_of(LOCK, f"{actor.municipality_id}")
    recording = keep(
        Recording(
            municipality_id=actor.municipality_id,
            sort=sound.sort_of(spoken.content),
            locked=lock.encrypt(spoken.content),
            spoken_at=actor.at,
            state_since=actor.at,
        )
    )
    journal.write(actor, "recording.put_aside", recording)
    return recording


@action
def send_recording(
    actor: Actor, about: Question | Signal, *, spoken: Spoken, is_all_that_was_said: bool
) -> Recording:
    """Let a recording go with what was just asked or noticed."""
    new = put_aside(actor, spoken=spoken).pk if spoken.content else queries.by_word(spoken.word)
    mine = Recording.objects.filter(municipality_id=actor.municipality_id)
    aside = mine.filter(state=RecordingState.ASIDE)
    if not aside.filter(pk=new).exists():
        raise RecordingGone("Deze opname is er niet meer. Misschien is hij al verstuurd.")
    recording = take(actor, Recording, new, may=permits.SPEAK)
    if isinstance(about, Question):
        recording.question = about
    else:
        recording.signal = about
    recording.is_all_that_was_said = is_all_that_was_said
    return _moved(actor, recording, "send_recording")


@action
def write_down(actor: Actor, recording_id: int, *, words: str) -> Recording:
    """Write out what was said: it becomes the words it stood for, and the sound goes."""
    seen = (
        permits.LISTEN.narrow(Recording.objects.all(), actor).defer("locked").get(pk=recording_id)
    )
    about = _taken(actor, seen)
    recording = take(actor, Recording, recording_id, may=permits.WRITE_DOWN, see=permits.LISTEN)
    spoken = words if recording.is_all_that_was_said else f"{about.words}\n\n{words}"
    about.words = spoken if words.strip() else ""
    keep(about)
    recording.locked = None
    return _moved(actor, recording, "write_down")


@action
def look_into_recording(actor: Actor, recording_id: int) -> Recording:
    """Listen to what somebody said; she can read who did, when and why."""
    recording = permits.LISTEN.narrow(Recording.objects.all(), actor).get(pk=recording_id)
    note_look(actor, recording, person_id=queries.of_whom(recording))
    return recording


@action
def forget_recording(actor: Actor, recording_id: int, *, ret: str) -> None:
    """Nobody sent it in time."""
    recording = take(actor, Recording, recording_id, may=keeping.FORGET)
    bury(actor, recording, ret)
    erase(Recording.objects.filter(pk=recording.pk))


def _taken(actor: Actor, recording: Recording) -> Question | Signal:
    """Lock what the recording is about, before the recording itself."""
    if recording.signal_id is not None:
        return take_signal(actor, recording.signal_id, permits.WRITE_DOWN)
    return take_question(actor, recording.question_id or 0, permits.WRITE_DOWN)


def _moved(actor: Actor, recording: Recording, verb: str) -> Recording:
    asker = queries.of_whom(recording)
    return make_move(actor, recording, table=RECORDING_MOVES, verb=verb, person_id=asker)
