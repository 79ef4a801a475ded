"""Reading what is missing: clusters of questions without an answer, and what is made of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from kruispunt.arrangements.models.learning import Bottleneck, Development, Gap
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.states.learning import DevelopmentState
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Kind
from kruispunt.questions import queries as questions
from kruispunt.questions.states import State

SEEN_TOO_OFTEN = 3
"""So many times nothing on the sociale kaart is a need (SM-8)."""
WITHIN = timedelta(days=182)
UNMET = (State.DEVELOPING, State.UNANSWERED)
CLOSED = (DevelopmentState.ON_THE_MAP, DevelopmentState.STOPPED)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The same kind of question without an answer, in the same neighbourhood."""

    kind: str
    label: str
    neighbourhood: str
    questions: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.questions)


def clusters(actor: Actor) -> list[Cluster]:
    """What several people ask and nobody gives, most asked first. No names (D30)."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in questions.glance(actor).filter(state__in=UNMET).exclude(kind=""):
        found.setdefault((row["kind"], row["neighbourhood"] or ""), []).append(row["id"])
    made = [
        Cluster(kind, Kind(kind).label, place, tuple(sorted(ids)))
        for (kind, place), ids in found.items()
        if len(ids) > 1
    ]
    return sorted(made, key=lambda one: (-one.count, one.label, one.neighbourhood))


def gaps_of(actor: Actor, kind: str, neighbourhood_id: int | None) -> QuerySet[Gap]:
    """How often lately the sociale kaart had nothing of this kind here."""
    here = Q(neighbourhood__isnull=True)
    if neighbourhood_id is not None:
        here = Q(neighbourhood_id=neighbourhood_id)
    rows = Gap.objects.filter(
        here,
        municipality_id=actor.municipality_id,
        kind=kind,
        noted_on__gte=actor.today - WITHIN,
    )
    return rows.order_by("pk")


def has_gap(actor: Actor, question_id: int) -> bool:
    rows = Gap.objects.filter(question_id=question_id)
    return permits.READ_LEARNING.narrow(rows, actor).exists()


def developments(actor: Actor) -> QuerySet[Development]:
    """Services that are being made; what is due first."""
    rows = Development.objects.select_related("neighbourhood").annotate(asked=Count("gaps"))
    return permits.READ_LEARNING.narrow(rows, actor).order_by("due_on", "-opened_at", "pk")


def development(actor: Actor, development_id: int) -> Development:
    rows = developments(actor).prefetch_related("institutions", "gaps")
    return rows.get(pk=development_id)


def open_developments(actor: Actor) -> QuerySet[Development]:
    return developments(actor).exclude(state__in=CLOSED)


def bottlenecks(actor: Actor) -> QuerySet[Bottleneck]:
    """The register of what sticks, newest first (D29)."""
    return permits.READ_LEARNING.narrow(Bottleneck.objects.all(), actor).order_by(
        "-noted_on", "-pk"
    )


def stretches(actor: Actor) -> list[tuple[str, int]]:
    """Where it sticks most often."""
    counted = Counter(one.get_stretch_display() for one in bottlenecks(actor))
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
