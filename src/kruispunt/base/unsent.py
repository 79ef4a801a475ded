"""What someone typed and has not sent: kept for her alone, offered back, and gone within weeks.

The words lie under a lock made of the secret of the house and the number of the writer: no page,
no colleague and no copy of the database shows them. Keeping them is no deed in a case, so the
journal says nothing of it: when somebody types is nobody's business.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

from cryptography.fernet import InvalidToken, MultiFernet
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER
from kruispunt.base.fields import refuse_bsn
from kruispunt.base.keeping import FORGET, Going, Over
from kruispunt.base.locks import take
from kruispunt.base.models import Once, Unsent
from kruispunt.base.permits import mine, permit
from kruispunt.base.steps import may_begin, named
from kruispunt.base.under_lock import lock_of
from kruispunt.base.verbs import action

OWN = permit("unsent.own", mine("writer"), opens=NO_DRAWER)


@dataclass(frozen=True, slots=True)
class Place:
    """Which form on which page: of each one somebody has one set of unsent words."""

    page: str
    form: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What a page sends along while someone is typing."""

    words: str
    """The fields as the form itself would send them."""
    title: str
    form_key: str
    turn: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words that wait for their writer."""

    id: int
    place: Place
    title: str
    words: str
    kept_at: datetime


@action
def keep(actor: Actor, place: Place, typed: Typed) -> bool:
    """Keep what is there now instead of what was there; say whether it is kept.

    Of a form that was sent meanwhile nothing is kept, and a slow line never undoes a newer one.
    """
    writer_id = named(actor)
    for _, said in parse_qsl(typed.words):
        refuse_bsn(said)
    if _sent(actor).filter(key=typed.form_key).exists():
        return False
    now = {
        "locked": _lock(actor).encrypt(json.dumps([typed.title, typed.words]).encode()),
        "form_key": typed.form_key,
        "turn": typed.turn,
        "kept_at": actor.at,
    }
    row, new = Unsent.objects.select_for_update().get_or_create(
        municipality_id=actor.municipality_id,
        writer_id=writer_id,
        page=place.page,
        form=place.form,
        defaults=now,
    )
    if not new and (row.form_key != typed.form_key or row.turn < typed.turn):
        for name, value in now.items():
            setattr(row, name, value)
        row.save()
    return True


@action
def drop(actor: Actor, unsent_id: int) -> None:
    """Throw one away, as its writer asks."""
    take(actor, Unsent, unsent_id, may=OWN, see=OWN).delete()


@action
def drop_at(actor: Actor, places: Iterable[Place]) -> None:
    """Throw away what was typed in these forms: they were sent."""
    for place in places:
        rows = Unsent.objects.filter(page=place.page, form=place.form)
        OWN.narrow(rows, actor).delete()


@action
def drop_all(actor: Actor) -> None:
    """Throw away everything that this writer did not send."""
    OWN.narrow(Unsent.objects.all(), actor).delete()


@action
def forget(actor: Actor, unsent_id: int, *, ret: str) -> None:
    """Nobody came back for it in time."""
    may_begin(actor, FORGET)
    row = take(actor, Unsent, unsent_id, may=FORGET)
    keeping.bury(actor, row, ret)
    row.delete()


def going(actor: Actor, over: Over) -> list[Going]:
    """What was typed so long ago that nobody will finish it."""
    rows = FORGET.narrow(Unsent.objects.all(), actor).order_by("pk")
    return [
        Going("RET-19", row.pk, row.writer_id)
        for row in rows
        if over("RET-19", timezone.localdate(row.kept_at))
    ]


def waiting(actor: Actor, page: str = "") -> list[Waiting]:
    """What waits for this writer, on one page or everywhere; the last one first."""
    if actor.person_id is None:
        return []
    rows = OWN.narrow(Unsent.objects.all(), actor)
    rows = rows.filter(page=page) if page else rows
    sent = _sent(actor).filter(key=OuterRef("form_key"))
    found = [_read(actor, row) for row in rows.exclude(Exists(sent)).order_by("-kept_at", "-pk")]
    return [one for one in found if one is not None]


def _sent(actor: Actor) -> QuerySet[Once]:
    """The forms that this writer sent."""
    return Once.objects.filter(municipality_id=actor.municipality_id, sender_id=named(actor))


def _read(actor: Actor, row: Unsent) -> Waiting | None:
    """Open the lock; what was locked with a secret that is gone is lost, and not offered."""
    try:
        title, words = json.loads(_lock(actor).decrypt(bytes(row.locked)))
    except InvalidToken:
        return None
    return Waiting(row.pk, Place(row.page, row.form), title, words, row.kept_at)


def _lock(actor: Actor) -> MultiFernet:
    """One lock for each writer."""
    return lock_of("kruispunt.base.unsent", f"{actor.municipality_id}:{actor.person_id}")
