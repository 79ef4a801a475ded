"""Which questions ended and when, and which signals have had their time; for the house only."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.questions.models import Question, Signal
from kruispunt.questions.models.question import WmoNotice
from kruispunt.questions.states import ENDED, SignalState, State

TOLD = (SignalState.FED_BACK, SignalState.SELF_SOLVED)


@dataclass(frozen=True, slots=True)
class Ended:
    """A question that ended: its number, its asker, the day, and what the law says of it."""

    id: int
    asked_by_id: int
    on: date
    is_wmo: bool
    withdrawn: bool


def ended(actor: Actor) -> list[Ended]:
    rows = keeping.FORGET.narrow(Question.objects.filter(state__in=ENDED), actor)
    found = rows.values_list("pk", "asked_by_id", "ended_at", "is_wmo_notice", "state")
    return [
        Ended(pk, asker, timezone.localdate(at), notice == WmoNotice.YES, state == State.WITHDRAWN)
        for pk, asker, at, notice, state in found.order_by("pk")
        if at is not None
    ]


def signals_going(actor: Actor, over: Over) -> list[Going]:
    """Signals that were told about long ago, and that no question came from."""
    rows = keeping.FORGET.narrow(Signal.objects.filter(state__in=TOLD, questions=None), actor)
    found = rows.order_by("pk").values_list("pk", "state_since", "named_id")
    return [
        Going("RET-05", pk, named)
        for pk, since, named in found
        if over("RET-05", timezone.localdate(since))
    ]


def names_going(actor: Actor, over: Over) -> list[Going]:
    """Names in signals from which nothing came in four weeks (RET-13)."""
    rows = Signal.objects.filter(named__isnull=False, questions=None)
    found = keeping.FORGET.narrow(rows, actor).order_by("pk")
    return [
        Going("RET-13", pk, named)
        for pk, at, named in found.values_list("pk", "noticed_at", "named_id")
        if over("RET-13", timezone.localdate(at))
    ]
