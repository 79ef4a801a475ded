"""Noting how a notification under the Wmo goes: milestones, urgency, a longer term (WMO-02..08)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, named
from kruispunt.base.verbs import action
from kruispunt.core.wmo import Milestone, may_apply
from kruispunt.questions.models import WmoMilestone, WmoNotification
from kruispunt.questions.permits import wmo as permits


class TooEarly(ImpossibleMove):
    """The law first wants something else; the message says what."""


@action
def note_milestone(
    actor: Actor, notification_id: int, *, what: str, on: date | None = None
) -> WmoMilestone:
    """Note that something happened on the way, on which day."""
    row = _take(actor, notification_id)
    day = on or actor.today
    if day > actor.today:
        raise ValidationError({"on": "Deze dag is nog niet geweest."})
    done = dict(row.milestones.values_list("what", "on"))
    if what in done:
        raise TooEarly("Dit is al genoteerd.")
    last_day = row.extended_to or row.investigate_by
    if what == Milestone.APPLIED and not may_apply(day, done, last_day):
        raise TooEarly("Een aanvraag kan na het onderzoek, of als dat te laat is.")
    if what == Milestone.DECIDED and Milestone.APPLIED not in done:
        raise TooEarly("Een besluit volgt op een aanvraag.")
    noted = keep(
        WmoMilestone(
            municipality_id=actor.municipality_id,
            notification=row,
            what=Milestone(what).value,
            on=day,
            noted_by_id=named(actor),
        ),
        giving=actor,
    )
    _write(actor, row, "wmo.note", what=what, on=day)
    return noted


@action
def note_looked_at(
    actor: Actor, notification_id: int, *, looked_at: tuple[str, ...]
) -> WmoNotification:
    """Note which of the seven things the investigation has looked at (WMO-06)."""
    row = _take(actor, notification_id)
    row.looked_at = list(looked_at)
    _write(actor, row, "wmo.look_at", looked_at=looked_at)
    return keep(row)


@action
def make_urgent(actor: Actor, notification_id: int, *, why: str) -> WmoNotification:
    """It cannot wait: the municipality gives help at once, before the investigation (WMO-04)."""
    row = _take(actor, notification_id)
    row.urgent_since, row.urgent_why = row.urgent_since or actor.today, why
    _write(actor, row, "wmo.make_urgent")
    return keep(row)


@action
def extend(actor: Actor, notification_id: int, *, to: date, why: str) -> WmoNotification:
    """The municipality takes longer: once, in writing, and before the day has passed (WMO-05)."""
    row = _take(actor, notification_id)
    if row.extended_to is not None:
        raise TooEarly("Langer mag maar één keer.")
    if actor.today > row.investigate_by:
        raise TooEarly("De termijn is al voorbij. Langer kan nu niet meer.")
    if to <= row.investigate_by:
        raise ValidationError({"to": "Kies een latere dag dan nu geldt."})
    row.extended_to, row.extended_why = to, why
    _write(actor, row, "wmo.extend", to=to)
    return keep(row)


def _take(actor: Actor, notification_id: int) -> WmoNotification:
    return take(actor, WmoNotification, notification_id, may=permits.NOTE_WMO, see=permits.READ_WMO)


def _write(actor: Actor, row: WmoNotification, verb: str, **facts: Any) -> None:
    journal.write(actor, verb, row, person_id=row.question.asked_by_id, **facts)
