"""Which chore means what, and keeping its lease while it is done."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Event, Thread

from django.conf import settings
from django.db import connection
from django.utils import timezone

from kruispunt.base import errands
from kruispunt.base.models import Chore, Errand
from kruispunt.config import carrying, rounds

log = logging.getLogger(__name__)

# Chores that are asked for once, about one row: a room's job, which ends with its own "done".
ONCE: dict[str, Callable[[Chore, datetime], None]] = {
    "arrivals.read": carrying.read,
    "arrivals.check": carrying.check,
    "arrivals.carry": carrying.carry,
    "arrivals.take_back": carrying.take_back,
}


def carry_out(chore: Chore, now: datetime) -> None:
    """Do what the chore says. Each step of it holds by itself, so dying halfway loses nothing."""
    with kept(chore):
        if chore.what in ONCE:
            ONCE[chore.what](chore, now)
        else:
            _walk(chore, now)


def _walk(chore: Chore, now: datetime) -> None:
    """Walk a round; when it stumbles it comes back all the same, with its trouble beside it."""
    round_ = rounds.BY_NAME.get(chore.what)
    if round_ is None:
        errands.park(chore, "onbekende klus")
        return
    trouble = ""
    try:
        round_.walk(chore.municipality_id, now)
    except Exception as stumbled:  # noqa: BLE001  (the next time comes anyway)
        trouble = type(stumbled).__name__
        log.warning("%s: %s", chore.what, trouble)
    errands.repeat(chore, now, due_at=round_.next_time(now), trouble=trouble)


@contextmanager
def kept(errand: Errand) -> Iterator[None]:
    """Keep the lease as long as we are busy and alive: whoever is killed stops keeping it."""
    done = Event()
    keeper = Thread(target=_keep, args=(errand, done), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        keeper.join()


def _keep(errand: Errand, done: Event) -> None:
    try:
        while not done.wait(settings.LEASE.total_seconds() / 3):
            errands.prolong(errand, timezone.now())
    except errands.LostLease:
        if done.is_set():
            return
        log.warning("lost the lease on %s %s", errand._meta.label, errand.pk)
    finally:
        connection.close()
