"""Reading the walk-in desk: who came by lately, and how many in each week (D17)."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import QuerySet

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.questions.models import WalkIn
from kruispunt.questions.models.visit import Topic
from kruispunt.questions.permits import neighbourhood as may

WEEK = timedelta(days=7)
WEEKS = 8
TOPICS = Topic.choices


def walk_ins(actor: Actor) -> QuerySet[WalkIn]:
    """Who came by this week and the week before, the last one first."""
    rows = may.READ_WALK_IN.narrow(WalkIn.objects.select_related("signal"), actor)
    return rows.filter(on__gte=_monday(actor.today) - WEEK).order_by("-on", "-pk")


def walk_ins_a_week(actor: Actor) -> list[tuple[date, int]]:
    """How many came by in each of the last weeks, by the Monday on which it began."""
    first = _monday(actor.today) - (WEEKS - 1) * WEEK
    rows = may.READ_WALK_IN.narrow(WalkIn.objects.filter(on__gte=first), actor)
    counts = Counter(_monday(on) for on in rows.values_list("on", flat=True))
    mondays = [first + number * WEEK for number in range(WEEKS)]
    return [(monday, counts[monday]) for monday in reversed(mondays)]


def walk_ins_going(actor: Actor, over: Over) -> list[Going]:
    """What was said at the desk half a year ago, and became a signal long since or nothing."""
    rows = keeping.FORGET.narrow(WalkIn.objects.all(), actor).order_by("pk")
    found = rows.values_list("pk", "on")
    return [Going("RET-06", pk, None) for pk, on in found if over("RET-06", on)]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
