"""Handing something to a work coach: by the person herself, for a while, and taken back at will."""

from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.verbs import action
from kruispunt.people import permits, queries
from kruispunt.people.actions.consents import AT_MOST
from kruispunt.people.models import Handover


@action
def hand_over(actor: Actor, *, to_id: int, words: str, until: date) -> Handover:
    """Hand something to a work coach in one's own words, for a year at most."""
    may_begin(actor, permits.HAND_OVER)
    if to_id not in queries.seated(actor, Role.WORK_COACH):
        raise ImpossibleMove("Kies een werkcoach.")
    if until < actor.today:
        raise ValidationError({"until": "Kies een dag die nog komt."})
    handed = keep(
        Handover(
            municipality_id=actor.municipality_id,
            person_id=named(actor),
            to_id=to_id,
            words=words,
            handed_at=actor.at,
            until=min(until, actor.today + AT_MOST),
        )
    )
    journal.write(actor, "handover.hand_over", handed, person_id=handed.person_id)
    return handed


@action
def take_back(actor: Actor, handover_id: int) -> Handover:
    """Take it back: from now on the work coach does not see it."""
    handed = take(actor, Handover, handover_id, may=permits.TAKE_BACK, see=permits.READ_HANDOVER)
    if handed.taken_back_at is None:
        handed.taken_back_at = actor.at
        keep(handed)
        journal.write(actor, "handover.take_back", handed, person_id=handed.person_id)
    return handed
