"""What a worker does: take what is due, one errand at a time, until it is told to stop."""

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread

from django.utils import timezone

from kruispunt.base import errands
from kruispunt.base.models import Chore, Errand, Letter
from kruispunt.config import chores, delivering, rounds, warming

log = logging.getLogger(__name__)
PAUSE = 1.0  # seconds without work before looking again
PLANS_AGAIN = timedelta(minutes=5)  # a municipality that came since gets its rounds too


@dataclass(frozen=True)
class Kind:
    """One kind of errand, and what doing it means."""

    rows: type[Errand]
    do: Callable[..., None]
    only: dict[str, object] = field(default_factory=dict)


KINDS = (
    Kind(Chore, chores.carry_out),
    Kind(Letter, delivering.deliver, {"channel__in": delivering.carried()}),
)


def work(*, until_empty: bool = False, beside: bool = False) -> None:
    """Work until a signal asks us to stop; the errand in hand is finished first.

    A worker `beside` another program stops too when that program is gone, however it went.
    """
    stop = Event()
    if beside:
        Thread(target=_wait_for_goodbye, args=(stop,), daemon=True).start()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    if not until_empty:
        warming.begin()
    planned: datetime | None = None
    while not stop.is_set():
        if planned is None or timezone.now() - planned > PLANS_AGAIN:
            planned = timezone.now()
            rounds.plan(planned)
        if sum(_do_one(kind) for kind in KINDS):
            continue
        if until_empty:
            return
        stop.wait(PAUSE)


def _wait_for_goodbye(stop: Event) -> None:
    """Whoever started us holds the other end of this pipe and writes nothing in it."""
    sys.stdin.read()
    stop.set()


def _do_one(kind: Kind) -> bool:
    """Do one errand of this kind; say whether there was one."""
    now: datetime = timezone.now()
    errand = errands.take(kind.rows, now, **kind.only)
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
