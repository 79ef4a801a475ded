"""Which volunteers left so long ago that their profile goes (RET-07, RET-08, RET-09)."""

from django.utils import timezone

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.offers.models import Volunteering
from kruispunt.offers.states import VolunteerState


def volunteers_going(actor: Actor, over: Over) -> list[Going]:
    """Who never began goes after four weeks, who gave for a while after two years."""
    stopped = Volunteering.objects.filter(state=VolunteerState.STOPPED).exclude(kinds=[])
    rows = keeping.FORGET.narrow(stopped, actor).order_by("pk")
    found = rows.values_list("pk", "person_id", "state_since", "deployed_at")
    each = [
        (Going("RET-07" if began else "RET-08", pk, person), timezone.localdate(since))
        for pk, person, since, began in found
    ]
    return [going for going, since in each if over(going.ret, since)]
