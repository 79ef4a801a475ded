"""Reading concerns: the officer all of them, everyone else only what they wrote themselves."""

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile
from kruispunt.safety import permits
from kruispunt.safety.models import Concern, Incident, Note
from kruispunt.safety.states import CONCERN_MOVES, ConcernState


def on_the_desk(actor: Actor) -> QuerySet[Concern]:
    """What waits for the officer: acute first, then the longest overdue."""
    rows = Concern.objects.exclude(state=ConcernState.CLOSED).select_related("reported_by")
    return permits.READ.narrow(rows, actor).order_by("-acute", "due_on", "pk")


def concern(actor: Actor, concern_id: int) -> Concern:
    """One concern with the notes that this actor may read: the officer all, others their own."""
    notes = permits.READ_NOTE.narrow(Note.objects.select_related("by"), actor).order_by("pk")
    rows = Concern.objects.select_related("reported_by", "match").prefetch_related(
        Prefetch("notes", queryset=notes)
    )
    return permits.SEE.narrow(rows, actor).get(pk=concern_id)


def is_officer(actor: Actor) -> bool:
    return permits.READ.every_row(actor)


def concern_verbs(concern: Concern) -> tuple[str, ...]:
    return CONCERN_MOVES.verbs(concern.state)


def overdue(actor: Actor) -> list[int]:
    """Concerns that nobody took up in time (MLD-06)."""
    rows = permits.SOUND_ALARM.narrow(Concern.objects.all(), actor)
    late = rows.filter(state=ConcernState.REPORTED, due_on__lt=actor.today)
    return list(late.order_by("pk").values_list("pk", flat=True))


def incidents(actor: Actor) -> QuerySet[Incident]:
    rows = Incident.objects.select_related("reported_by", "municipality")
    return permits.READ_INCIDENT.narrow(rows, actor).order_by("-happened_on", "-pk")


def piles(actor: Actor) -> list[Pile]:
    """Concerns wait for the safety officer, and for nobody else; a list tells their day."""
    if not actor.is_a(Role.SAFETY_OFFICER):
        return []
    open_ones = [state for state in ConcernState if state != ConcernState.CLOSED]
    step = dict.fromkeys(open_ones, "Zet de volgende stap bij deze zorg")
    return [Pile("concern", "concern", step, on_the_desk(actor), words="reported_at")]


def concerns_going(actor: Actor, over: keeping.Over) -> list[keeping.Going]:
    """Concerns that were closed two years ago (RET-11)."""
    closed = Concern.objects.filter(state=ConcernState.CLOSED)
    rows = keeping.FORGET.narrow(closed, actor).order_by("pk")
    return [
        keeping.Going("RET-11", pk)
        for pk, since in rows.values_list("pk", "state_since")
        if over("RET-11", timezone.localdate(since))
    ]
