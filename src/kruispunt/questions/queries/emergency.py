"""Who asks, read in an emergency by who broke the glass (PRV-15)."""

from kruispunt.base.actor import Actor
from kruispunt.questions import permits
from kruispunt.questions.models import Question


def in_emergency(actor: Actor, question_id: int) -> Question:
    """Who asks this, for who broke the glass a short while ago and for nobody else (PRV-15)."""
    rows = Question.objects.select_related("asked_by", "asked_by__neighbourhood")
    return permits.READ_IN_EMERGENCY.narrow(rows, actor).get(pk=question_id)


def may_break_glass(actor: Actor, question_id: int) -> bool:
    """Say whether this actor may see in an emergency who asks this."""
    rows = permits.GLANCE.narrow(Question.objects.filter(pk=question_id), actor)
    return permits.BREAK_GLASS.narrow(rows, actor).exists()
