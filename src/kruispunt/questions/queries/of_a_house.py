"""Reading what people of one house ask now, as far as one may see each of them apart (D7)."""

from collections.abc import Iterable

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.questions.models import Question
from kruispunt.questions.queries import visible
from kruispunt.questions.states import OPEN, State


def open_of(actor: Actor, person_ids: Iterable[int]) -> QuerySet[Question]:
    """What some people ask now, as far as this actor may see each of them."""
    rows = visible(actor).filter(asked_by_id__in=list(person_ids))
    return rows.filter(state__in=OPEN | {State.ANSWERED}).order_by("-opened_at", "-pk")
