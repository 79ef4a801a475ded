"""What a worker does: take what is due, one errand at a time, until it is told to stop."""

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread

from django.db.models import Q
from django.utils import timezone

from kruispunt.base import errands
from kruispunt.base.models import Chore, Errand, Letter
from kruispunt.config import chores, delivering, rounds, warming
from kruispunt.config.beside import Beside
from kruispunt.core import ready

log = logging.getLogger(__name__)
PAUSE = 1.0  # seconds without work before looking again
PLANS_AGAIN = timedelta(minutes=5)  # a municipality that came since gets its rounds too


@dataclass(frozen=True)
class Kind:
    """One kind of errand, and what doing it means."""

    rows: type[Errand]
    do: Callable[..., None]
    only: Q = errands.ANY


WEIGHING = Q(what__in=rounds.WEIGHING)
LETTERS = Kind(Letter, delivering.deliver, Q(channel__in=delivering.carried()))
KINDS = (Kind(Chore, chores.carry_out), LETTERS)
BESIDE_THE_SCALES = (Kind(Chore, chores.carry_out, ~WEIGHING), LETTERS)
THE_SCALES = (Kind(Chore, chores.carry_out, WEIGHING),)


def work(*, beside: bool = False) -> None:
    """Work until a signal asks us to stop; the errand in hand is finished first.

    A worker `beside` another program stops too when that program is gone, however it went. The
    scales stand in a process of their own: they take as much memory as all the rest together,
    and a letter does not wait until a large town has been weighed.
    """
    stop = _told_to_stop(beside=beside)
    ready.nobody_waits()
    planned: datetime | None = None
    with Beside("worker", "--scales") as scales:
        while not stop.is_set():
            if planned is None or timezone.now() - planned > PLANS_AGAIN:
                planned = timezone.now()
                rounds.plan(planned)
                scales.again_if_gone()
            if not sum(work_off(kind) for kind in BESIDE_THE_SCALES):
                stop.wait(PAUSE)


def weigh() -> None:
    """Keep the scales as they stand, for the worker that started us and as long as it is there."""
    stop = _told_to_stop(beside=True)
    warming.begin()
    while not stop.is_set():
        if not sum(work_off(kind) for kind in THE_SCALES):
            stop.wait(PAUSE)


def work_until_empty() -> None:
    """Do everything that is due, in this process, and stop."""
    stop = _told_to_stop(beside=False)
    rounds.plan(timezone.now())
    while not stop.is_set() and sum(work_off(kind) for kind in KINDS):
        pass


def _told_to_stop(*, beside: bool) -> Event:
    """What is set as soon as we are asked to stop, or whoever we go with is gone."""
    stop = Event()
    if beside:
        Thread(target=_wait_for_goodbye, args=(stop,), daemon=True).start()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    return stop


def _wait_for_goodbye(stop: Event) -> None:
    """Whoever started us holds the other end of this pipe and writes nothing in it."""
    sys.stdin.read()
    stop.set()


def work_off(kind: Kind) -> bool:
    """Do one errand of this kind; say whether there was one."""
    now: datetime = timezone.now()
    errand = errands.take(kind.rows, now, kind.only)
    if errand is None:
        return False
    try:
        kind.do(errand, now)
    except errands.LostLease:
        log.warning("lost the lease on %s %s", errand._meta.label, errand.pk)
    except Exception as trouble:  # noqa: BLE001  (whatever it is, the other errands go on)
        # Only the kind of trouble: its words may hold what someone told us.
        log.warning("%s %s: %s", errand._meta.label, errand.pk, type(trouble).__name__)
        errands.put_back(errand, timezone.now(), type(trouble).__name__)
    return True
