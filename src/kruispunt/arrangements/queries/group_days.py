"""Reading when the groups in which I take part come together next (K11)."""

from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import EnrolmentState
from kruispunt.base.actor import Actor
from kruispunt.core.rhythm import Occasion
from kruispunt.offers.queries import days


def my_groups(actor: Actor) -> list[tuple[int, str, Occasion]]:
    """The activity, its name and the next time it is on; the first one first."""
    rows = Enrolment.objects.filter(
        state=EnrolmentState.ENROLLED,
        arrangement__question__asked_by_id=actor.person_id or 0,
    )
    mine = permits.READ_PART.narrow(rows, actor).order_by("activity_id")
    names = dict(mine.values_list("activity_id", "activity__name"))
    soon = days.next_by_activity(actor, names)
    found = [(pk, names[pk], one) for pk, one in soon.items()]
    return sorted(found, key=lambda one: (one[2].shown_on, one[2].at, one[0]))
