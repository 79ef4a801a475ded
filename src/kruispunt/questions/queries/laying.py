"""Which questions may be laid on the scales, and by whom."""

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.roles import SYSTEM
from kruispunt.questions import permits
from kruispunt.questions.models import Question


def laid_out(actor: Actor) -> QuerySet[Question]:
    """What this actor may lay on the scales: what she reads, or for the house itself everything."""
    rows = Question.objects.select_related("asked_by", "asked_by__neighbourhood", "worker")
    may = permits.LAY_OUT if actor.is_a(SYSTEM) else permits.READ
    return may.narrow(rows, actor)
