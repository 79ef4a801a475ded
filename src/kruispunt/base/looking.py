"""Looking into a dossier is a deed: it leaves a line with its ground, once in a short while."""

from collections.abc import Sequence

from django.db.models import Model, QuerySet

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine
from kruispunt.base.roles import Role
from kruispunt.core import terms

LOOK = "dossier.look"
EMERGENCY = "dossier.emergency"
# Why each role may look: what it does with what it reads, in words for whose dossier it is.
GROUNDS = {
    Role.WORKER: "Uw vraag: we zoeken met u naar een antwoord",
    Role.COORDINATOR: "Uw vraag: we zoeken en begeleiden een maatje",
    Role.REGISTRAR: "Uw aanmelding als vrijwilliger",
    Role.VOLUNTEER: "Uw ja: u maakt kennis met uw maatje",
    Role.CONTACT: "Uw ja: deze organisatie helpt u",
    Role.CARER: "Uw ja: iemand die voor u zorgt",
    Role.GUIDE: "Uw keuze: deze meedenker denkt met u mee",
    Role.WMO_ADVISOR: "Wmo: het gesprek over uw situatie",
    Role.PROVIDER: "Wmo: de hulp die u krijgt",
    Role.COACH: "Uw vraag: meedoen in de buurt",
    Role.SAFETY_OFFICER: "Veiligheid: iemand maakt zich zorgen",
}
OTHERWISE = "Werk voor uw vraag"


def looked_lately(actor: Actor, row: Model) -> bool:
    """Say whether this look is already in the journal: a page that is read again writes nothing."""
    return JournalLine.objects.filter(
        municipality_id=actor.municipality_id,
        subject=journal.subject_of(row),
        actor_id=actor.person_id,
        verb=LOOK,
        written_at__gt=actor.at - terms.ONE_LOOK,
    ).exists()


def not_looked_lately[M: Model](actor: Actor, rows: Sequence[M]) -> list[M]:
    """Those of several rows of which this look is not in the journal yet, in one question."""
    subjects = {journal.subject_of(row): row for row in rows}
    seen = JournalLine.objects.filter(
        municipality_id=actor.municipality_id,
        subject__in=list(subjects),
        actor_id=actor.person_id,
        verb=LOOK,
        written_at__gt=actor.at - terms.ONE_LOOK,
    )
    known = set(seen.values_list("subject", flat=True))
    return [row for subject, row in subjects.items() if subject not in known]


def note_look(actor: Actor, row: Model, *, person_id: int | None) -> None:
    """Note that someone looks into this person's dossier. One's own is one's own.

    Without a person the line stands in nobody's dossier; the privacy officer sees it all the same.
    """
    if actor.person_id != person_id and not looked_lately(actor, row):
        journal.write(actor, LOOK, row, person_id=person_id, ground=ground_of(actor))


def ground_of(actor: Actor) -> str:
    """Why this actor may look, by the role in which she looks."""
    return next((words for role, words in GROUNDS.items() if actor.is_a(role)), OTHERWISE)


def looks(municipality_id: int) -> QuerySet[JournalLine]:
    """Every look into a dossier, newest first."""
    lines = JournalLine.objects.filter(municipality_id=municipality_id, verb__in=(LOOK, EMERGENCY))
    return lines.order_by("-pk")
