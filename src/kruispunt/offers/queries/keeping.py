"""Whose profile goes (RET-07, RET-08, RET-09), and what was learned too long ago (RET-14)."""

from django.db.models import Q
from django.utils import timezone

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.core.keeping import end_of_school_year
from kruispunt.offers.models import Participant, Volunteering
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


def participants_going(actor: Actor, over: Over) -> list[Going]:
    """Who learned here: a year after the school year, unless it still counts for her (RET-14)."""
    still_counts = Q(valid_until__gte=actor.today)
    rows = Participant.objects.exclude(still_counts).order_by("pk")
    return [
        Going("RET-14", pk, person)
        for pk, person, on in keeping.FORGET.narrow(rows, actor).values_list(
            "pk", "person_id", "course__on"
        )
        if over("RET-14", end_of_school_year(on))
    ]
