"""Throwing away in time: whose rows are over, what is held, and the proof that they went."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError
from django.db.models import Model, QuerySet

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER
from kruispunt.base.locks import take, writing
from kruispunt.base.models import Certificate, Hold, Letter, Tombstone
from kruispunt.base.permits import permit, roles
from kruispunt.base.roles import SYSTEM, Role
from kruispunt.base.states import ErrandState
from kruispunt.base.steps import may_begin, named
from kruispunt.base.terms import own_numbers
from kruispunt.base.until import lasts
from kruispunt.base.verbs import action
from kruispunt.core import keeping

FORGET = permit("keeping.forget", roles(SYSTEM), opens=NO_DRAWER)
# Only the privacy officer holds something back, and lets it go again.
HOLD = permit("keeping.hold", roles(Role.PRIVACY_OFFICER), opens=NO_DRAWER)
LETTER_KEPT = timedelta(days=183)

Over = Callable[[str, date], bool]


@dataclass(frozen=True, slots=True)
class Going:
    """One row whose time is over: its class, its number, and whose it is."""

    ret: str
    row_id: int
    person_id: int | None = None


def over(actor: Actor) -> Over:
    """Say of any class and day whether what began to count then is over today, here."""
    set_here = own_numbers(actor.municipality_id, actor.today, name__startswith="keep.")
    own = {name.removeprefix("keep."): length for name, length in set_here.items()}
    return lambda ret, since: keeping.last_day(ret, since, own) < actor.today


def held(actor: Actor) -> set[int]:
    """Whose rows may not go yet."""
    rows = Hold.objects.filter(municipality_id=actor.municipality_id, lifted_on__isnull=True)
    return set(rows.filter(lasts(actor.today)).values_list("person_id", flat=True))


@action
def hold(actor: Actor, person_id: int, *, reason: str, until: date | None = None) -> Hold:
    """Keep everything of someone until a day, or until it is let go; said again it is renewed."""
    may_begin(actor, HOLD)
    kept, _ = Hold.objects.update_or_create(
        municipality_id=actor.municipality_id,
        person_id=person_id,
        lifted_on=None,
        defaults={
            "reason": reason,
            "until": until,
            "set_by_id": named(actor),
            "set_on": actor.today,
        },
    )
    journal.write(actor, "keeping.hold", kept, person_id=person_id, until=until)
    return kept


@action
def let_go(actor: Actor, hold_id: int) -> Hold:
    """From now on the ordinary terms count again."""
    kept = take(actor, Hold, hold_id, may=HOLD)
    kept.lifted_on = actor.today
    kept.save()
    journal.write(actor, "keeping.let_go", kept, person_id=kept.person_id)
    return kept


@action
def certify(actor: Actor, *, counts: dict[str, int], held_back: int) -> Certificate:
    """Write the certificate of a night on which something went."""
    may_begin(actor, FORGET)
    made = Certificate.objects.create(
        municipality_id=actor.municipality_id, at=actor.at, counts=counts, held=held_back
    )
    journal.write(actor, "keeping.certify", made, counts=counts)
    return made


def bury(actor: Actor, row: Model, ret: str) -> None:
    """Leave a tombstone: an older copy that is put back must lose this row again."""
    Tombstone.objects.create(
        municipality_id=actor.municipality_id,
        subject=journal.subject_of(row),
        ret=ret,
        gone_at=actor.at,
    )
    journal.write(actor, "keeping.forget", row, ret=ret)


def erase(rows: "QuerySet[Model]", *, apart: Collection[str] = ()) -> int:
    """Take rows away with everything that hangs on them; what stands apart lets go and stays."""
    ids = list(rows.values_list("pk", flat=True))
    if not ids:
        return 0
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or not (relation.one_to_many or relation.one_to_one):
            continue
        other = relation.related_model
        if not isinstance(other, type):
            continue
        column = relation.field  # type: ignore[union-attr]  # a relation back has a field
        hanging = other._base_manager.filter(**{f"{column.attname}__in": ids})
        if other._meta.label_lower in apart and column.null:
            hanging.update(**{column.name: None})
        elif not column.null or not _lets_go(hanging, column.name):
            erase(hanging, apart=apart)
    gone, _ = rows.model._base_manager.filter(pk__in=ids).delete()
    return gone


@action
def forget_letters(actor: Actor) -> int:
    """Letters that were sent half a year ago, whatever was in them."""
    may_begin(actor, FORGET)
    old = Letter.objects.filter(
        municipality_id=actor.municipality_id,
        state=ErrandState.DONE,
        done_at__lt=actor.at - LETTER_KEPT,
    )
    return old.delete()[0]


def _lets_go(hanging: "QuerySet[Model]", name: str) -> bool:
    """Loosen what may stand without it; a row that cannot stand alone goes along."""
    try:
        with writing():
            hanging.update(**{name: None})
    except IntegrityError:
        return False
    return True
