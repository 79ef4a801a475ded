"""Reading what may not go yet, and what went, with what the journal says of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import HOLD
from kruispunt.base.models import Certificate, Hold, JournalLine

LAST = 60


@dataclass(frozen=True, slots=True)
class Proof:
    """One night: how many rows of which class went, and the line of the journal that says so."""

    at: datetime
    counts: tuple[tuple[str, int], ...]
    held: int
    number: int | None
    """The line of the journal; nothing when there is none."""
    holds: bool
    """The line is sealed as it was written, and says the same as the certificate."""


def holds(actor: Actor) -> QuerySet[Hold]:
    """What is held back now, what was set last first; over means: the ordinary terms count."""
    rows = Hold.objects.filter(lifted_on__isnull=True)
    return HOLD.narrow(rows, actor).order_by("-set_on", "-pk")


def certificates(actor: Actor, *, most: int = LAST) -> list[Proof]:
    """The last nights on which something went, each beside its line in the journal."""
    rows = list(HOLD.narrow(Certificate.objects.all(), actor).order_by("-at", "-pk")[:most])
    subjects = [journal.subject_of(row) for row in rows]
    lines = JournalLine.objects.filter(
        municipality_id=actor.municipality_id, verb="keeping.certify", subject__in=subjects
    )
    by_subject = {line.subject: line for line in lines}
    sealed = journal.sealed_as_written(actor.municipality_id, by_subject.values())
    return [
        _proof(row, by_subject.get(subject), sealed)
        for row, subject in zip(rows, subjects, strict=True)
    ]


def _proof(row: Certificate, line: JournalLine | None, sealed: set[int]) -> Proof:
    return Proof(
        at=row.at,
        counts=tuple(sorted(row.counts.items())),
        held=row.held,
        number=line.number if line else None,
        holds=line is not None and line.number in sealed and line.facts.get("counts") == row.counts,
    )
