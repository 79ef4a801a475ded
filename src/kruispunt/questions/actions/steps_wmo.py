"""The step by which a question is also a notification: the day the law begins to count."""

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep
from kruispunt.base.terms import due
from kruispunt.questions.models import Question, WmoNotification


def open_wmo(actor: Actor, question: Question) -> None:
    """Note once that the municipality was told; the terms follow from that day."""
    if WmoNotification.objects.filter(question=question).exists():
        return
    noticed_on = question.wmo_noticed_on or actor.today
    row = keep(
        WmoNotification(
            municipality_id=actor.municipality_id,
            question=question,
            noticed_on=noticed_on,
            investigate_by=due(actor, "wmo.investigation", noticed_on),
        )
    )
    journal.write(actor, "wmo.open", row, person_id=question.asked_by_id, on=noticed_on)
