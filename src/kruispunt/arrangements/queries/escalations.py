"""Reading what got stuck: for the process manager without who asks, for parties their part."""

from collections import Counter

from django.db.models import QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Escalation, Party
from kruispunt.arrangements.states import EscalationState
from kruispunt.base.actor import Actor

TO_CARRY_OUT = (EscalationState.AGREED, EscalationState.DECIDED)
SOLVED = (EscalationState.CARRIED_OUT, EscalationState.EVALUATED)


def escalations(actor: Actor) -> QuerySet[Escalation]:
    """What is stuck and what was, most urgent first. The question's words are not read here."""
    rows = Escalation.objects.select_related("manager", "responsible")
    return permits.READ_ESCALATION.narrow(rows, actor).order_by("due_on", "pk")


def open_escalations(actor: Actor) -> QuerySet[Escalation]:
    return escalations(actor).exclude(state__in=SOLVED)


def escalation(actor: Actor, escalation_id: int) -> Escalation:
    return escalations(actor).prefetch_related("parties__organisation").get(pk=escalation_id)


def parties(actor: Actor) -> QuerySet[Party]:
    """To what my organisation was invited."""
    rows = Party.objects.select_related("escalation", "organisation")
    return permits.READ_PARTY.narrow(rows, actor).order_by("-invited_at", "pk")


def decisions(actor: Actor) -> QuerySet[Escalation]:
    """What my organisation must do, by agreement or by decision, first what is due first."""
    rows = Escalation.objects.filter(permits.decided_for_us(actor), state__in=TO_CARRY_OUT)
    found = permits.READ_DECISION.narrow(rows.select_related("responsible"), actor)
    return found.order_by("deadline", "pk")


def bottlenecks(actor: Actor) -> list[tuple[str, int]]:
    """How often each cause came up, most often first (D29)."""
    causes = Counter(one.get_cause_display() for one in escalations(actor))
    return sorted(causes.items(), key=lambda one: (-one[1], one[0]))
