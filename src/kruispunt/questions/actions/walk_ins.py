"""The walk-in desk: note in one line who came by, and carry on when more is needed (D17)."""

from kruispunt.base import journal, keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.verbs import action
from kruispunt.questions.actions.signals import Noticed, hand_in, notice
from kruispunt.questions.actions.visits import ABOUT
from kruispunt.questions.models import Signal, WalkIn
from kruispunt.questions.models.visit import Topic
from kruispunt.questions.permits import neighbourhood as may
from kruispunt.questions.states import About


@action
def note_walk_in(actor: Actor, *, words: str = "", topic: str = "") -> WalkIn:
    """Note that somebody came by; an empty line counts as well."""
    may_begin(actor, may.NOTE_WALK_IN)
    came = keep(
        WalkIn(
            municipality_id=actor.municipality_id,
            by_id=named(actor),
            on=actor.today,
            topic=topic,
            words=words,
        )
    )
    journal.write(actor, "walk_in.note", came, topic=topic)
    return came


@action
def bring_walk_in(actor: Actor, walk_in_id: int) -> Signal:
    """More is needed: make a signal of it, which then goes as every signal goes."""
    came = take(actor, WalkIn, walk_in_id, may=may.NOTE_WALK_IN)
    if came.signal_id is not None:
        raise ImpossibleMove("Hier is al een signaal van gemaakt.")
    if not came.words:
        raise ImpossibleMove("Er staat niet bij waar het over ging.")
    about = ABOUT.get(Topic(came.topic), About.QUESTION) if came.topic else About.QUESTION
    noticed = Noticed(words=came.words, about=about.value, topic=came.topic)
    came.signal = hand_in(actor, notice(actor, noticed=noticed).pk)
    keep(came)
    journal.write(actor, "walk_in.bring", came)
    return came.signal


@action
def forget_walk_in(actor: Actor, walk_in_id: int, *, ret: str) -> None:
    """Throw away what was said at the desk long ago."""
    came = take(actor, WalkIn, walk_in_id, may=keeping.FORGET)
    bury(actor, came, ret)
    erase(WalkIn.objects.filter(pk=came.pk))
