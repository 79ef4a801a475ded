"""A question that is spoken instead of typed: kept under a lock, and gone once written out."""

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
from kruispunt.questions.models import Question, Recording
from kruispunt.questions.models.recording import LOCK
from kruispunt.questions.permits import recordings as permits
from kruispunt.questions.queries import recordings as queries
from kruispunt.questions.states.recording import RECORDING_MOVES


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
    actor: Actor, question: Question, *, spoken: Spoken, is_all_that_was_said: bool
) -> Recording:
    """Let a recording go with a question that was just asked."""
    new = put_aside(actor, spoken=spoken).pk if spoken.content else queries.by_word(spoken.word)
    aside = Recording.objects.filter(municipality_id=actor.municipality_id, question=None)
    if not aside.filter(pk=new).exists():
        raise RecordingGone("Deze opname is er niet meer. Misschien is hij al verstuurd.")
    recording = take(actor, Recording, new, may=permits.SPEAK)
    recording.question = question
    recording.is_all_that_was_said = is_all_that_was_said
    return _moved(actor, recording, "send_recording", question)


@action
def write_down(actor: Actor, recording_id: int, *, words: str) -> Recording:
    """Write out what was said: it becomes the question's own words, and the sound goes."""
    seen = permits.LISTEN.narrow(Recording.objects.all(), actor)
    question_id = seen.values_list("question_id", flat=True).get(pk=recording_id)
    question = take_question(actor, question_id or 0, permits.WRITE_DOWN)
    recording = take(actor, Recording, recording_id, may=permits.WRITE_DOWN, see=permits.LISTEN)
    spoken = words if recording.is_all_that_was_said else f"{question.words}\n\n{words}"
    question.words = spoken if words.strip() else ""
    keep(question)
    recording.locked = None
    return _moved(actor, recording, "write_down", question)


@action
def look_into_recording(actor: Actor, recording_id: int) -> Recording:
    """Listen to what somebody said; she can read who did, when and why."""
    recording = permits.LISTEN.narrow(Recording.objects.all(), actor).get(pk=recording_id)
    asker = Question.objects.values_list("asked_by_id", flat=True).get(recording=recording)
    note_look(actor, recording, person_id=asker)
    return recording


@action
def forget_recording(actor: Actor, recording_id: int, *, ret: str) -> None:
    """Nobody sent it in time."""
    recording = take(actor, Recording, recording_id, may=keeping.FORGET)
    bury(actor, recording, ret)
    erase(Recording.objects.filter(pk=recording.pk))


def _moved(actor: Actor, recording: Recording, verb: str, question: Question) -> Recording:
    return make_move(
        actor, recording, table=RECORDING_MOVES, verb=verb, person_id=question.asked_by_id
    )
