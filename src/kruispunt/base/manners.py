"""A municipality sets its own lengths and numbers: from a day on, and never in the past."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER
from kruispunt.base.models import Term
from kruispunt.base.permits import permit, roles
from kruispunt.base.roles import Role
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.core.lengths import AMOUNTS, STANDARD
from kruispunt.core.small_cells import LOWEST

LONGEST: Final = 260
"""More working days than a year has is no term."""

MOST: Final[Mapping[str, int]] = MappingProxyType(
    {
        "letters.from_hour": 23,
        "letters.until_hour": 24,
        "letters.on_sundays": 1,
        "letters.on_holidays": 1,
        "round.longest_first": 1,
        "round.neighbourhood_bonus": 100,
        "round.own_slots": 1,
        "triage.few_times": 12,
        "unsealing.hours": 72,
        "lead_time.days": 1000,
    }
)
"""The highest number that makes sense, where that is less."""

LEAST: Final[Mapping[str, int]] = MappingProxyType(
    # Nobody shuts the open forms for everyone by a number.
    {"figures.least": LOWEST, "knock.forms": 5, "knock.minutes": 1}
)
"""The lowest number that is allowed, where that is more than nought (PRV-16)."""

APART: Final = ("round.longest_first", "round.neighbourhood_bonus")
"""Two ways to share places out: on no day both."""

SET_LENGTH = permit("manners.set_length", roles(Role.PROCESS_MANAGER), opens=NO_DRAWER)


def house_lengths() -> dict[str, int]:
    """What counts where a municipality sets nothing itself, by name."""
    return {**STANDARD, **AMOUNTS}


def own_lengths(actor: Actor) -> QuerySet[Term]:
    """What this municipality set itself, the oldest first."""
    may_begin(actor, SET_LENGTH)
    rows = Term.objects.filter(
        municipality_id=actor.municipality_id, name__in=list(house_lengths())
    )
    return rows.order_by("name", "valid_from")


@action
def set_length(actor: Actor, *, name: str, length: int, valid_from: date) -> Term:
    """Set how long or how much something is from a day on; set again, the last one counts."""
    may_begin(actor, SET_LENGTH)
    if name not in house_lengths():
        raise ValidationError({"length": "Deze afspraak kennen wij niet."})
    if valid_from < actor.today:
        raise ValidationError({"valid_from": "Kies vandaag of een dag die nog komt."})
    least, most = LEAST.get(name, 0), MOST.get(name, LONGEST)
    if not least <= length <= most:
        raise ValidationError({"length": f"Kies een getal van {least} tot en met {most}."})
    if name in APART and length:
        _refuse_both(actor, name, length, valid_from)
    rows = Term.objects.select_for_update().filter(
        municipality_id=actor.municipality_id, name=name, valid_from=valid_from
    )
    term = rows.first() or Term(
        municipality_id=actor.municipality_id, name=name, valid_from=valid_from
    )
    before = term.length
    term.length = length
    keep(term)
    journal.write(actor, "term.set", term, name=name, before=before, length=length)
    return term


def _refuse_both(actor: Actor, name: str, length: int, valid_from: date) -> None:
    """Refuse a number with which, on some day to come, both ways of sharing out would count."""
    rows = Term.objects.filter(municipality_id=actor.municipality_id, name__in=APART)
    known = {(one.name, one.valid_from): one.length for one in rows}
    known[name, valid_from] = length
    for day in sorted({since for _, since in known if since >= valid_from}):
        in_force = [_on(known, one, day) for one in APART]
        if all(in_force):
            raise ValidationError(
                {
                    "length": "Wie het langst wacht voor laten gaan en een voorsprong per buurt "
                    "gaan niet samen. Zet eerst de andere op 0."
                }
            )


def _on(known: Mapping[tuple[str, date], int], name: str, day: date) -> int:
    since = max((on for one, on in known if one == name and on <= day), default=None)
    return 0 if since is None else known[name, since]
