"""Whose profile goes (RET-07, RET-08, RET-09), and what was learned too long ago (RET-14)."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.core.keeping import end_of_school_year
from kruispunt.offers.models import Participant, Volunteering
from kruispunt.offers.states import VolunteerState


def volunteers_going(actor: Actor, over: Over) -> list[Going]:
    """Who never began goes after four weeks, who gave for a while after two years.

    A pupil who did an internship and stopped goes a year after the school year (RET-14).
    """
    stopped = Volunteering.objects.filter(state=VolunteerState.STOPPED).exclude(kinds=[])
    rows = keeping.FORGET.narrow(stopped, actor).order_by("pk")
    found = rows.values_list("pk", "person_id", "state_since", "deployed_at", "school_year_ends")
    each = [
        (Going(_class_of(began, school), pk, person), _since(timezone.localdate(left), school))
        for pk, person, left, began, school in found
    ]
    return [going for going, since in each if over(going.ret, since)]


def _class_of(began: datetime | None, school_year_ends: date | None) -> str:
    if school_year_ends:
        return "RET-14"
    return "RET-07" if began else "RET-08"


def _since(left: date, school_year_ends: date | None) -> date:
    """Whoever gave on after the internship is kept from the day of leaving."""
    return max(left, school_year_ends) if school_year_ends else left


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
