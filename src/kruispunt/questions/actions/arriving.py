"""Questions that come in many at once, and go again when that was a mistake."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kruispunt.base import usage
from kruispunt.base.actor import Actor
from kruispunt.base.many import keep_many
from kruispunt.base.steps import may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.vocabulary import Intensity
from kruispunt.questions import permits
from kruispunt.questions.models import Question
from kruispunt.questions.models.question import Intake
from kruispunt.questions.states import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A question as another list knows it."""

    asked_by_id: int
    words: str
    kind: str = ""
    intensity: str = ""
    slots: tuple[str, ...] = ()
    hours: Decimal = Decimal(2)
    frequency: str = ""
    term_months: int = 0
    opened_at: datetime | None = None
    answered: bool = False


@action
def arrive(actor: Actor, *, brought: tuple[Brought, ...]) -> list[tuple[int, bool]]:
    """Take questions over from another list, each as far as that list shows it came."""
    may_begin(actor, permits.ARRIVE)
    days = {
        state: due(actor, f"question.{state}")
        for state in (State.NEW, State.CLARIFIED, State.TRIAGED)
    }
    rows = [_made(actor, one) for one in brought]
    for row in rows:
        row.due_on = days.get(State(row.state))
    keep_many(rows)
    return [(row.pk, True) for row in rows]


@action
def leave_again(actor: Actor, *, ids: tuple[int, ...]) -> list[int]:
    """Take questions out that came in by mistake; say which stay because we work on them."""
    may_begin(actor, permits.ARRIVE)
    stay = usage.pointed_at(Question, ids) | usage.touched(Question, ids)
    mine = Question.objects.filter(municipality_id=actor.municipality_id)
    mine.filter(pk__in=set(ids) - stay).delete()
    return sorted(stay)


def _made(actor: Actor, one: Brought) -> Question:
    """A class was chosen by a person there (TRI-05); without one we weigh it here."""
    state = State.NEW
    if one.kind:
        state = State.TRIAGED if one.intensity else State.CLARIFIED
    return Question(
        municipality_id=actor.municipality_id,
        asked_by_id=one.asked_by_id,
        intake=Intake.PAPER,
        words=one.words,
        kind=one.kind,
        intensity=one.intensity,
        slots=list(one.slots),
        hours=one.hours,
        frequency=one.frequency,
        term_months=one.term_months,
        needs_vog=one.intensity != Intensity.LIGHT,
        state=State.ANSWERED if one.answered else state,
        state_since=actor.at,
        opened_at=one.opened_at or actor.at,
        triaged_at=actor.at if one.intensity else None,
    )
