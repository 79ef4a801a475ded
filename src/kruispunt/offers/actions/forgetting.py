"""Volunteers who left and what was learned go in time; who is still pointed at stays, emptied."""

from decimal import Decimal

from kruispunt.base import keeping, usage
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.verbs import action
from kruispunt.offers.models import Participant, Volunteering
from kruispunt.people import actions as people

OWN = ("offers.place",)
EMPTY = ("kinds", "slots", "trainings", "objections", "interests", "dislikes", "roles")


@action
def forget_volunteer(actor: Actor, volunteering_id: int, *, ret: str) -> None:
    """Throw a profile away, with what was seen of a certificate of conduct (RET-09)."""
    row = take(actor, Volunteering, volunteering_id, may=keeping.FORGET)
    bury(actor, row, ret)
    if usage.pointed_at(Volunteering, [row.pk], but=OWN):
        _empty(row)
        people.forget_name(actor, row.person_id)
        return
    erase(Volunteering.objects.filter(pk=row.pk))


@action
def forget_participant(actor: Actor, participant_id: int, *, ret: str) -> None:
    """Throw away that someone learned here; the training itself stays (RET-14)."""
    row = take(actor, Participant, participant_id, may=keeping.FORGET)
    bury(actor, row, ret)
    erase(Participant.objects.filter(pk=row.pk))


def _empty(row: Volunteering) -> None:
    """What is left points at nobody: cases of others still count on the row itself."""
    for name in EMPTY:
        setattr(row, name, [])
    row.description, row.hours = "", Decimal(0)
    row.vog_issued_on = row.vog_seen_on = row.vog_until = row.agreed_on = None
    row.mentor_id = row.school_year_ends = None
    row.save()
