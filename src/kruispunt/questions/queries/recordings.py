"""Reading what was spoken: who still has to be listened to, the sound itself, and what is refused.

What cannot be opened any more, because the secret of the house that closed it is gone, is silent.
"""

from dataclasses import dataclass, field

from cryptography.fernet import InvalidToken
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.roles import Role
from kruispunt.base.terms import amounts
from kruispunt.base.under_lock import lock_of
from kruispunt.base.work import Pile
from kruispunt.core import sound
from kruispunt.questions.models import Recording
from kruispunt.questions.models.recording import LOCK
from kruispunt.questions.permits import recordings as permits
from kruispunt.questions.states import SignalState
from kruispunt.questions.states.recording import RecordingState

ASIDE = LetterWord("kruispunt.questions.recording", Recording)
ABOUT = ("question__asked_by", "signal__brought_by")
TO_HEAR = (SignalState.HANDED_IN, SignalState.TAKEN_UP)
NOT_TO_HEAR = sorted(set(SignalState) - {SignalState.DRAFT, *TO_HEAR})
STEPS = {RecordingState.WAITING: "Luister, en schrijf op wat er is ingesproken"}
EMPTY = gettext_noop("Op deze opname staat niets. Spreek uw vraag nog een keer in.")
NO_SOUND = gettext_noop(
    "Dit is geen opname die wij kunnen afspelen. Spreek uw vraag in, of typ hem."
)
TOO_LARGE = gettext_noop("Deze opname is te groot. Praat korter, of bel ons.")

FULL = gettext_noop("Er wachten nu heel veel opnames. Typ uw vraag, bel ons, of kom langs.")


@dataclass(frozen=True, slots=True)
class Heard:
    """The sound of a recording, as a browser plays it."""

    media_type: str
    content: bytes = field(repr=False)


def refusal(actor: Actor, head: bytes, size: int) -> str:
    """Why this cannot be a recording, in a sentence for who spoke; nothing when it can."""
    if size > amounts(actor, "recording")["megabytes"] * sound.MEGABYTE:
        return TOO_LARGE
    if size < sound.LEAST:
        return EMPTY
    return "" if sound.sort_of(head) else NO_SOUND


def is_full(actor: Actor) -> bool:
    """Whether so many recordings lie here already that no other is kept for now."""
    lying = (RecordingState.ASIDE, RecordingState.WAITING)
    rows = Recording.objects.filter(municipality_id=actor.municipality_id, state__in=lying)
    over = Q(question__ended_at__isnull=False) | Q(signal__state__in=NOT_TO_HEAR)
    return rows.exclude(over).count() >= amounts(actor, "recording")["waiting"]


def longest(actor: Actor) -> int:
    """How many minutes a recorder on the page goes on by itself."""
    return amounts(actor, "recording")["minutes"]


def waiting(actor: Actor) -> QuerySet[Recording]:
    """Recordings that this actor may listen to; what was written out is heard no more."""
    rows = Recording.objects.filter(state=RecordingState.WAITING)
    return permits.LISTEN.narrow(rows.select_related(*ABOUT), actor)


def one(actor: Actor, recording_id: int) -> Recording:
    """One recording, written out already or not; the sound itself is read when it is played."""
    rows = Recording.objects.select_related(*ABOUT).defer("locked")
    return permits.LISTEN.narrow(rows, actor).get(pk=recording_id)


def of_question(actor: Actor, question_id: int) -> Recording | None:
    """What was spoken for this question, for as long as nobody has written it out."""
    return waiting(actor).defer("locked").filter(question_id=question_id).first()


def of_signal(actor: Actor, signal_id: int) -> Recording | None:
    """The same of a signal."""
    return waiting(actor).defer("locked").filter(signal_id=signal_id).first()


def of_whom(recording: Recording) -> int | None:
    """Whose question it is, or whom a signal names; most signals name nobody."""
    if recording.signal is not None:
        return recording.signal.named_id
    return recording.question.asked_by_id if recording.question else None


def spoken_by(actor: Actor, person_id: int) -> QuerySet[Recording]:
    """What one person spoke, for as long as it is there."""
    return waiting(actor).filter(question__asked_by_id=person_id).order_by("pk")


def by_question(actor: Actor, person_id: int) -> dict[int, int]:
    """Which recording belongs to which question of one person."""
    found = spoken_by(actor, person_id).values_list("question_id", "pk")
    return {question_id: pk for question_id, pk in found if question_id is not None}


def sound_of(recording: Recording) -> Heard | None:
    """Open the lock, after a permit let the row through."""
    if recording.locked is None:
        return None
    content = opened(recording.municipality_id, bytes(recording.locked))
    return Heard(sound.MEDIA_TYPES[recording.sort], content) if content else None


def opened(municipality_id: int, locked: bytes) -> bytes:
    """What was under the lock of this municipality; nothing when no secret fits it any more."""
    try:
        return lock_of(LOCK, f"{municipality_id}").decrypt(locked)
    except InvalidToken:
        return b""


def word_of(recording: Recording) -> str:
    """The word under which a form that is not whole yet finds its recording again."""
    return ASIDE.write(recording)


def by_word(word: str) -> int:
    """The number of a recording that was put aside; a word we did not give finds nothing."""
    return int(ASIDE.pk_of(word))


def is_our_word(word: str) -> bool:
    """Say whether we gave this word, and what it stands for was not thrown away since."""
    try:
        return Recording.objects.filter(pk=by_word(word)).exists()
    except ObjectDoesNotExist:
        return False


def piles(actor: Actor) -> list[Pile]:
    """What was spoken and waits for who works on the question; without a worker it is everyone's.

    A question that ended asks nobody to listen any more: its recording goes with it.
    """
    if not actor.is_a(Role.WORKER):
        return []
    here = Q(question__worker_id=actor.person_id or 0) | Q(question__worker__isnull=True)
    asked = waiting(actor).filter(here, question__isnull=False, question__ended_at__isnull=True)
    noticed = waiting(actor).filter(signal__state__in=TO_HEAR)
    return [
        Pile("recording", "recording", STEPS, asked, due="question__due_on",
             whose="question__asked_by", worker="question__worker"),
        Pile("recording", "recording", STEPS, noticed, due="signal__due_on",
             whose="signal__brought_by"),
    ]  # fmt: skip


def recordings_going(actor: Actor, over: Over) -> list[Going]:
    """What was recorded and never sent, so long ago that nobody will send it."""
    rows = keeping.FORGET.narrow(Recording.objects.filter(state=RecordingState.ASIDE), actor)
    found = rows.order_by("pk").values_list("pk", "spoken_at")
    return [Going("RET-19", pk, None) for pk, at in found if over("RET-19", timezone.localdate(at))]
