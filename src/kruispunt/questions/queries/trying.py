"""What is open today under a term or a rule, in numbers: to try another one before it counts."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.db.models import Count, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast

from kruispunt.base.actor import Actor
from kruispunt.base.terms import amounts
from kruispunt.base.trying import Under, begun_under
from kruispunt.core.triage import Answers, Rules
from kruispunt.core.trying import Begun, WeighingTried, try_weighing
from kruispunt.core.vocabulary import Intensity
from kruispunt.questions import permits
from kruispunt.questions.models import Question, Signal, Triage
from kruispunt.questions.permits import neighbourhood
from kruispunt.questions.states import ENDED, FOR_VOLUNTEERS, SignalState, State


def _question(**rows: object) -> Under:
    return Under(Question, permits.GLANCE, Q(**rows))


TERMS: Final[Mapping[str, Under]] = MappingProxyType(
    {
        "question.new": _question(state=State.NEW),
        "question.contacted": _question(state=State.CONTACTED),
        "question.clarified": _question(state=State.CLARIFIED),
        "question.triaged": _question(state=State.TRIAGED),
        "question.formal": _question(state=State.REFERRED),
        "question.update": _question(state__in=(State.WITH_GUIDE, State.DEVELOPING)),
        "question.odd_job": _question(state=State.WITH_HANDYMAN),
        **{
            f"question.search.{one.value}": _question(
                state__in=sorted(FOR_VOLUNTEERS), intensity=one
            )
            for one in Intensity
        },
        "signal.handed_in": Under(Signal, neighbourhood.HEAR_LATE, Q(state=SignalState.HANDED_IN)),
    }
)


def begun(actor: Actor, name: str) -> list[Begun]:
    """How many are open under this term, by the day on which they began."""
    return begun_under(actor, TERMS[name])


def rules_of(actor: Actor) -> Rules:
    """The numbers in the rules of weighing that count here today."""
    return Rules(**amounts(actor, "triage"))


def weighed_with(actor: Actor, then: Rules) -> WeighingTried:
    """Weigh the last answers of every open question once more, with the rules of now and others."""
    rows = Question.objects.exclude(state__in=sorted(ENDED))
    newest = Triage.objects.filter(question=OuterRef("question")).order_by("-at", "-pk")
    last = Triage.objects.filter(
        question__in=permits.GLANCE.narrow(rows, actor), pk=Subquery(newest.values("pk")[:1])
    )
    by_answers = last.annotate(said=Cast("answers", TextField())).values("said")
    counted = by_answers.annotate(number=Count("pk")).values_list("said", "number")
    asked = ((_answers(said), number) for said, number in counted)
    return try_weighing(asked, rules_of(actor), then)


def _answers(said: str) -> Answers:
    told: dict[str, Any] = json.loads(said)
    return Answers(
        **{
            **told,
            "dangers": frozenset(told["dangers"]),
            "not_for_volunteers": frozenset(told["not_for_volunteers"]),
        }
    )
