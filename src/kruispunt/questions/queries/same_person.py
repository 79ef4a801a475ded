"""Which signals may be about the same person, for the desk only; what a person said of them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.terms import amount
from kruispunt.core.same_person import Heard, alike
from kruispunt.questions import permits
from kruispunt.questions.models import Signal, SignalPair
from kruispunt.questions.models.recording import UNHEARD_SIGNAL
from kruispunt.questions.states import About, PairState, SignalState

ABOUT_SOMEBODY = (About.QUESTION, About.CARER, About.TALENT)
TO_JOIN = (SignalState.HANDED_IN, SignalState.TAKEN_UP)
ALIVE = (*TO_JOIN, SignalState.TURNED, SignalState.FED_BACK)
# So many at most on one page; who compares more compares nothing.
MOST, COMPARED = 5, 500


@dataclass(frozen=True, slots=True)
class Alike:
    """Another signal beside this one: why it may be about the same person, or what was said."""

    signal: Signal
    reasons: tuple[str, ...]
    state: str
    # The question that came of either of them, where there is one.
    question_id: int | None


def beside(actor: Actor, signal: Signal) -> list[Alike]:
    """The signals that may be about the same person as this one, and those that were joined."""
    if not permits.PAIR_SIGNALS.allows(actor, signal):
        return []
    said = _said(signal)
    near = [
        Alike(other, reasons, PairState.OPEN, _question(other))
        for other, reasons in _near(actor, signal)
        if other.pk not in said
    ]
    known = permits.TAKE_UP.narrow(_rows().filter(pk__in=said), actor)
    told = [Alike(other, (), said[other.pk], _question(other)) for other in known.order_by("pk")]
    return told + near[:MOST]


def question_of(signal: Signal) -> int | None:
    """The question this signal is about: its own, or that of the signal it was joined to."""
    leader = Signal.objects.filter(
        followers__second=signal, followers__state=PairState.JOINED
    ).first()
    return _question(leader or signal)


def other_bringers(signal_id: int) -> QuerySet[Signal]:
    """Signals that were joined to this one: whoever brought them hears what came of it as well."""
    return Signal.objects.filter(
        leaders__first_id=signal_id, leaders__state=PairState.JOINED
    ).order_by("pk")


def _near(actor: Actor, signal: Signal) -> list[tuple[Signal, tuple[str, ...]]]:
    if signal.about not in ABOUT_SOMEBODY or signal.state not in ALIVE:
        return []
    days = amount(actor, "signal.same_days")
    span = timedelta(days=days)
    rows = permits.TAKE_UP.narrow(_rows(), actor).filter(
        Q(neighbourhood__isnull=False, neighbourhood_id=signal.neighbourhood_id)
        | Q(named__isnull=False, named_id=signal.named_id),
        about__in=ABOUT_SOMEBODY,
        # Two that each became something are two questions: those a person brings together.
        state__in=ALIVE if signal.state in TO_JOIN else TO_JOIN,
        noticed_at__gte=signal.noticed_at - span,
        noticed_at__lte=signal.noticed_at + span,
    )
    mine = _heard(signal)
    found = [
        (other, alike(mine, _heard(other), within_days=days))
        for other in rows.exclude(pk=signal.pk).order_by("-pk")[:COMPARED]
    ]
    return [(other, reasons) for other, reasons in found if reasons]


def _rows() -> QuerySet[Signal]:
    return Signal.objects.select_related("brought_by", "neighbourhood").prefetch_related(
        "questions"
    )


def _said(signal: Signal) -> dict[int, str]:
    """What a person said of this one and others; of what was parted again nothing is said."""
    pairs = SignalPair.objects.filter(Q(first=signal) | Q(second=signal))
    return {
        pair.second_id if pair.first_id == signal.pk else pair.first_id: pair.state
        for pair in pairs.exclude(state=PairState.OPEN)
    }


def _question(signal: Signal) -> int | None:
    return next((question.pk for question in signal.questions.all()), None)


def _heard(signal: Signal) -> Heard:
    return Heard(
        # Two that nobody listened to yet say the same sentence, and nothing of each other.
        words=signal.words.replace(UNHEARD_SIGNAL, ""),
        on=signal.noticed_at.date(),
        area=str(signal.neighbourhood_id or ""),
        place=signal.place,
        person=signal.named_id,
    )
