"""Finding a question by who asks: she telephones, and says her name."""

from django.db.models import F, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.people import queries as people
from kruispunt.questions.models import Question
from kruispunt.questions.queries import visible


def of_called(actor: Actor, name: str) -> QuerySet[Question]:
    """Questions this actor may see of whoever is called so: what is open first, then the newest."""
    rows = visible(actor).filter(asked_by__in=people.called(actor, name).values("pk"))
    return rows.order_by(F("ended_at").desc(nulls_first=True), "-opened_at", "pk")
