"""Reading how a notification under the Wmo goes, with the day of each milestone."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.terms import due
from kruispunt.core.wmo import Milestone, Step, steps
from kruispunt.questions.models import WmoNotification
from kruispunt.questions.permits import wmo as permits


@dataclass(frozen=True, slots=True)
class Walk:
    """A notification with its steps, and until when one may object."""

    notification: WmoNotification
    steps: tuple[Step, ...]
    object_by: date | None

    def late(self, today: date) -> list[Step]:
        return [step for step in self.steps if step.is_late(today)]


def notifications(actor: Actor) -> QuerySet[WmoNotification]:
    rows = WmoNotification.objects.select_related("question__asked_by")
    return permits.READ_WMO.narrow(rows, actor).order_by("investigate_by", "pk")


def walk_of(actor: Actor, question_id: int) -> Walk | None:
    """The steps of one question's notification, when there is one."""
    row = notifications(actor).filter(question_id=question_id).first()
    if row is None:
        return None
    done = dict(row.milestones.values_list("what", "on"))
    decided = done.get(Milestone.DECIDED)
    return Walk(
        row,
        steps(
            row.noticed_on,
            done,
            lambda name, day: due(actor, name, day),
            extended_to=row.extended_to or row.investigate_by,
        ),
        due(actor, "wmo.objection", decided) if decided else None,
    )
